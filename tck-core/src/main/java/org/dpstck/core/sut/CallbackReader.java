package org.dpstck.core.sut;

import java.util.regex.Pattern;

/** Reads how the system reaches the suite. */
final class CallbackReader {

    private static final Pattern ADDRESS =
            Pattern.compile("(?:\\[([0-9A-Fa-f:.%]+)]|([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)):(\\d{1,5})");
    private static final Pattern EVERY_INTERFACE = Pattern.compile("0\\.0\\.0\\.0|[0:]+");

    private final Settings settings;
    private final Problems problems;

    CallbackReader(Settings settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
    }

    /** The settings; what is wrong is noted as a problem. */
    CallbackSettings read() {
        var bind = settings.parsed(
                Keys.BIND, CallbackReader::address, "write host:port, like 127.0.0.1:0 or [::1]:9090; 0 is any port");
        var advertise = settings.parsed(
                Keys.ADVERTISE, CallbackReader::advertise, "write for example http://host.docker.internal:{port}");
        var usable = !problems.concern(Keys.BIND.name()) && !problems.concern(Keys.ADVERTISE.name());
        if (usable && advertise == null && EVERY_INTERFACE.matcher(bind.host()).matches()) {
            problems.add(
                    Keys.ADVERTISE.name(),
                    settings.origin(Keys.BIND),
                    "missing: " + bind.host() + " is no address that a system can call",
                    "write for example `advertise: http://host.docker.internal:{port}`");
        }
        if (usable && advertise != null && bind.port() == 0 && !advertise.contains("{port}")) {
            problems.add(
                    Keys.ADVERTISE.name(),
                    settings.origin(Keys.ADVERTISE),
                    "names a fixed port while callback.bind leaves the port open",
                    "write {port} in it, or a port in callback.bind");
        }
        return new CallbackSettings(bind.host(), bind.port(), advertise);
    }

    private static CallbackSettings address(String text) {
        var address = ADDRESS.matcher(text.strip());
        if (!address.matches()) {
            throw new IllegalArgumentException("is no bind address");
        }
        var port = Integer.parseInt(address.group(3));
        if (port > 65_535) {
            throw new IllegalArgumentException("has a port that is not in 0 to 65535");
        }
        return new CallbackSettings(address.group(1) == null ? address.group(2) : address.group(1), port, null);
    }

    private static String advertise(String text) {
        // Any port will do to see whether the rest is a URL.
        Urls.base(text.replace("{port}", "1"));
        return text.replaceFirst("/+$", "");
    }
}
