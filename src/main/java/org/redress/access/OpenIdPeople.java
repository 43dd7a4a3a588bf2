package org.redress.access;

import java.util.List;
import org.redress.identity.Accounts;
import org.redress.identity.Accounts.Account;
import org.redress.identity.PasswordTries;
import org.redress.identity.TokenScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
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
 * are never taken from a token, and no server names the people of councils that are not its own.
 */
class OpenIdPeople {
    /** The same for an account of others, so that no organisation learns who has one elsewhere. */
    private static final String NO_ACCOUNT = "You are known to your organisation, but it has no account here that you could use. Ask the administrator of Redress for one.";

    private static final String NOT_WORKED = "The sign-in of your organisation did not work. Try again; if it happens once more, tell the administrator of Redress.";
    private static final Logger LOG = LoggerFactory.getLogger(OpenIdPeople.class);

    private final Accounts accounts;
    private final SignInServers servers;
    private final PasswordTries tries;
    private final String claim;
    private final OidcUserService tokens = new OidcUserService();

    OpenIdPeople(Accounts accounts, SignInServers servers, PasswordTries tries, String claim) {
        this.accounts = accounts;
        this.tries = tries;
        this.servers = servers;
        this.claim = claim;
    }

    /** For the sign-in in a browser. */
    OAuth2UserService<OidcUserRequest, OidcUser> ofSignIn() {
        return request -> {
            var user = tokens.loadUser(request);
            var server = request.getClientRegistration().getRegistrationId();
            if (accounts.find(user.getClaimAsString(claim)).filter(account -> its(account, server)).isEmpty()) {
                throw new OAuth2AuthenticationException(new OAuth2Error("no_account"), NO_ACCOUNT);
            }
            return new DefaultOidcUser(AuthorityUtils.NO_AUTHORITIES, user.getIdToken(), user.getUserInfo(), claim);
        };
    }

    /** What is said of a sign-in that was refused: what the other server or its token got wrong is for the log. */
    String sentence(AuthenticationException refusal, String address) {
        if (refusal instanceof OAuth2AuthenticationException other && !NO_ACCOUNT.equals(refusal.getMessage())) {
            if (tries.mayNote("answered elsewhere", address)) {
                LOG.warn("A sign-in with the OpenID Connect server was refused: {}", other.getError().getErrorCode().replaceAll("[^\\w-]", ""));
            }
            return NOT_WORKED;
        }
        return String.valueOf(refusal.getMessage());
    }

    /** For a call of the API with a token. */
    AbstractAuthenticationToken ofBearer(Jwt token) {
        var account = accounts.find(token.getClaimAsString(claim)).filter(known -> its(known, servers.ofTokens()))
                .orElseThrow(() -> new InvalidBearerTokenException(NO_ACCOUNT));
        return new JwtAuthenticationToken(token, scopes(token), account.id());
    }

    /** Those of our own API; what else the server lets a program do is no matter here. */
    private static List<GrantedAuthority> scopes(Jwt token) {
        var claimed = token.getClaim("scope") instanceof String text ? text : "";
        return TokenScope.read(claimed).stream().map(scope -> (GrantedAuthority) new SimpleGrantedAuthority(scope.authority())).toList();
    }

    private boolean its(Account account, String server) {
        boolean its = servers.mayName(server, account);
        if (!its) {
            SignInServers.note(server, account);
        }
        return its;
    }
}
