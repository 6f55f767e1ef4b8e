package org.dpstck.core.junit;

import java.util.stream.Stream;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.plan.Row;

/** Declarations that no catalogue can be made of. */
final class FaultyCases {

    private FaultyCases() {}

    static final class NoVerifies {
        @Case(value = "A", title = "t", stimulus = "s", expected = "e", fix = "f")
        void a() {
            // Never runs.
        }
    }

    static final class NoRows {
        @Case(value = "A", title = "t", stimulus = "s", expected = "e", fix = "f")
        @Verifies("PREPARE-200")
        @Rows("missing")
        void a() {
            // Never runs.
        }
    }

    static final class BadRows {
        @Case(value = "A", title = "t", stimulus = "s", expected = "e", fix = "f")
        @Verifies("PREPARE-200")
        @Rows("rows")
        void a() {
            // Never runs.
        }

        static Stream<Row> rows(Edition edition) {
            throw new IllegalStateException("planted");
        }
    }
}
