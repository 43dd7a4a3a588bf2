package org.redress.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.redress.casefile.CaseAddress;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.util.HtmlUtils;

/** The frame of our own pages: one style sheet, readable without it, and a script only where one draws what the page is about. */
public final class Pages {
    /** The head of a column of references. */
    public static final String CASE = "Case";
    /** What every page says in the demonstration. */
    static final String DEMONSTRATION = "<p class=\"redress-demonstration\">Demonstration: published cases, no real data</p>";
    /** The attribute of the servlet context that says that this is one. */
    static final String IS_DEMONSTRATION = "redress.demonstration";

    /** What a page with a script of ours may do: run it, and let it ask our API. */
    private static final String DRAWN = Headers.POLICY + "; script-src 'self'; connect-src 'self'";

    private Pages() {}

    /** A page with a title and a content that is already markup. */
    public static String page(HttpServletRequest request, String title, String content) {
        return page(request, title, content, "");
    }

    /**
     * The answer with a page into which a module of ours draws what it asks our API for.
     *
     * @param module the address of the script
     */
    public static ResponseEntity<String> drawn(HttpServletRequest request, String title, String content, String module) {
        var head = "<link rel=\"stylesheet\" href=\"/redress/case.css\">\n<script type=\"module\" src=\"" + module + "\"></script>\n";
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).header("Content-Security-Policy", DRAWN).contentType(MediaType.valueOf("text/html;charset=UTF-8"))
                .body(page(request, title, content, head));
    }

    private static String page(HttpServletRequest request, String title, String content, String head) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s – Redress</title>
                <link rel="icon" href="/camunda/favicon.ico">
                <link rel="stylesheet" href="/redress/page.css">
                %s</head>
                <body>
                <a class="skip" href="#content">Skip to the content</a>
                %s
                <main id="content" tabindex="-1">
                %s
                </main>
                <footer><a href="/redress/accessibility">Accessibility</a></footer>
                </body>
                </html>
                """.formatted(HtmlUtils.htmlEscape(title), head, demonstration(request), content);
    }

    /** A page as it is answered, with the status of HTTP; nothing keeps a copy of it. */
    public static ResponseEntity<String> answer(int status, String page) {
        return ResponseEntity.status(status).cacheControl(CacheControl.noStore()).contentType(MediaType.valueOf("text/html;charset=UTF-8")).body(page);
    }

    /** A table with what it is a table of, the heads of its columns and its cells, which are plain text; the references of a column {@link #CASE} lead to the pages of the cases. */
    public static String table(String caption, List<String> heads, List<List<String>> rows) {
        return scrolling(caption, "<thead><tr>"
                + heads.stream().map(head -> "<th scope=\"col\">" + HtmlUtils.htmlEscape(head) + "</th>").collect(Collectors.joining()) + "</tr></thead>\n<tbody>\n"
                + rows.stream().map(row -> "<tr>" + cells(heads, row) + "</tr>\n").collect(Collectors.joining()) + "</tbody>\n");
    }

    /** A table of which head and body are markup already: in a narrow window it scrolls by itself, also by keyboard, and the page does not. */
    public static String scrolling(String caption, String content) {
        var name = HtmlUtils.htmlEscape(caption);
        return "<div class=\"scrolls\" role=\"region\" aria-label=\"" + name + "\" tabindex=\"0\">\n<table>\n<caption class=\"unseen\">" + name + "</caption>\n" + content + "</table>\n</div>\n";
    }

    private static String cells(List<String> heads, List<String> row) {
        return IntStream.range(0, row.size()).mapToObj(at -> "<td>" + (heads.get(at).equals(CASE) && !row.get(at).isEmpty() ? caseLink(row.get(at)) : HtmlUtils.htmlEscape(row.get(at))) + "</td>")
                .collect(Collectors.joining());
    }

    /** A reference with the page of its case behind it. */
    public static String caseLink(String reference) {
        return "<a href=\"" + CaseAddress.of(reference) + "\">" + HtmlUtils.htmlEscape(reference) + "</a>";
    }

    /** The hidden field without which a form of ours is not taken. */
    public static String token(HttpServletRequest request) {
        var token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return token == null ? "" : "<input type=\"hidden\" name=\"%s\" value=\"%s\">".formatted(token.getParameterName(), token.getToken());
    }

    private static String demonstration(HttpServletRequest request) {
        return Boolean.TRUE.equals(request.getServletContext().getAttribute(IS_DEMONSTRATION)) ? "<header>" + DEMONSTRATION + "</header>" : "";
    }
}
