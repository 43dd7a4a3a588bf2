package org.redress.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.identity.Accounts.Account;
import org.redress.identity.Seal;
import org.redress.identity.Standing;
import org.redress.identity.StartRefused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;

/** Which servers there are, whom each may name, and which settings leave no way in. */
class SignInServersTests {
    private static final Standing NOTHING = new Standing("-", Set.of(), Set.of());
    private static final Account OFFICER = new Account("kent-officer", "kent-officer", List.of("complaints-team"), List.of("kent"), NOTHING);
    private static final Account ADMINISTRATOR = new Account("admin", "admin", List.of("camunda-admin"), List.of(), NOTHING);
    private static final Account ADMINISTRATOR_IN_KENT = new Account("admin", "admin", List.of("camunda-admin"), List.of("kent"), NOTHING);

    /** Several servers, their ties and the issuer of tokens; what has to be said. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "kent, ombudsman | councils.kent=kent                                     |            | There are several OpenID Connect servers (kent, ombudsman), and redress.sign-in.councils.ombudsman is missing: each has to name the councils whose people it may sign in, such as kent, and no-council for administrators and process owners.",
        "kent, ombudsman | councils.ombudsman=ombudsman                           |            | There are several OpenID Connect servers (kent, ombudsman), and redress.sign-in.councils.kent is missing: each has to name the councils whose people it may sign in, such as kent, and no-council for administrators and process owners.",
        "kent            |                                                        | https://x  | There are several OpenID Connect servers (kent, tokens), and redress.sign-in.councils.kent is missing: each has to name the councils whose people it may sign in, such as kent, and no-council for administrators and process owners.",
        "kent            | councils.kent=kent                                     | https://x  | There are several OpenID Connect servers (kent, tokens), and redress.sign-in.councils.tokens is missing: each has to name the councils whose people it may sign in, such as kent, and no-council for administrators and process owners.",
        "kent            | councils.kant=kent                                     |            | redress.sign-in.councils.kant names no OpenID Connect server; there are kent.",
        "                | councils.kent=kent                                     |            | redress.sign-in.councils.kent names no OpenID Connect server.",
    })
    void refusesToGuessWhomAServerMayName(String servers, String ties, String issuer, String sentence) {
        assertThatThrownBy(() -> servers(servers, ties, issuer)).isInstanceOf(StartRefused.class).hasMessage(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        // one server alone, for people and tokens
        "kent            |                                                         |                     | kent      | true  | true",
        "kent            |                                                         | https://kent        | kent      | true  | true",
        "                |                                                         | https://kent        | tokens    | true  | true",
        "kent            | councils.kent=kent                                      |                     | kent      | true  | false",
        "kent            | councils.kent=no-council                                |                     | kent      | false | true",
        "kent            | councils.kent=leicestershire                            | https://kent        | kent      | false | false",
        "                | councils.tokens=kent                                    | https://kent        | tokens    | true  | false",
        "kent, ombudsman | councils.kent=kent;councils.ombudsman=ombudsman         | https://kent        | ombudsman | false | false",
    })
    void knowsWhomAServerMayName(String servers, String ties, String issuer, String server, boolean officer, boolean administrator) {
        var known = servers(servers, ties, issuer);

        assertThat(known.mayName(server, OFFICER)).isEqualTo(officer);
        assertThat(known.mayName(server, ADMINISTRATOR)).isEqualTo(administrator);
        // one from a version that let administrators into councils
        assertThat(known.mayName(server, ADMINISTRATOR_IN_KENT)).isEqualTo(officer && administrator);
    }

    @Test
    void takesTheTokensOfTheServerWherePeopleSignIn() {
        assertThat(servers("kent, ombudsman", "councils.kent=kent;councils.ombudsman=ombudsman", "https://kent").ofTokens()).isEqualTo("kent");
        assertThat(servers("kent", "councils.kent=kent;councils.tokens=leicestershire", "https://kent").ofTokens()).isEqualTo("tokens");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "      | password=false;basic=false | redress.sign-in.password is false and no OpenID Connect server is named (spring.security.oauth2.client.registration): nobody could sign in. Name a server, or leave redress.sign-in.password at true.",
        "kent  | password=false;basic=true  | redress.sign-in.basic is true and redress.sign-in.password is false: programs would sign in with passwords that nobody else may use. Give them tokens, and leave redress.sign-in.basic at false.",
    })
    void refusesSettingsThatLeaveNoWayIn(String servers, String ways, String sentence) {
        assertThatThrownBy(() -> settings(servers, ways)).isInstanceOf(StartRefused.class).hasMessage(sentence);
        assertThatCode(() -> settings("kent", "password=false;basic=false")).doesNotThrowAnyException();
    }

    @Test
    void showsNoFormForPasswordsWhereTheyAreSwitchedOff() throws IOException {
        assertThat(page("password=true;basic=false")).contains("<label for=\"password\">", "Sign in with kent");
        assertThat(page("password=false;basic=false")).contains("<h1>Sign in to Redress</h1>", "Sign in with kent").doesNotContain("<form", "<input");
    }

    private static String page(String ways) throws IOException {
        var response = new MockHttpServletResponse();
        new SignInPages(providers("kent"), settings("kent", ways)).signIn(new MockHttpServletRequest("GET", "/sign-in"), response);
        return response.getContentAsString();
    }

    private static SignInServers servers(String servers, String ties, String issuer) {
        var environment = environment(ties);
        if (issuer != null) {
            environment.getPropertySources().addFirst(new MapPropertySource("issuer", Map.of("spring.security.oauth2.resourceserver.jwt.issuer-uri", issuer)));
        }
        return new SignInServers(environment, providers(servers), null);
    }

    @Test
    void refusesASecondFactorWithoutAKey() {
        assertThatThrownBy(() -> settings(null, "password=true;basic=false;second-factor=required")).isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("The second factor of supervisors and administrators needs a key that seals its secrets: give redress.sign-in.secret-key");
        assertThatThrownBy(() -> settings(null, "password=true;basic=false;second-factor=sometimes")).isInstanceOf(StartRefused.class)
                .hasMessage("redress.sign-in.second-factor is sometimes: say required, offered or off.");
        assertThatCode(() -> settings("kent", "password=false;basic=false;second-factor=required")).doesNotThrowAnyException();
        assertThat(settings(null, "password=true;basic=false;second-factor=false").secondFactor()).isEqualTo(SignInSettings.SecondFactor.OFF);
    }

    private static SignInSettings settings(String servers, String ways) {
        return new SignInSettings(environment("second-factor=off;" + ways), providers(servers), new Seal(""));
    }

    private static StandardEnvironment environment(String settings) {
        var environment = new StandardEnvironment();
        Stream.of(settings == null ? new String[0] : settings.split(";")).map(setting -> setting.split("="))
                .forEach(setting -> environment.getPropertySources().addFirst(new MapPropertySource(setting[0], Map.of("redress.sign-in." + setting[0], setting[1]))));
        return environment;
    }

    private static ObjectProvider<ClientRegistrationRepository> providers(String servers) {
        var beans = new StaticListableBeanFactory();
        if (servers != null) {
            beans.addBean("servers", new InMemoryClientRegistrationRepository(Stream.of(servers.split(", ")).map(SignInServersTests::server).toList()));
        }
        return beans.getBeanProvider(ClientRegistrationRepository.class);
    }

    private static ClientRegistration server(String name) {
        return ClientRegistration.withRegistrationId(name).clientId("redress").clientName(name).authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("https://localhost/").authorizationUri("https://" + name + "/a").tokenUri("https://" + name + "/t").issuerUri("https://" + name).build();
    }
}
