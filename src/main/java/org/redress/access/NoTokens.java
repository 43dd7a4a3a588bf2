package org.redress.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;

/** The other server's tokens say who somebody is, once; nothing is done with them afterwards, so none is kept. */
class NoTokens implements OAuth2AuthorizedClientRepository {
    @Override
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(String server, Authentication person, HttpServletRequest request) {
        return null;
    }

    @Override
    public void saveAuthorizedClient(OAuth2AuthorizedClient tokens, Authentication person, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public void removeAuthorizedClient(String server, Authentication person, HttpServletRequest request, HttpServletResponse response) {}
}
