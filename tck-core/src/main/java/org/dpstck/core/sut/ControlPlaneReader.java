package org.dpstck.core.sut;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what only the description of a control plane has. */
final class ControlPlaneReader {

    private static final String CONTROL_PLANE = "control-plane";
    private static final String AGREEMENTS_FIX = "write for example {\"TP-*\": {agreement: agreement-2}}";

    private final Settings settings;
    private final Problems problems;

    ControlPlaneReader(Settings settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
    }

    ControlPlaneSettings read(String role) {
        var dsp = settings.url(Keys.DSP_URL);
        if (dsp == null && CONTROL_PLANE.equals(role) && !problems.concern(Keys.DSP_URL.name())) {
            problems.add(
                    Keys.DSP_URL.name(),
                    settings.origin(Keys.DSP_URL),
                    "missing",
                    "write `dsp: {url: http://…}` in the file, pass %s or set %s"
                            .formatted(Keys.DSP_URL.option(), Keys.DSP_URL.environment()));
        }
        return new ControlPlaneSettings(
                dsp,
                settings.node(Keys.DSP_HEADERS)
                        .map(node -> new HeaderReader(problems).read(Keys.DSP_HEADERS.name(), node))
                        .orElse(Map.of()),
                settings.parsed(Keys.DSP_FORM, ControlPlaneReader::form, "write 2025-1 or dsp-tp"),
                agreements(),
                new DataPlaneSettings(
                        settings.text(ControlPlaneKeys.SOURCE),
                        settings.duration(ControlPlaneKeys.HEART_BEAT),
                        settings.duration(ControlPlaneKeys.SETTLE),
                        reference()));
    }

    private DataPlaneSettings.Reference reference() {
        var pointer = "write a JSON pointer, like /endpoint";
        return new DataPlaneSettings.Reference(
                settings.parsed(
                        ControlPlaneKeys.EDR_URL,
                        DataPlaneSettings::place,
                        "write for example http://localhost:8080/edrs/{transferId}"),
                settings.node(ControlPlaneKeys.EDR_HEADERS)
                        .map(node -> new HeaderReader(problems).read(ControlPlaneKeys.EDR_HEADERS.name(), node))
                        .orElse(Map.of()),
                settings.parsed(ControlPlaneKeys.EDR_ENDPOINT, DataPlaneSettings::pointer, pointer),
                settings.parsed(ControlPlaneKeys.EDR_AUTHORIZATION, DataPlaneSettings::pointer, pointer));
    }

    private static String form(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (!text.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            throw new IllegalArgumentException("is no name that a form may have");
        }
        return text;
    }

    private Map<String, Map<String, String>> agreements() {
        var agreements = new LinkedHashMap<String, Map<String, String>>();
        settings.map(Keys.AGREEMENTS).forEach((pattern, value) -> {
            var own = new LinkedHashMap<String, String>();
            if (value instanceof Map<?, ?> members) {
                members.forEach((member, text) -> own.put(String.valueOf(member), String.valueOf(text)));
            }
            if (own.isEmpty() || !List.of("agreement", "dataset").containsAll(own.keySet())) {
                problems.add(
                        Keys.AGREEMENTS.name() + "." + pattern,
                        settings.origin(Keys.AGREEMENTS),
                        "is no map of agreement and dataset",
                        AGREEMENTS_FIX);
            }
            agreements.put(pattern, own);
        });
        return agreements;
    }
}
