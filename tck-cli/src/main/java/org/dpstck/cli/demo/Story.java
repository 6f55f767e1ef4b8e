package org.dpstck.cli.demo;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.dpstck.core.edition.Edition;

/**
 * Everything that was shown.
 *
 * @param edition that the planes spoke
 * @param resumes whether it names a signal that resumes a data flow
 * @param addresses of the planes
 * @param size of the payload, in bytes
 * @param digest of the payload
 * @param acts one for each direction
 */
public record Story(
        Edition edition, boolean resumes, Map<Lifeline, URI> addresses, long size, String digest, List<Act> acts) {

    /** Whether everything was as it should be. */
    public boolean holds() {
        return acts.stream().allMatch(act -> act.problems().isEmpty());
    }

    /** What was not, a line each. */
    public List<String> problems() {
        return acts.stream()
                .flatMap(act ->
                        act.problems().stream().map(what -> act.direction().id() + ": " + what))
                .toList();
    }
}
