package org.redress.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** What another server was asked for somebody who signs in there: a text in the session, until the answer comes. */
class AskedElsewhere implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What the answer is compared with. */
    record Question(String server, String client, String back, Set<String> scopes, String state, Map<String, String> parameters, Map<String, String> attributes) {}

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(KeptSession.ASKED) instanceof String text)) {
            return null;
        }
        var question = read(text);
        return question != null && question.state().equals(request.getParameter("state")) ? OAuth2AuthorizationRequest.authorizationCode().authorizationUri(question.server())
                .clientId(question.client()).redirectUri(question.back()).scopes(question.scopes()).state(question.state())
                .additionalParameters(Map.copyOf(question.parameters())).attributes(all -> all.putAll(question.attributes())).build() : null;
    }

    @Override
    public void saveAuthorizationRequest(@Nullable OAuth2AuthorizationRequest asked, HttpServletRequest request, HttpServletResponse response) {
        if (asked == null) {
            forget(request);
        } else {
            request.getSession().setAttribute(KeptSession.ASKED, write(new Question(asked.getAuthorizationUri(), asked.getClientId(), asked.getRedirectUri(),
                    asked.getScopes(), asked.getState(), texts(asked.getAdditionalParameters()), texts(asked.getAttributes()))));
        }
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(HttpServletRequest request, HttpServletResponse response) {
        var asked = loadAuthorizationRequest(request);
        if (asked != null) {
            forget(request);
        }
        return asked;
    }

    private static void forget(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(KeptSession.ASKED);
        }
    }

    private static Map<String, String> texts(Map<String, Object> values) {
        return values.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, value -> String.valueOf(value.getValue())));
    }

    private static String write(Question question) {
        try {
            return JSON.writeValueAsString(question);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Question read(String text) {
        try {
            return JSON.readValue(text, Question.class);
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
