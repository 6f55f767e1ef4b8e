package org.dpstck.reports.html;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Style sheet and script of the report, which stand in the page itself.
 *
 * @param style the style sheet
 * @param script the script
 */
public record Assets(String style, String script) {

    private static final List<String> STYLES = List.of("base.css", "parts.css", "case.css");
    private static final List<String> SCRIPTS = List.of("text.js", "case.js", "wire.js", "filters.js", "page.js");

    static Assets load() {
        return new Assets(joined(STYLES), "'use strict';\n(() => {\n" + joined(SCRIPTS) + "})();\n");
    }

    /** What the page allows the browser: this style, this script, and nothing from anywhere. */
    public String policy() {
        return "default-src 'none'; style-src '" + digest(style) + "'; script-src '" + digest(script)
                + "'; base-uri 'none'; form-action 'none'";
    }

    private static String joined(List<String> names) {
        return names.stream().map(Assets::read).collect(Collectors.joining("\n"));
    }

    private static String read(String name) {
        try (var in = Assets.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    private static String digest(String text) {
        try {
            var bytes = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
