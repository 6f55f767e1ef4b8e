package org.dpstck.cli.run;

import java.nio.file.Path;
import java.util.function.BiConsumer;
import org.dpstck.core.junit.RunObserver;
import org.dpstck.core.plan.CaseSpec;
import org.dpstck.core.verdict.CaseResult;
import org.dpstck.core.verdict.RunRecord;

/** Is told what happens in one run after the other; called from several threads. */
public interface Events extends RunObserver {

    /** For whom nobody watches. */
    Events NONE = new Events() {
        @Override
        public void begun(Briefing briefing) {
            // Nobody watches.
        }

        @Override
        public void started(CaseSpec spec) {
            // Nobody watches.
        }

        @Override
        public void ended(CaseResult result) {
            // Nobody watches.
        }

        @Override
        public void ended(RunRecord record, Path folder) {
            // Nobody watches.
        }
    };

    /** A run is about to begin. */
    void begun(Briefing briefing);

    /** A run has its verdict, and its records are in a folder. */
    void ended(RunRecord record, Path folder);

    /** The same, and something else is told of every run that has ended. */
    default Events and(BiConsumer<RunRecord, Path> end) {
        var first = this;
        return new Events() {
            @Override
            public void begun(Briefing briefing) {
                first.begun(briefing);
            }

            @Override
            public void started(CaseSpec spec) {
                first.started(spec);
            }

            @Override
            public void ended(CaseResult result) {
                first.ended(result);
            }

            @Override
            public void ended(RunRecord record, Path folder) {
                first.ended(record, folder);
                end.accept(record, folder);
            }
        };
    }
}
