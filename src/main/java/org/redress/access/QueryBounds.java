package org.redress.access;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses what is small to send to the engine and costly to work on: very many keys, and patterns with very many places that match anything. */
class QueryBounds extends OncePerRequestFilter {
    private static final Pattern ENGINE = Pattern.compile("^/(camunda/api|engine-rest)/");
    private static final Set<String> NUMBERS = Set.of("firstResult", "maxResults");
    private static final Set<String> OPERATORS = Set.of("like", "notlike");
    private static final Pattern VARIABLE = Pattern.compile("_(not)?like_", Pattern.CASE_INSENSITIVE);
    private static final int MOST_PARTS = 20_000;
    private static final int MOST_WILDCARDS = 6;
    private static final int TOO_LARGE = 413;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !ENGINE.matcher(Asked.path(request)).find();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        var body = ReadBody.of(request);
        boolean json = body != null && String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT).startsWith("application/json");
        if (json && parts(body) > MOST_PARTS) {
            Answers.send(request, response, TOO_LARGE);
        } else if (json && asksForTooMuch(body) || request.getParameterMap().entrySet().stream().anyMatch(QueryBounds::asksForTooMuch)) {
            Answers.send(request, response, HttpServletResponse.SC_BAD_REQUEST, "A pattern has at most " + MOST_WILDCARDS + " of the sign %.");
        } else if (NUMBERS.stream().anyMatch(number -> String.valueOf(request.getParameter(number)).startsWith("-"))) {
            Answers.send(request, response, HttpServletResponse.SC_BAD_REQUEST, "A number of results is not negative.");
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Names, values and brackets; whoever sends no JSON hears that from the engine. */
    private static int parts(byte[] body) throws IOException {
        int parts = 0;
        try (var parser = new JsonFactory().createParser(body)) {
            while (parts <= MOST_PARTS && parser.nextToken() != null) {
                parts++;
            }
        } catch (JsonProcessingException e) {
            return 0;
        }
        return parts;
    }

    private static boolean asksForTooMuch(byte[] body) throws IOException {
        try {
            return asksForTooMuch("", JSON.readTree(body));
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static boolean asksForTooMuch(String name, JsonNode asked) {
        if (asked.isTextual()) {
            return name.endsWith("Like") && isCostly(asked.asText());
        }
        return OPERATORS.contains(asked.path("operator").asText().toLowerCase(Locale.ROOT)) && isCostly(asked.path("value").asText())
                || asked.isArray() && StreamSupport.stream(asked.spliterator(), false).anyMatch(one -> asksForTooMuch(name, one))
                || asked.properties().stream().anyMatch(field -> asksForTooMuch(field.getKey(), field.getValue()));
    }

    private static boolean asksForTooMuch(Map.Entry<String, String[]> parameter) {
        return Stream.of(parameter.getValue()).anyMatch(value -> (parameter.getKey().endsWith("Like") || VARIABLE.matcher(value).find()) && isCostly(VARIABLE.split(value, 2).length > 1
                ? VARIABLE.split(value, 2)[1] : value));
    }

    private static boolean isCostly(String pattern) {
        return pattern.chars().filter(sign -> sign == '%').count() > MOST_WILDCARDS;
    }
}
