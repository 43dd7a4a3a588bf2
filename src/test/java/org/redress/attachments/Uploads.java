package org.redress.attachments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.redress.api.Browsers;
import org.redress.api.Browsers.Browser;

/** Files as a browser sends them. */
public final class Uploads {
    private static final String BOUNDARY = "a-line-between-parts";

    private Uploads() {}

    /** Adds a file to a case, with what is said of it. */
    public static HttpResponse<String> add(Browser browser, String reference, String name, byte[] content, Map<String, String> said) {
        var token = Browsers.json(browser.get("/redress/api/token"));
        return browser.send(browser.request(path(reference)).header(token.path("header").asText("X-None"), token.path("token").asText("none"))
                .header("Content-Type", type()).POST(BodyPublishers.ofByteArray(body(name, content, said))));
    }

    /** Where the attachments of a case are. */
    public static String path(String reference) {
        return "/redress/api/cases/" + reference.replace(" ", "%20") + "/attachments";
    }

    static String type() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    static byte[] body(String name, byte[] content, Map<String, String> said) {
        var body = new ByteArrayOutputStream();
        said.forEach((field, value) -> part(body, "name=\"" + field + "\"", value.getBytes(StandardCharsets.UTF_8)));
        // as browsers write a name
        part(body, "name=\"file\"; filename=\"" + name.replace("\"", "%22") + "\"", content);
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private static void part(ByteArrayOutputStream body, String disposition, byte[] content) {
        try {
            body.write(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            body.write(content);
            body.write("\r\n".getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
