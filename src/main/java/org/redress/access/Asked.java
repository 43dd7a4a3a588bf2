package org.redress.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a request asks for, as the server understands it, and from where: there are many ways to write one path. */
final class Asked {
    private Asked() {}

    /** An address; of the newer kind its first half, because whoever has one has all that begin like it. */
    static String network(@Nullable String address) {
        var said = String.valueOf(address);
        var parts = said.split(":");
        return parts.length > 4 ? String.join(":", List.of(parts).subList(0, 4)) : said;
    }

    static String path(HttpServletRequest request) {
        return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    }
}
