package org.redress.browser;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** What must not happen on a page that shows what people wrote: anything but showing it. */
final class Watch {
    private static final List<String> INSIDE = List.of("data:", "blob:", "about:");

    /** The browser's own line for each answer that is not 2xx, which tests look at by themselves. */
    private static final String ANSWERED = "Failed to load resource: the server responded with a status of";

    private final Page page;
    private final List<String> alarms = new ArrayList<>();

    private Watch(Page page) {
        this.page = page;
    }

    /** Watches a page from its next address on. */
    static Watch over(Page page, int port) {
        var watch = new Watch(page);
        page.onPageError(error -> watch.alarms.add("a script's error: " + error));
        page.onPopup(popup -> watch.alarms.add("a window: " + popup.url()));
        page.onDownload(download -> watch.alarms.add("a download: " + download.url()));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().startsWith(ANSWERED)) {
                watch.alarms.add("in the console: " + message.text());
            }
        });
        page.context().onRequest(request -> {
            if (INSIDE.stream().noneMatch(request.url()::startsWith) && !request.url().startsWith("http://localhost:" + port + "/")) {
                watch.alarms.add("a request: " + request.url());
            }
        });
        page.exposeFunction("redressBreach", arguments -> watch.alarms.add("a breach of the content security policy: " + arguments[0]));
        // AngularJS tries once for each page whether it may make functions of text; one that an expression made would be an error in the console too
        page.addInitScript("addEventListener('securitypolicyviolation', breach => {"
                + " if (breach.blockedURI !== 'eval' || !breach.sourceFile.endsWith('/camunda/lib/deps.js'))"
                + " redressBreach(breach.violatedDirective + ' ' + breach.blockedURI + ' ' + breach.sourceFile); })");
        return watch;
    }

    /** What happened so far; a script of a payload leaves a mark on the page. */
    List<String> alarms() {
        if (Boolean.TRUE.equals(page.evaluate("() => window.pwned !== undefined"))) {
            alarms.add("a payload ran at " + page.url());
        }
        return alarms;
    }
}
