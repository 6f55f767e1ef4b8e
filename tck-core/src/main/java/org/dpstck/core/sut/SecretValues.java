package org.dpstck.core.sut;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects the secrets of a description, so that they can be replaced wherever else they turn up. */
final class SecretValues {

    /** Shorter ones are words: to replace them everywhere would spoil the evidence and hide nothing. */
    private static final int SHORTEST = 8;

    private final Set<String> values = new LinkedHashSet<>();

    private SecretValues() {}

    static List<String> of(SystemUnderTest system) {
        var secrets = new SecretValues();
        secrets.headers(system.headers());
        if (system.controlPlane() != null) {
            secrets.headers(system.controlPlane().headers());
            secrets.headers(system.controlPlane().dataPlanes().reference().headers());
        }
        secrets.value(system.url().getRawUserInfo());
        secrets.tree(system.message().properties());
        secrets.tree(system.message().metadata());
        secrets.tree(system.dataAddress());
        system.triggers().values().forEach(secrets::trigger);
        return List.copyOf(secrets.values);
    }

    private void trigger(Trigger trigger) {
        if (trigger instanceof HttpTrigger http) {
            headers(http.headers());
            tree(http.body());
        } else if (trigger instanceof MessageTrigger message) {
            tree(message.properties());
        } else if (trigger instanceof CommandTrigger command) {
            var shown = Secrets.arguments(command.argv());
            for (int i = 0; i < shown.size(); i++) {
                if (shown.get(i).equals(Secrets.MASK)) {
                    value(command.argv().get(i));
                }
            }
        }
    }

    private void headers(Map<String, String> headers) {
        headers.forEach((name, text) -> {
            if (Secrets.header(name, text)) {
                value(text);
                // A token turns up without its scheme, too.
                var token = text.substring(text.indexOf(' ') + 1).strip();
                value(token);
                if (text.regionMatches(true, 0, "Basic ", 0, "Basic ".length())) {
                    basic(token);
                }
            }
        });
    }

    /** The password in a pair of names and passwords. */
    private void basic(String token) {
        try {
            var pair = new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8);
            value(pair);
            value(pair.substring(pair.indexOf(':') + 1));
        } catch (IllegalArgumentException e) {
            // Not what it says it is; the whole is a secret all the same.
        }
    }

    private void tree(Object tree) {
        if (tree instanceof Map<?, ?> map) {
            var isSecretPair = map.get("name") instanceof String name && Secrets.named(name);
            map.forEach((key, value) -> {
                if (value instanceof String text
                        && (Secrets.named(key.toString()) || isSecretPair && key.equals("value"))) {
                    value(text);
                } else {
                    tree(value);
                }
            });
        } else if (tree instanceof List<?> list) {
            list.forEach(this::tree);
        }
    }

    private void value(String text) {
        if (text != null && text.length() >= SHORTEST) {
            values.add(text);
        }
    }
}
