package org.redress.access;

import org.jspecify.annotations.Nullable;
import org.redress.identity.ApiTokens;
import org.redress.identity.PasswordTries;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Signs programs in with a token: one of ours, or one of the OpenID Connect server if there is one. */
class ProgramSignIn implements AuthenticationManager {
    private static final Logger LOG = LoggerFactory.getLogger(ProgramSignIn.class);

    private final ApiTokens ours;
    private final PasswordTries tries;
    private final @Nullable AuthenticationManager server;

    ProgramSignIn(ApiTokens ours, PasswordTries tries, @Nullable AuthenticationManager server) {
        this.ours = ours;
        this.tries = tries;
        this.server = server;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        var token = ((BearerTokenAuthenticationToken) asked).getToken();
        if (server != null && !token.startsWith(ApiTokens.PREFIX)) {
            return server.authenticate(asked);
        }
        var pass = ours.pass(token).orElseThrow(() -> {
            var address = asked.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "somewhere";
            if (tries.mayNote("a token", Asked.network(address))) {
                LOG.warn("Sign-in refused: there is no such token, or it has ended, from {}.", address);
            }
            return new InvalidBearerTokenException("There is no such token, or it has ended.");
        });
        return UsernamePasswordAuthenticationToken.authenticated(pass.account(), null, pass.scopes().stream().map(scope -> new SimpleGrantedAuthority(scope.authority())).toList());
    }
}
