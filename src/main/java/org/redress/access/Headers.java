package org.redress.access;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What browsers are told with every answer, errors of the server before anything of ours included. */
final class Headers {
    static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    static final String PERMISSIONS = "camera=(), geolocation=(), microphone=()";

    private static final Map<String, String> ALL = new TreeMap<>(Map.of(
            "Cache-Control", "no-store",
            "Content-Security-Policy", POLICY,
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", PERMISSIONS,
            "Referrer-Policy", "same-origin",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY"));

    private Headers() {}

    /** Adds what an error has not been given yet. */
    static void complete(HttpServletResponse response) {
        ALL.forEach((name, value) -> {
            if (!response.containsHeader(name)) {
                response.setHeader(name, value);
            }
        });
    }

    /** As they stand in an answer. */
    static String lines() {
        return ALL.entrySet().stream().map(header -> header.getKey() + ": " + header.getValue() + "\r\n").collect(Collectors.joining());
    }
}
