package org.redress.access;

import org.redress.identity.Accounts;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Whom a token of the OpenID Connect server stands for: the account with the name that one of its claims gives. Roles and councils
 * are never taken from a token.
 */
class OpenIdPeople {
    private static final String NO_ACCOUNT = "You are known to your organisation, but have no account here. Ask the administrator of Redress for one.";

    private final Accounts accounts;
    private final String claim;
    private final OidcUserService tokens = new OidcUserService();

    OpenIdPeople(Accounts accounts, String claim) {
        this.accounts = accounts;
        this.claim = claim;
    }

    /** For the sign-in in a browser. */
    OAuth2UserService<OidcUserRequest, OidcUser> ofSignIn() {
        return request -> {
            var user = tokens.loadUser(request);
            if (accounts.find(user.getClaimAsString(claim)).isEmpty()) {
                throw new OAuth2AuthenticationException(new OAuth2Error("no_account"), NO_ACCOUNT);
            }
            return new DefaultOidcUser(AuthorityUtils.NO_AUTHORITIES, user.getIdToken(), user.getUserInfo(), claim);
        };
    }

    /** For a call of the API with a token. */
    AbstractAuthenticationToken ofBearer(Jwt token) {
        var account = accounts.find(token.getClaimAsString(claim)).orElseThrow(() -> new InvalidBearerTokenException(NO_ACCOUNT));
        return new JwtAuthenticationToken(token, AuthorityUtils.NO_AUTHORITIES, account.id());
    }
}
