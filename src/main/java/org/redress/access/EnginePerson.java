package org.redress.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.redress.identity.Accounts;
import org.redress.identity.Accounts.Account;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The engine and the webapps see each request as the person who signed in, with the groups and councils of this moment: what an
 * administrator takes away is gone with the next click, and whoever has no account any more, or not what their session rests on, is signed out.
 */
class EnginePerson extends OncePerRequestFilter {
    private static final String WEBAPPS_SIGN_OUT = "/camunda/api/admin/auth/user/[^/]+/logout/?";
    private static final Logger LOG = LoggerFactory.getLogger(EnginePerson.class);

    private final Accounts accounts;
    private final SignInServers servers;
    private final SignInSettings settings;
    private final ProcessEngine engine;
    private final Sessions sessions;

    EnginePerson(Accounts accounts, SignInServers servers, SignInSettings settings, ProcessEngine engine, Sessions sessions) {
        this.accounts = accounts;
        this.servers = servers;
        this.settings = settings;
        this.engine = engine;
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn == null || signedIn instanceof AnonymousAuthenticationToken || isFile(Asked.path(request))) {
            chain.doFilter(request, response);
            return;
        }
        var account = accounts.find(signedIn.getName()).filter(known -> maySignInLikeThat(signedIn, known)).filter(known -> sessions.stands(request, known));
        if (account.isEmpty()) {
            Sessions.end(request);
            throw new StandsNoMore();
        }
        if (Asked.path(request).startsWith("/camunda/")) {
            tellWebapps(request, account.get());
            chain.doFilter(request, response);
            if (Asked.path(request).matches(WEBAPPS_SIGN_OUT) && response.getStatus() == HttpServletResponse.SC_OK) {
                Sessions.end(request);
            }
        } else {
            tellEngine(account.get());
            try {
                chain.doFilter(request, response);
            } finally {
                engine.getIdentityService().clearAuthentication();
            }
        }
    }

    /** Somebody may have come to a council to which the server that signed them in is not tied, or the settings may have changed over a restart. */
    private boolean maySignInLikeThat(Authentication signedIn, Account account) {
        if (!(signedIn instanceof SignedIn.Person person)) {
            return true;
        }
        if (person.server().isEmpty() && !person.withCode() && CodeSignIn.isMissing(settings, account)) {
            LOG.info("A session of {} ended: they need a second factor by now.", account.id());
            return false;
        }
        return person.server().isEmpty() ? settings.password() : servers.knows(person.server()) && servers.mayName(person.server(), account);
    }

    /** A script, a style or a picture of the webapps, for which nobody has to be looked up. */
    private static boolean isFile(String path) {
        return path.startsWith("/camunda/") && !path.startsWith("/camunda/api/") && !path.endsWith("/");
    }

    private void tellWebapps(HttpServletRequest request, Account account) {
        var person = AuthenticationUtil.createAuthentication(engine, account.id(), account.groups(), account.councils());
        AuthenticationUtil.getAuthsFromSession(request.getSession()).addOrReplace(person);
    }

    private void tellEngine(Account account) {
        engine.getIdentityService().setAuthentication(account.id(), account.groups(), account.councils());
    }
}
