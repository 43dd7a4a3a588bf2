package org.redress.access;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.authorization.Groups;
import org.jspecify.annotations.Nullable;
import org.redress.identity.Accounts.Account;
import org.redress.identity.StartRefused;
import org.redress.identity.Tenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;

/**
 * Whom each OpenID Connect server may name: accounts of the councils to which {@code redress.sign-in.councils} ties it. One server alone
 * may name everybody; of several, each has to be tied, or whoever runs one of them could sign in as anybody at any council.
 */
@Component
@ConditionalOnWebApplication
@Order(13)
class SignInServers implements ApplicationRunner {
    /** Stands for the accounts that belong to no council: administrators and process owners. */
    static final String NO_COUNCIL = "no-council";
    /** The name of the server whose tokens programs send, if it is none of those where people sign in. */
    static final String TOKENS = "tokens";

    private static final String SETTING = "redress.sign-in.councils";
    private static final Logger LOG = LoggerFactory.getLogger(SignInServers.class);

    private final Tenants tenants;
    private final Map<String, Set<String>> ties = new TreeMap<>();
    private final Set<String> names = new TreeSet<>();
    private final String ofTokens;

    SignInServers(Environment settings, ObjectProvider<ClientRegistrationRepository> servers, Tenants tenants) {
        this.tenants = tenants;
        var registrations = registrations(servers.getIfAvailable());
        registrations.forEach(one -> names.add(one.getRegistrationId()));
        Binder.get(settings).bind(SETTING, Bindable.mapOf(String.class, String[].class)).orElseGet(Map::of).forEach((name, councils) -> ties.put(name, Set.of(councils)));
        var issuer = settings.getProperty("spring.security.oauth2.resourceserver.jwt.issuer-uri", "");
        ofTokens = ofTokens(issuer, registrations);
        if (!issuer.isBlank()) {
            names.add(ofTokens);
        }
        ties.keySet().stream().filter(name -> !names.contains(name)).findFirst().ifPresent(name -> {
            throw new StartRefused(SETTING + "." + name + " names no OpenID Connect server" + (names.isEmpty() ? "." : "; there are " + String.join(", ", names) + "."));
        });
        names.stream().filter(name -> names.size() > 1 && !ties.containsKey(name)).findFirst().ifPresent(name -> {
            throw new StartRefused("There are several OpenID Connect servers (" + String.join(", ", names) + "), and " + SETTING + "." + name + " is missing:"
                    + " each has to name the councils whose people it may sign in, such as kent, and " + NO_COUNCIL + " for administrators and process owners.");
        });
    }

    /** The tokens of programs are those of a server where people sign in, if exactly one has the same issuer and they are not tied apart. */
    private String ofTokens(String issuer, List<ClientRegistration> registrations) {
        var same = registrations.stream().filter(one -> issuer.equals(one.getProviderDetails().getIssuerUri())).map(ClientRegistration::getRegistrationId).toList();
        return same.size() == 1 && !ties.containsKey(TOKENS) ? same.get(0) : TOKENS;
    }

    private static List<ClientRegistration> registrations(@Nullable Object known) {
        return known instanceof Iterable<?> all ? StreamSupport.stream(all.spliterator(), false).map(ClientRegistration.class::cast).toList() : List.of();
    }

    /** Whether this server may sign in this account: all councils of the account have to be its own; who administers is of no council, whatever the account says. */
    boolean mayName(String server, Account account) {
        var tied = ties.get(server);
        boolean ofNoCouncil = account.councils().isEmpty() || account.groups().contains(Groups.CAMUNDA_ADMIN);
        return tied == null || tied.containsAll(account.councils()) && (!ofNoCouncil || tied.contains(NO_COUNCIL));
    }

    /** Whether it is one of those that are configured. */
    boolean knows(String server) {
        return names.contains(server);
    }

    /** Says at the start whom each may name. */
    @Override
    public void run(ApplicationArguments arguments) {
        var councils = new TreeSet<>(tenants.all());
        councils.add(NO_COUNCIL);
        for (var name : names) {
            var tied = ties.get(name);
            if (tied == null) {
                LOG.info("The OpenID Connect server \"{}\" is the only one and may sign in the accounts of all councils; {}.{} would name fewer.", name, SETTING, name);
            } else {
                LOG.info("The OpenID Connect server \"{}\" may sign in accounts of {}.", name, String.join(", ", new TreeSet<>(tied)));
                tied.stream().filter(council -> !councils.contains(council))
                        .forEach(council -> LOG.warn("{}.{} names {}, and there is no such council yet.", SETTING, name, council));
            }
        }
    }

    /** What the log says of an account that a server must not name. */
    static void note(String server, Account account) {
        LOG.warn("Sign-in refused: the OpenID Connect server \"{}\" is not tied to the councils of {}.", server, account.id());
    }

    /** The server whose tokens programs send. */
    String ofTokens() {
        return ofTokens;
    }
}
