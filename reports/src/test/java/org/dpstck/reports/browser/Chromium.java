package org.dpstck.reports.browser;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The browser on this machine, with its driver.
 *
 * <p>Nothing is downloaded from anywhere but the package manager of the machine, and that only by root on a machine with
 * {@code apt-get}: a container that builds. Everybody else is told what to install.
 */
record Chromium(Path browser, Path driver) {

    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome", "chrome");
    private static final long PATIENCE_MINUTES = 8;

    /** Finds both on the path, or installs them where that is ours to do. */
    static Chromium find() {
        return look().or(() -> {
                    install();
                    return look();
                })
                .orElseThrow(
                        () -> new IllegalStateException("The tests of the HTML report need Chromium and its driver on"
                                + " the PATH: on Debian `apt-get install chromium chromium-driver`, on Ubuntu `snap install"
                                + " chromium`, elsewhere Chrome and a chromedriver of the same version. To leave these tests out:"
                                + " mvn verify -DexcludedGroups=browser"));
    }

    private static Optional<Chromium> look() {
        return BROWSERS.stream()
                .flatMap(name -> onPath(name).stream())
                .findFirst()
                .flatMap(browser -> onPath("chromedriver").map(driver -> new Chromium(browser, driver)));
    }

    private static Optional<Path> onPath(String name) {
        var folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
        return Arrays.stream(folders)
                .flatMap(folder -> Stream.of(Path.of(folder, name), Path.of(folder, name + ".exe")))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static void install() {
        if (!"root".equals(System.getProperty("user.name")) || onPath("apt-get").isEmpty()) {
            return;
        }
        run("apt-get", "-q", "update");
        run(
                "apt-get",
                "-q",
                "-y",
                "install",
                "--no-install-recommends",
                "chromium",
                "chromium-driver",
                "fonts-dejavu-core");
    }

    private static void run(String... command) {
        try {
            var process = new ProcessBuilder(command).inheritIO();
            process.environment().put("DEBIAN_FRONTEND", "noninteractive");
            var running = process.start();
            if (!running.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                running.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
