package org.puente.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Debian's Chromium without a screen, with an eye on what a page must never do. */
final class Chromium implements AutoCloseable {

    private static final Path EXECUTABLE = Path.of("/usr/bin/chromium");
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final double PATIENCE = 30_000;

    private final Playwright playwright;
    private final Browser browser;
    private final String origin;
    private final List<String> faults = new ArrayList<>();
    private BrowserContext context;

    private Chromium(String origin) {
        this.origin = origin;
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(EXECUTABLE)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** Skips the test where there is no Chromium, except on a build server, which must have one. */
    static Chromium start(String origin) {
        boolean there = Files.isExecutable(EXECUTABLE);
        assertThat(there || System.getenv("CI") == null)
                .as(EXECUTABLE + " is required on a build server")
                .isTrue();
        assumeTrue(there, EXECUTABLE + " is absent: apt-get install chromium runs these tests");
        return new Chromium(origin);
    }

    /** A screen that pages are read on. */
    enum Screen {
        DESK(1280, 900, ColorScheme.LIGHT),
        DARK_PHONE(390, 844, ColorScheme.DARK);

        private final int width;
        private final int height;
        private final ColorScheme colours;

        Screen(int width, int height, ColorScheme colours) {
            this.width = width;
            this.height = height;
            this.colours = colours;
        }
    }

    /** A new page in a profile of its own. */
    Page page(Screen screen) {
        closeContext();
        faults.clear();
        context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(screen.width, screen.height)
                .setColorScheme(screen.colours)
                .setLocale("en-US")
                .setBaseURL(origin));
        context.setDefaultTimeout(PATIENCE);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                faults.add(message.type() + ": " + message.text());
            }
        });
        page.onPageError(error -> faults.add("error: " + error));
        page.onRequest(request -> {
            if (!request.url().startsWith(origin + "/") && !request.url().startsWith("data:")) {
                faults.add("request to " + request.url());
            }
        });
        return page;
    }

    /** What went wrong on the page; the browser's note of a failed answer is no fault where the test asked for one. */
    List<String> faults(boolean failedAnswers) {
        return faults.stream()
                .filter(fault -> !failedAnswers || !fault.startsWith("error: Failed to load resource"))
                .toList();
    }

    /** What keeps people out: every rule of axe that the page breaks, with the elements that do. */
    static List<String> barriers(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .map(rule -> rule.getId() + " " + rule.getNodes())
                        .toList();
    }

    static void keep(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    private void closeContext() {
        if (context != null) {
            context.close();
        }
    }

    @Override
    public void close() {
        closeContext();
        browser.close();
        playwright.close();
    }
}
