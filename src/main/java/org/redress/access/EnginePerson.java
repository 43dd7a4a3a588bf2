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
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The engine and the webapps see each request as the person who signed in, with the groups and councils of this moment: what an
 * administrator takes away is gone with the next click, and whoever has no account any more is signed out.
 */
class EnginePerson extends OncePerRequestFilter {
    private static final String WEBAPPS_SIGN_OUT = "/camunda/api/admin/auth/user/[^/]+/logout";

    private final Accounts accounts;
    private final SignInServers servers;
    private final ProcessEngine engine;

    EnginePerson(Accounts accounts, SignInServers servers, ProcessEngine engine) {
        this.accounts = accounts;
        this.servers = servers;
        this.engine = engine;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn == null || signedIn instanceof AnonymousAuthenticationToken || isFile(Asked.path(request))) {
            chain.doFilter(request, response);
            return;
        }
        // somebody may have come to a council to which the server that signed them in is not tied
        var account = accounts.find(signedIn.getName()).filter(known -> !(signedIn instanceof OAuth2AuthenticationToken token)
                || servers.mayName(token.getAuthorizedClientRegistrationId(), known));
        if (account.isEmpty()) {
            Sessions.end(request);
            Answers.send(request, response, HttpServletResponse.SC_UNAUTHORIZED);
        } else if (Asked.path(request).startsWith("/camunda/")) {
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
