package org.dpstck.cli.evidence;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dpstck.cli.console.UsageException;
import org.dpstck.cli.suite.Nearest;
import org.dpstck.reports.certificate.Applicant;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads who applies for a certificate; everything that is missing, unknown or wrong is told together. */
public final class ApplicantFile {

    private static final List<String> NEEDED = List.of("organisation", "product", "version", "url", "contact");
    private static final List<String> OPTIONAL = List.of("description", "environment");
    private static final int LONGEST = 4000;

    private final Path file;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, String> values = new TreeMap<>();

    private ApplicantFile(Path file) {
        this.file = file;
    }

    /**
     * Reads the file.
     *
     * @throws UsageException with everything that is wrong
     */
    public static Applicant read(Path file) {
        return new ApplicantFile(file).applicant();
    }

    private Applicant applicant() {
        var root = root();
        for (var name : root.propertyNames()) {
            take(name, root.path(name));
        }
        var missing = NEEDED.stream().filter(it -> !root.hasNonNull(it)).toList();
        if (!missing.isEmpty()) {
            problems.add("missing: " + String.join(", ", missing));
        }
        if (values.containsKey("url") && !web(values.get("url"))) {
            problems.add("url: '" + values.get("url") + "' is no http or https URL");
        }
        if (!problems.isEmpty()) {
            throw new UsageException("--applicant " + file + ": " + String.join("; ", problems));
        }
        return new Applicant(
                values.get("organisation"),
                values.get("product"),
                values.get("version"),
                values.get("url"),
                values.get("contact"),
                values.get("description"),
                values.get("environment"));
    }

    private JsonNode root() {
        try {
            var mapper = YAMLMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();
            var root = mapper.readTree(Files.readString(file));
            if (root.isObject()) {
                return root;
            }
        } catch (IOException e) {
            throw new UsageException("--applicant " + file + " cannot be read", e);
        } catch (JacksonException e) {
            var line =
                    String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("unreadable");
            throw new UsageException("--applicant " + file + " is not YAML: " + line, e);
        }
        throw new UsageException("--applicant " + file + " holds no keys; it needs " + String.join(", ", NEEDED));
    }

    private void take(String name, JsonNode value) {
        var known = Stream.concat(NEEDED.stream(), OPTIONAL.stream()).toList();
        if (!known.contains(name)) {
            problems.add("unknown: " + name
                    + Nearest.to(name, known).stream()
                            .findFirst()
                            .map(near -> ", did you mean " + near + "?")
                            .orElse(" (keys: " + String.join(", ", known) + ")"));
        } else if (value.isNumber()) {
            problems.add(name + ": write it in quotation marks, so that no digit is lost");
        } else if (!value.isNull() && (!value.isString() || value.asString().isBlank())) {
            problems.add(name + ": not a text with anything in it");
        } else if (value.isString() && value.asString().length() > LONGEST) {
            problems.add(name + ": longer than " + LONGEST + " characters");
        } else if (value.isString()) {
            values.put(name, value.asString().strip());
        }
    }

    private static boolean web(String text) {
        try {
            var uri = new URI(text);
            return uri.getHost() != null && List.of("http", "https").contains(String.valueOf(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
