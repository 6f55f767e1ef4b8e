package org.dpstck.cli.run;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the user asked a run for.
 *
 * @param config the description of the system; null for none
 * @param settings keys of the description that were given as options, by the name of the key
 * @param out folder for the records; null for a new one of its own
 * @param only patterns that select cases; empty for all
 * @param parallel how many cases run at a time, 1 to {@link #MOST_PARALLEL}
 * @param seed decides the order of the cases; null for the order of the suite
 * @param detail how much is shown
 * @param faults of the bundled reference data plane
 * @param variants of the bundled reference data plane
 * @param anyEdition whether to judge even a system that seems to speak another edition
 * @param events told what happens
 */
public record RunRequest(
        Path config,
        Map<String, Object> settings,
        Path out,
        List<String> only,
        int parallel,
        Long seed,
        Detail detail,
        List<String> faults,
        List<String> variants,
        boolean anyEdition,
        Events events) {

    /** More at a time would only measure the suite. */
    public static final int MOST_PARALLEL = 64;

    /** A request of which only what names the system counts. */
    public static RunRequest about(
            Path config, Map<String, Object> settings, List<String> faults, List<String> variants) {
        return new RunRequest(
                config, settings, null, List.of(), 1, null, Detail.NORMAL, faults, variants, false, Events.NONE);
    }

    /** The same request for another round: with a seed of its own and a folder of its own, and little to show. */
    RunRequest round(long ofRound, Path folder) {
        return new RunRequest(
                config,
                settings,
                folder,
                only,
                parallel,
                ofRound,
                Detail.NOTHING,
                faults,
                variants,
                anyEdition,
                events);
    }

    /** How much a run shows. */
    public enum Detail {
        /** Nothing: somebody else tells what came of it. */
        NOTHING,
        /** The verdict. */
        QUIET,
        /** Progress, and at the end everything that did not simply pass. */
        NORMAL,
        /** Every case as it ends, too. */
        VERBOSE
    }

    /** A request that is about the system alone, and judges nothing. */
    public static RunRequest of(Path config, Map<String, Object> settings) {
        return new RunRequest(
                config, settings, null, List.of(), 1, null, Detail.QUIET, List.of(), List.of(), false, Events.NONE);
    }

    /** The same for one edition, with a folder of its own. */
    RunRequest in(String edition, Path folder) {
        var own = new LinkedHashMap<>(settings);
        own.put("edition", edition);
        return new RunRequest(config, own, folder, only, parallel, seed, detail, faults, variants, anyEdition, events);
    }

    /** What the user said of the edition, above any file: one, or several with commas between them; empty for nothing. */
    String edition(Map<String, String> environment) {
        var given = settings.get("edition");
        if (given instanceof List<?> list) {
            return String.join(",", list.stream().map(String::valueOf).toList());
        }
        return given != null ? String.valueOf(given) : environment.getOrDefault("DPS_TCK_EDITION", "");
    }

    /** Whether no system is named, so that the bundled reference data plane is judged. */
    boolean bundled(Map<String, String> environment) {
        return config == null
                && !settings.containsKey("url")
                && environment.getOrDefault("DPS_TCK_URL", "").isBlank();
    }
}
