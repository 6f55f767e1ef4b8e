package org.dpstck.dataplane.flow;

import java.util.List;
import java.util.Optional;
import org.dpstck.core.exchange.Journal;
import org.dpstck.core.exchange.Reply;

/**
 * What came of a creating message before any case ran.
 *
 * @param flow the flow that was asked for
 * @param reply what the system said
 */
public record FirstSight(DataFlow flow, Reply reply) {

    /** Looks at the first exchanges of a run for signs that the system speaks another edition. */
    @FunctionalInterface
    public interface Check {

        /**
         * Why the run makes no sense in its edition, as one line for people that names the fix; empty if it does.
         *
         * @param shared of the run
         * @param sights one for each kind of flow that the system declares; none if it could not be asked
         * @param journal takes what the check sends
         */
        Optional<String> otherEdition(Shared shared, List<FirstSight> sights, Journal journal);
    }
}
