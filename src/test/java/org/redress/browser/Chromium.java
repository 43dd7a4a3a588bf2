package org.redress.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The installed Chromium, without a window: {@code -Dredress.chromium}, {@code REDRESS_CHROMIUM}, or where Debian puts it. */
public record Chromium(Playwright playwright, Browser browser) implements ExtensionContext.Store.CloseableResource, AutoCloseable {
    static final Path PROGRAM = Path.of(Objects.requireNonNullElse(
            System.getProperty("redress.chromium", System.getenv("REDRESS_CHROMIUM")), "/usr/bin/chromium"));

    private static final List<String> QUIETLY = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync");

    public static Chromium start() {
        var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Chromium(playwright, playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(PROGRAM).setArgs(QUIETLY)));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
