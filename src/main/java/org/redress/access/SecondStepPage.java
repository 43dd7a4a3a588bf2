package org.redress.access;

import io.nayuki.qrcodegen.QrCode;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.redress.identity.SecondFactors.Offer;
import org.springframework.web.util.HtmlUtils;

/** The page between password and sign-in: asks for the code, and shows what to set up to those who have no second factor yet. */
final class SecondStepPage {
    private static final int QUIET = 4;
    private static final int GROUP = 4;

    private SecondStepPage() {}

    static String of(HttpServletRequest request, SecondStep step) {
        boolean again = step.isAskedAgain();
        var said = again ? "<p role=\"alert\" class=\"refusal\" id=\"refusal\">" + text(String.valueOf(step.getMessage())) + "</p>\n" : "";
        var title = step.offer().isPresent() ? "Set up a second factor" : "Enter the code";
        return Pages.page(request, (again ? "Not signed in: " : "") + title, "<h1>" + title + "</h1>\n" + said
                + step.offer().map(offer -> setUp(step.account(), offer)).orElse("<p>Type the six figures that your device shows now. If it is lost, type one of your recovery codes.</p>\n")
                + form(request, step, again) + (step.mayWait() ? later(request, step) : "") + "<p><a href=\"" + SignInPages.SIGN_IN + "\">Begin again</a></p>");
    }

    private static String form(HttpServletRequest request, SecondStep step, boolean again) {
        return """
                <form method="post">
                %s
                <input type="hidden" name="%s" value="%s">
                <label for="code">Code</label>
                <input id="code" name="%s" autocomplete="one-time-code" autocapitalize="none" spellcheck="false" maxlength="30" required%s>
                <button>Sign in</button>
                </form>
                """.formatted(Pages.token(request), InBrowser.STEP, step.sealed(), InBrowser.CODE, again ? " aria-describedby=\"refusal\" aria-invalid=\"true\"" : "");
    }

    private static String later(HttpServletRequest request, SecondStep step) {
        return """
                <form method="post">
                %s
                <input type="hidden" name="%s" value="%s">
                <input type="hidden" name="%s" value="yes">
                <button class="second">Not now</button>
                </form>
                """.formatted(Pages.token(request), InBrowser.STEP, step.sealed(), InBrowser.LATER);
    }

    private static String setUp(String account, Offer offer) {
        var address = "otpauth://totp/Redress:" + encoded(account) + "?secret=" + offer.secret() + "&issuer=Redress";
        return """
                <p>Whoever supervises or administers signs in with the password and a code that a device of theirs shows: a phone with an authenticator app, or a password manager.</p>
                <h2>1. Give it to the device</h2>
                <p>Scan this picture, <a href="%s">open it on this device</a>, or type the letters below into it.</p>
                %s
                <p><code>%s</code></p>
                <h2>2. Keep the recovery codes</h2>
                <p>Each signs you in once when the device is lost. Write them down and keep them apart from it: nobody can show them again.</p>
                <ul class="codes">
                %s
                </ul>
                <h2>3. Type the code that the device shows</h2>
                """.formatted(text(address), picture(address), groups(offer.secret()),
                offer.recoveryCodes().stream().map(code -> "<li><code>" + code + "</code></li>").collect(Collectors.joining("\n")));
    }

    /** The picture as a part of the page: no script, and no address from which somebody else could get it. */
    private static String picture(String address) {
        var code = QrCode.encodeText(address, QrCode.Ecc.MEDIUM);
        var dots = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    dots.append('M').append(x + QUIET).append(' ').append(y + QUIET).append("h1v1h-1z");
                }
            }
        }
        int size = code.size + 2 * QUIET;
        return "<svg class=\"code\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"The letters below, as a picture for the device\"><rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/><path d=\"%s\" fill=\"#000\"/></svg>"
                .formatted(size, size, dots);
    }

    private static String groups(String secret) {
        return secret.replaceAll("(.{" + GROUP + "})(?=.)", "$1 ");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String text(String text) {
        return HtmlUtils.htmlEscape(text);
    }
}
