package org.dpstck.reports.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A headless browser, and what a test wants to know of the page in it. */
final class Browser implements AutoCloseable {

    /** Says with every start that it does not know the newest Chromium by its protocol, which nothing here uses. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PATIENCE_FOR_AXE = Duration.ofMinutes(3);

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    static Browser start() {
        SELENIUM.setLevel(Level.SEVERE);
        var chromium = Chromium.find();
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        var options = new ChromeOptions();
        options.setBinary(chromium.browser().toFile());
        // Root may not use the sandbox, and a container has little shared memory; the pages are our own.
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu");
        options.setCapability("goog:loggingPrefs", logs);
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromium.driver().toFile())
                .usingAnyFreePort()
                .build();
        var driver = new ChromeDriver(service, options);
        driver.manage().timeouts().scriptTimeout(PATIENCE_FOR_AXE);
        return new Browser(driver);
    }

    void open(Path page, String fragment) {
        // Another page first: the same one with another fragment would only be scrolled.
        driver.get("about:blank");
        logs(LogType.BROWSER);
        logs(LogType.PERFORMANCE);
        driver.get(page.toUri() + fragment);
        until("document.documentElement.dataset.ready === 'yes'");
    }

    void size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    }

    void dark(boolean dark) {
        var features = List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"));
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "", "features", features));
    }

    /** As on paper, after what a browser tells a page before it prints it; or as on a screen again. */
    void paper(boolean paper) {
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", paper ? "print" : ""));
        js("window.dispatchEvent(new Event(arguments[0]))", paper ? "beforeprint" : "afterprint");
    }

    /** Writes what is in the window as a picture. */
    void picture(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, driver.getScreenshotAs(org.openqa.selenium.OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Object js(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** Waits until an expression is true. */
    void until(String expression) {
        new WebDriverWait(driver, PATIENCE)
                .withMessage(() -> expression + " does not come true")
                .until(it -> Boolean.TRUE.equals(js("return " + expression)));
    }

    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    /** What a person sees of a kind of element; asked in the page itself, because there may be thousands. */
    @SuppressWarnings("unchecked")
    List<WebElement> shown(String selector) {
        return (List<WebElement>)
                js("return [...document.querySelectorAll(arguments[0])].filter(e => e.checkVisibility())", selector);
    }

    String address() {
        return driver.getCurrentUrl();
    }

    void go(String fragment) {
        js("location.hash = arguments[0]", fragment);
    }

    /** Everything that the console got since the page was opened. */
    List<String> console() {
        return logs(LogType.BROWSER);
    }

    /** What the page asked the network for since it was opened. */
    List<String> requests() {
        return logs(LogType.PERFORMANCE).stream()
                .filter(it -> it.contains("\"Network.requestWillBeSent\""))
                .toList();
    }

    /** What makes the page wider than the window; empty if nothing does. */
    @SuppressWarnings("unchecked")
    List<String> tooWide() {
        return (List<String>) js("const width = document.documentElement.clientWidth;"
                + "if (document.documentElement.scrollWidth <= width) return [];"
                + "return ['page: ' + document.documentElement.scrollWidth].concat([...document.querySelectorAll('*')]"
                + ".filter(e => e.getBoundingClientRect().right > width && !e.parentElement.closest('.scroll,.code'))"
                + ".slice(0, 8).map(e => e.outerHTML.slice(0, 120)))");
    }

    /** What axe finds that is serious or critical, one line each. */
    @SuppressWarnings("unchecked")
    List<String> barriers() {
        js(axe());
        var found = (List<String>) driver.executeAsyncScript("const done = arguments[arguments.length - 1];"
                + "axe.run(document, {resultTypes: ['violations']}).then(r => done(r.violations"
                + ".filter(v => v.impact === 'serious' || v.impact === 'critical')"
                + ".map(v => v.id + ': ' + v.help + ' ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 200)).join(' | '))),"
                + " e => done([String(e)]))");
        return found;
    }

    @Override
    public void close() {
        driver.quit();
    }

    private List<String> logs(String type) {
        return driver.manage().logs().get(type).getAll().stream()
                .map(entry -> entry.getMessage())
                .toList();
    }

    private static String axe() {
        try (var script = Browser.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
