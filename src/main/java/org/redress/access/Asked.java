package org.redress.access;

import jakarta.servlet.http.HttpServletRequest;

/** What a request asks for, as the server understands it: there are many ways to write one path. */
final class Asked {
    private Asked() {}

    static String path(HttpServletRequest request) {
        return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    }
}
