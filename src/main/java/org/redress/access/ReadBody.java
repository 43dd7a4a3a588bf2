package org.redress.access;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A request whose body is here already; the fields of a form are read from it, because the server has nothing left to read them from. */
class ReadBody extends HttpServletRequestWrapper {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int MOST_FIELDS = 1000;

    /** The attribute of a request that is one, whatever wraps it later. */
    private static final String READ = ReadBody.class.getName();

    private final ByteArrayInputStream body;
    private final Map<String, String[]> fields;

    /**
     * A request with its body.
     *
     * @throws IllegalArgumentException if it says that it is a form and is none, or has too many fields
     */
    ReadBody(HttpServletRequest request, byte[] body) {
        this(request, body, field -> true);
    }

    /**
     * The same, with these fields of the query only: what somebody types comes from the body, and no link gives it for them.
     *
     * @throws IllegalArgumentException if it says that it is a form and is none, or has too many fields
     */
    ReadBody(HttpServletRequest request, byte[] body, Predicate<String> ofQuery) {
        super(request);
        this.body = new ByteArrayInputStream(body);
        this.fields = new LinkedHashMap<>(request.getParameterMap());
        fields.keySet().removeIf(ofQuery.negate());
        if (request.getContentType() != null && request.getContentType().toLowerCase(Locale.ROOT).startsWith(FORM)) {
            read(new String(body, StandardCharsets.US_ASCII));
        }
        request.setAttribute(READ, body);
    }

    /** The body of a request, if it was read before, in this form or in a wrapper of it. */
    static byte @Nullable [] of(HttpServletRequest request) {
        return (byte[]) request.getAttribute(READ);
    }

    private void read(String form) {
        var pairs = form.split("&", MOST_FIELDS + 1);
        if (pairs.length > MOST_FIELDS) {
            throw new IllegalArgumentException("A form has too many fields.");
        }
        Stream.of(pairs).filter(pair -> !pair.isEmpty()).forEach(pair -> {
            var parts = pair.split("=", 2);
            fields.merge(URLDecoder.decode(parts[0], StandardCharsets.UTF_8), new String[] {parts.length > 1 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : ""},
                    (before, more) -> Stream.of(before, more).flatMap(Arrays::stream).toArray(String[]::new));
        });
    }

    @Override
    public @Nullable String getParameter(String name) {
        var values = fields.get(name);
        return values == null ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        var values = fields.get(name);
        return values == null ? null : values.clone();
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Collections.unmodifiableMap(fields);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(List.copyOf(fields.keySet()));
    }

    @Override
    public ServletInputStream getInputStream() {
        return new ServletInputStream() {
            @Override
            public int read() {
                return body.read();
            }

            @Override
            public int read(byte[] into, int from, int length) {
                return body.read(into, from, length);
            }

            @Override
            public int available() {
                return body.available();
            }

            @Override
            public boolean isFinished() {
                return body.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException("Nothing here reads without waiting.");
            }
        };
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
}
