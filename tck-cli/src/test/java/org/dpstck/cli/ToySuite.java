package org.dpstck.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.dpstck.core.exchange.Journal;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.CaseContext;
import org.dpstck.core.junit.RunContext;
import org.dpstck.core.junit.Suite;
import org.dpstck.core.junit.SuiteSession;
import org.dpstck.core.junit.Verifies;

/**
 * A suite whose cases do what a test of the command line needs: pass, fail, wait, break.
 *
 * @param unusable what the look at the system beforehand says; null if it says nothing
 * @param waiting counted down when the waiting case has begun
 * @param release ends the waiting case
 */
record ToySuite(String unusable, CountDownLatch waiting, CountDownLatch release) implements Suite {

    static ToySuite usable() {
        return new ToySuite(null, new CountDownLatch(1), new CountDownLatch(1));
    }

    static ToySuite unusable(String why) {
        return new ToySuite(why, new CountDownLatch(1), new CountDownLatch(1));
    }

    @Override
    public String role() {
        return "data-plane";
    }

    @Override
    public List<Class<?>> cases() {
        return List.of(Cases.class);
    }

    @Override
    public SuiteSession open(RunContext run) {
        return new Session(this);
    }

    private record Session(ToySuite suite) implements SuiteSession {

        @Override
        public Optional<String> preflight(Journal journal) {
            return Optional.ofNullable(suite.unusable());
        }

        @Override
        public Object provide(Class<?> type, CaseContext context) {
            return type == CaseContext.class ? context : suite;
        }

        @Override
        public void release(CaseContext context) {
            // Nothing was taken.
        }

        @Override
        public List<String> notes() {
            return List.of("A note of the suite.");
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    /** The cases. */
    static final class Cases {

        @Case(value = "TOY-PASS", title = "Passes", stimulus = "nothing", expected = "nothing", fix = "nothing")
        @Verifies("START-200")
        void passes() {
            // That is all.
        }

        @Case(value = "TOY-FAIL", title = "Fails", stimulus = "a start", expected = "200", fix = "answer 200")
        @Verifies("START-200")
        void fails(CaseContext context) {
            context.judge().violated("START-200", "an answer 200", "\u001b[2J500 \u202Eerror\u0007", null);
        }

        @Case(value = "TOY-WAIT", title = "Waits", stimulus = "nothing", expected = "nothing", fix = "nothing")
        @Verifies("START-200")
        void waits(ToySuite suite) throws InterruptedException {
            suite.waiting().countDown();
            suite.release().await();
        }

        @Case(value = "TOY-ONCE", title = "Passes once", stimulus = "nothing", expected = "nothing", fix = "nothing")
        @Verifies("START-200")
        void passesOnce(ToySuite suite, CaseContext context) {
            if (suite.waiting().getCount() == 0) {
                context.judge().violated("START-200", "an answer like the first", "another one", null);
            }
            suite.waiting().countDown();
        }

        @Case(value = "TOY-BREAK", title = "Breaks", stimulus = "nothing", expected = "nothing", fix = "nothing")
        @Verifies("START-200")
        void breaks() {
            throw new IllegalStateException("a defect of the suite");
        }
    }
}
