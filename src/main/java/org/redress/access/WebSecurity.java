package org.redress.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.jspecify.annotations.Nullable;
import org.redress.identity.Accounts;
import org.redress.identity.ApiTokens;
import org.redress.identity.PasswordTries;
import org.redress.identity.StartRefused;
import org.redress.identity.Throttles;
import org.redress.identity.TokenScope;
import org.redress.identity.TooManyTries;
import org.redress.identity.Warning;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.util.unit.DataSize;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Who may ask for what over HTTP. Programs give their credentials with each call and have no session; people sign in once, for the
 * webapps and for our own pages alike.
 */
@Configuration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class WebSecurity {
    private static final String START = "/";

    /**
     * Doors of the webapps beside ours: their own sign-in, the making of a first administrator, a way to try passwords, and a queue that fails. The engine takes
     * each path with a slash at its end too, so every pattern covers what follows it.
     */
    private static final RequestMatcher SIDE_DOORS = paths("/camunda/api/admin/auth/user/*/login/**", "/camunda/api/admin/setup/**",
            "/camunda/app/*/*/setup/**", "/camunda/app/*/setup/**", "/camunda/api/engine/identity/verify/**", "/camunda/api/engine/engine/*/identity/verify/**",
            "/engine-rest/identity/verify/**", "/engine-rest/engine/*/identity/verify/**",
            "/camunda/api/engine/external-task/fetchAndLock/**", "/camunda/api/engine/engine/*/external-task/fetchAndLock/**");

    /** Data, in difference to scripts, styles and pictures: nothing of it stays in a browser's store. */
    private static final RequestMatcher DATA = new AndRequestMatcher(paths("/camunda/api/**", "/redress/api/**", "/redress/deadlines", "/redress/lessons", "/redress/figures", "/redress/figures.csv", "/redress/figures/**", "/redress/councils/**", "/redress/cases", "/redress/cases/**", "/redress/sessions/**", "/redress/notices/**", "/engine-rest/**", "/sign-in", "/sign-out"),
            new NegatedRequestMatcher(path("/camunda/api/*/plugin/*/static/**")));

    /** Sign-ins that people at one address begin with another server: an office in the morning, behind one address. */
    private static final int BEGUN_ELSEWHERE = 200;
    /** Somebody waits for the answer of another server. */
    private static final Duration OTHER_SERVER = Duration.ofSeconds(5);
    private static final Duration ONE_MORE_ELSEWHERE = Duration.ofSeconds(1);

    private final Accounts accounts;
    private final ProcessEngine engine;
    private final SignInPages pages;
    private final KnownBrowsers browsers;
    private final PasswordTries tries;
    private final Sessions sessions;
    private final SignedIn signedIn;
    private final BodyLimit bodyLimit;
    private final AtOnce atOnce;
    private final QueryBounds queryBounds = new QueryBounds();
    private final StartRate startRate;
    private final ElsewhereRate elsewhereRate;
    private final ResultLimit resultLimit;
    private final OpenIdPeople openIdPeople;
    private final SignInServers servers;
    private final SignInSettings settings;
    private final List<Warning> warnings;
    private final boolean https;
    private final boolean demonstration;
    /** The numbers to watch, on the port that is for those who run the product and on no other. */
    private final RequestMatcher numbers;

    WebSecurity(Accounts accounts, ProcessEngine engine, SignInServers servers, SignInSettings settings, SignInPages pages, KnownBrowsers browsers, PasswordTries tries,
            Sessions sessions, SignedIn signedIn, List<Warning> warnings, FileTransfers files, Throttles throttles, Clock clock, ServletContext context, Environment environment,
            @Value("${redress.https}") boolean https, @Value("${redress.demonstration}") boolean demonstration,
            @Value("${redress.sign-in.claim}") String claim, @Value("${redress.limits.body}") DataSize body,
            @Value("${redress.limits.body-within}") Duration bodyWithin, @Value("${redress.limits.at-once}") int atOnce,
            @Value("${redress.limits.results}") int results, @Value("${redress.limits.starts-in-a-row}") int startsInARow,
            @Value("${redress.limits.one-more-start-after}") Duration oneMoreStart) {
        this.accounts = accounts;
        this.engine = engine;
        this.pages = pages;
        this.browsers = browsers;
        this.tries = tries;
        this.warnings = warnings;
        this.sessions = sessions;
        this.signedIn = signedIn;
        this.bodyLimit = new BodyLimit(clock, body, bodyWithin, files);
        this.atOnce = new AtOnce(atOnce);
        this.startRate = new StartRate(throttles.named("starts", startsInARow, oneMoreStart));
        this.elsewhereRate = new ElsewhereRate(throttles.named("begun elsewhere", BEGUN_ELSEWHERE, ONE_MORE_ELSEWHERE), tries);
        this.resultLimit = new ResultLimit(results);
        this.servers = servers;
        this.settings = settings;
        this.numbers = new AndRequestMatcher(path("/actuator/prometheus"), request -> isManagement(environment, request.getLocalPort()));
        this.openIdPeople = new OpenIdPeople(accounts, servers, tries, claim);
        this.https = https;
        this.demonstration = demonstration;
        context.setAttribute(Pages.IS_DEMONSTRATION, demonstration);
    }

    /** What Spring does not let in at all, such as crooked paths, is answered like everything else. */
    @Bean
    RequestRejectedHandler crooked() {
        return (request, response, refusal) -> Answers.send(request, response, HttpServletResponse.SC_BAD_REQUEST);
    }

    /** Programs: the engine's own API, and ours with credentials. A browser's session is no way in. */
    @Bean
    @Order(1)
    SecurityFilterChain programsCalls(HttpSecurity http, ApiTokens ours, ObjectProvider<JwtDecoder> tokens,
            @Value("${spring.security.oauth2.resourceserver.jwt.issuer-uri:}") String issuer,
            @Value("${spring.security.oauth2.resourceserver.jwt.audiences:}") String audiences) throws Exception {
        http.securityMatcher(new OrRequestMatcher(path("/engine-rest/**"),
                new AndRequestMatcher(path("/redress/api/**"), new RequestHeaderRequestMatcher("Authorization"))));
        defend(http);
        // nothing of a body is read before it is known whose it is
        http.addFilterAfter(atOnce, AuthorizationFilter.class).addFilterAfter(bodyLimit, AuthorizationFilter.class).addFilterAfter(queryBounds, EnginePerson.class);
        http.csrf(csrf -> csrf.disable()).logout(logout -> logout.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .httpBasic(basic -> basic.authenticationEntryPoint(this::askProgram).authenticationDetailsSource(ByProgram::new))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(this::askProgram));
        var programs = new ProgramSignIn(ours, tries, issuer.isBlank() ? null : ofServer(issuer, audiences, tokens));
        http.oauth2ResourceServer(server -> server.authenticationEntryPoint(this::askProgram).authenticationManagerResolver(request -> programs));
        return http.build();
    }

    private AuthenticationManager ofServer(String issuer, String audiences, ObjectProvider<JwtDecoder> tokens) {
        requireAudience(issuer, audiences);
        var known = new JwtAuthenticationProvider(tokens.getObject());
        known.setJwtAuthenticationConverter(openIdPeople::ofBearer);
        return known::authenticate;
    }

    static void requireAudience(String issuer, String audiences) {
        if (audiences.isBlank()) {
            throw new StartRefused("Bearer tokens of " + issuer + " need spring.security.oauth2.resourceserver.jwt.audiences:"
                    + " without it, a token that was made for any other service would be taken.");
        }
    }

    /** People in browsers. */
    @Bean
    @Order(2)
    SecurityFilterChain personsPages(HttpSecurity http, CodeSignIn codes, ObjectProvider<ClientRegistrationRepository> providers) throws Exception {
        defend(http);
        http.addFilterBefore(atOnce, CsrfFilter.class).addFilterBefore(bodyLimit, CsrfFilter.class).addFilterAfter(queryBounds, EnginePerson.class);
        http.csrf(csrf -> csrf.ignoringRequestMatchers(paths("/camunda/**", Sessions.PRESENT)).csrfTokenRepository(tokenInCookie()))
                .sessionManagement(session -> session.sessionFixation(fixation -> fixation.newSession()))
                .securityContext(context -> context.securityContextRepository(signedIn))
                .addFilterAfter(new WebappPages(demonstration, accounts, () -> Warning.of(warnings)), EnginePerson.class)
                .addFilterAfter(resultLimit, EnginePerson.class)
                .addFilterAfter(new NoKindOfCases(), EnginePerson.class)
                .formLogin(form -> form.loginPage(SignInPages.SIGN_IN)
                        .authenticationDetailsSource(request -> {
                            var page = new InBrowser(request, browsers);
                            signedIn.isAsked(request, page.step() == null ? accounts.mark(page.name()) : codes.mark(page));
                            return page;
                        })
                        .successHandler((request, response, person) -> {
                            browsers.remember(request, response, person.getName());
                            response.sendRedirect(wanted(request));
                        }).failureHandler(refuse()))
                .logout(logout -> logout.logoutUrl(SignInPages.SIGN_OUT).logoutSuccessUrl(SignInPages.SIGN_IN + "?signed-out"))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(askPerson()));
        if (providers.getIfAvailable() != null) {
            http.addFilterBefore(elsewhereRate, OAuth2AuthorizationRequestRedirectFilter.class).oauth2Login(login -> login.loginPage(SignInPages.SIGN_IN).defaultSuccessUrl(START, true).failureHandler(refuse())
                    .authorizationEndpoint(asked -> asked.authorizationRequestRepository(new AskedElsewhere())).authorizedClientRepository(new NoTokens())
                    .tokenEndpoint(token -> token.accessTokenResponseClient(askingInTime()))
                    .userInfoEndpoint(user -> user.oidcUserService(openIdPeople.ofSignIn())));
        }
        return http.build();
    }

    /** Asks another server for a token as Spring does, and not without end. */
    private static RestClientAuthorizationCodeTokenResponseClient askingInTime() {
        var requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(OTHER_SERVER);
        requests.setReadTimeout(OTHER_SERVER);
        var client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(RestClient.builder().requestFactory(requests).messageConverters(converters -> {
            converters.clear();
            converters.add(new FormHttpMessageConverter());
            converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
        }).defaultStatusHandler(new OAuth2ErrorResponseErrorHandler()).build());
        return client;
    }

    /** What holds for both. */
    private void defend(HttpSecurity http) throws Exception {
        http.authorizeHttpRequests(asked -> asked
                        .dispatcherTypeMatchers(DispatcherType.ERROR).permitAll()
                        .requestMatchers(SIDE_DOORS).denyAll()
                        .requestMatchers(numbers).permitAll()
                        .requestMatchers(path("/actuator/prometheus")).denyAll()
                        .requestMatchers(paths("/sign-in", "/sign-out", "/redress/page.css", AccessibilityPage.PATH, "/redress/feeds/*", "/camunda/favicon.ico", "/actuator/health", "/actuator/health/calendar", "/actuator/health/liveness", "/actuator/health/readiness")).permitAll()
                        .requestMatchers(paths("/redress/api/v1/openapi", "/redress/api/v1/openapi.yaml")).authenticated()
                        .requestMatchers(path("/redress/api/v1/complaints")).hasAuthority(TokenScope.COMPLAINTS_WRITE.authority())
                        .requestMatchers(path("/redress/api/v1/cases/*/attachments")).hasAuthority(TokenScope.ATTACHMENTS_WRITE.authority())
                        .requestMatchers(path("/redress/api/v1/cases/*")).hasAuthority(TokenScope.CASES_READ.authority())
                        .requestMatchers(path("/redress/api/v1/deadlines")).hasAuthority(TokenScope.DEADLINES_READ.authority())
                        .requestMatchers(path("/redress/api/v1/**")).denyAll()
                        .anyRequest().access(WebSecurity::unscoped))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .exceptionHandling(refusals -> refusals.accessDeniedHandler(this::deny))
                .headers(this::headers)
                .addFilterBefore(new SameOrigin(), CsrfFilter.class)
                .addFilterAfter(new EnginePerson(accounts, servers, settings, engine, sessions), AuthorizationFilter.class)
                .addFilterAfter(startRate, EnginePerson.class)
                .addFilterAfter(new OwnPassword(tries), EnginePerson.class);
    }

    /** A token with a scope is good for what it names and nothing else. */
    private static AuthorizationDecision unscoped(Supplier<Authentication> asking, RequestAuthorizationContext request) {
        var somebody = asking.get();
        boolean scoped = somebody.getAuthorities().stream().anyMatch(authority -> Stream.of(TokenScope.values()).anyMatch(scope -> scope.authority().equals(authority.getAuthority())));
        return new AuthorizationDecision(!scoped && new AuthenticationTrustResolverImpl().isAuthenticated(somebody));
    }

    private void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(Headers.POLICY))
                .frameOptions(frame -> frame.deny())
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(Headers.PERMISSIONS))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .httpStrictTransportSecurity(transport -> transport.requestMatcher(request -> https))
                .addHeaderWriter(noStore());
        headers.cacheControl(cache -> cache.disable());
    }

    private static HeaderWriter noStore() {
        return (request, response) -> {
            if (DATA.matches(request)) {
                response.setHeader("Cache-Control", "no-store");
            }
        };
    }

    private CookieCsrfTokenRepository tokenInCookie() {
        var repository = new CookieCsrfTokenRepository();
        // the webapps have a cookie XSRF-TOKEN of their own, and send it as X-XSRF-TOKEN
        repository.setCookieName("REDRESS-XSRF-TOKEN");
        repository.setHeaderName("X-REDRESS-XSRF-TOKEN");
        repository.setCookieCustomizer(cookie -> cookie.secure(https).sameSite("Lax"));
        return repository;
    }

    private AuthenticationFailureHandler refuse() {
        return (request, response, refusal) -> {
            if (refusal instanceof SecondStep step) {
                pages.ask(request, response, step);
                return;
            }
            int status = HttpServletResponse.SC_UNAUTHORIZED;
            if (refusal instanceof TooMany many) {
                status = 429;
                response.setHeader("Retry-After", TooManyTries.seconds(many.after()));
            }
            pages.refuse(request, response, status, openIdPeople.sentence(refusal, Asked.network(request.getRemoteAddr())));
        };
    }

    private void deny(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied) throws IOException {
        if (denied instanceof CsrfException) {
            Answers.send(request, response, HttpServletResponse.SC_FORBIDDEN, "This page was open for too long, or the browser kept no cookie of it. Open it again"
                    + (https && !request.isSecure() ? ", over HTTPS." : "."));
        } else {
            Answers.send(request, response, HttpServletResponse.SC_FORBIDDEN, Answers.isOfPrograms(request) ? "The token has not the scope for this." : Answers.sentence(HttpServletResponse.SC_FORBIDDEN));
        }
    }

    private AuthenticationEntryPoint askPerson() {
        return (request, response, refusal) -> {
            if (Answers.wantsPage(request) && request.getMethod().equals("GET")) {
                response.sendRedirect(UriComponentsBuilder.fromPath(SignInPages.SIGN_IN).queryParam(SignInPages.TO, "{page}").encode()
                        .buildAndExpand(request.getRequestURI()).toUriString());
            } else {
                Answers.send(request, response, HttpServletResponse.SC_UNAUTHORIZED);
            }
        };
    }

    private void askProgram(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal) throws IOException {
        // as for everybody who is not signed in
        response.setHeader("Connection", "close");
        if (refusal instanceof TooMany many) {
            response.setHeader("Retry-After", TooManyTries.seconds(many.after()));
            Answers.send(request, response, 429, String.valueOf(many.getMessage()));
        } else {
            response.setHeader("WWW-Authenticate", settings.basic() ? "Basic realm=\"Redress\", charset=\"UTF-8\"" : "Bearer realm=\"Redress\"");
            Answers.send(request, response, HttpServletResponse.SC_UNAUTHORIZED);
        }
    }

    /** Where the person wanted to go, if it is one of our pages. */
    private static String wanted(HttpServletRequest request) {
        var page = request.getParameter(SignInPages.TO);
        return isOurs(page) ? page : START;
    }

    private static boolean isOurs(@Nullable String page) {
        return page != null && page.matches("/|/(camunda/app|redress)/[\\w/-]*");
    }

    private static boolean isManagement(Environment environment, int port) {
        var management = environment.getProperty("local.management.port", Integer.class);
        return management != null && management == port && !management.equals(environment.getProperty("local.server.port", Integer.class));
    }

    private static RequestMatcher path(String path) {
        // a plain string matches only what the DispatcherServlet serves, and the webapps are other servlets
        return PathPatternRequestMatcher.withDefaults().matcher(path);
    }

    private static RequestMatcher paths(String... paths) {
        return new OrRequestMatcher(Stream.of(paths).map(WebSecurity::path).toList());
    }
}
