package org.dpstck.core.junit;

import java.util.Optional;
import org.dpstck.core.exchange.Journal;
import org.dpstck.core.plan.CaseSpec;

/** Where the exchanges of a run go; or, if it judges a record once more, where they come from. */
public interface Journals {

    /** The journal of one case, a new one each time. */
    Journal of(CaseSpec spec);

    /** The journal of what no case does for itself alone: the look beforehand, and what many cases stand on. */
    Journal common();

    /** Where the suite listened when the record was made; empty for a run that really happens. */
    Optional<String> address();

    /** Those of a run that really happens. */
    static Journals recording() {
        var common = Journal.common();
        return new Journals() {
            @Override
            public Journal of(CaseSpec spec) {
                return new Journal();
            }

            @Override
            public Journal common() {
                return common;
            }

            @Override
            public Optional<String> address() {
                return Optional.empty();
            }
        };
    }
}
