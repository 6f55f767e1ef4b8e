package org.dpstck.core.edition;

import java.util.List;
import java.util.Optional;

/**
 * One demand of a document.
 *
 * @param id stable, like {@code PREPARE-202}
 * @param level how strongly it is demanded
 * @param party whom it binds: {@code data-plane} or {@code control-plane}
 * @param section heading of the document
 * @param anchor fragment of the heading
 * @param clause what it says, in at most two lines
 * @param positions numbers of the positions that interpret it
 * @param untestable why no test can reach it; null if one can
 */
public record Requirement(
        String id,
        Level level,
        String party,
        String section,
        String anchor,
        String clause,
        List<Integer> positions,
        String untestable) {

    /** Why no test can reach it, if none can. */
    public Optional<String> untestableBecause() {
        return Optional.ofNullable(untestable);
    }
}
