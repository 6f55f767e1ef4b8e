package org.dpstck.dataplane.flow;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.pollinterval.FixedPollInterval;
import org.awaitility.pollinterval.IterativePollInterval;
import org.awaitility.pollinterval.PollInterval;
import org.dpstck.core.exchange.Journal;

/** Asks again and again until something is so; in a case that is judged from a record, as often as was asked then. */
public final class Waiting {

    private static final int GROWTH_PERCENT = 110;
    private static final int PERCENT = 100;
    /** No deadline may be shorter than the time between two looks. */
    private static final Duration SHORTEST = Duration.ofMillis(100);

    private Waiting() {}

    /**
     * Whether it is so before the deadline; what asking throws goes to the caller.
     *
     * @param journal that takes what is sent for it
     * @param interval between the end of one asking and the next
     */
    public static boolean until(Journal journal, Duration interval, Duration deadline, Callable<Boolean> condition) {
        if (journal.tape().isPresent()) {
            return journal.tape().get().until(deadline, condition);
        }
        return until(growing(interval), deadline, condition);
    }

    /** Whether it is so before the deadline, where looking sends nothing. */
    static boolean until(Duration interval, Duration deadline, Callable<Boolean> condition) {
        return until(new FixedPollInterval(interval), deadline, condition);
    }

    /** What is asked about for long is asked about less often: the system has other things to do, and a record an end. */
    private static PollInterval growing(Duration first) {
        return new IterativePollInterval(
                interval -> interval.multipliedBy(GROWTH_PERCENT).dividedBy(PERCENT), first);
    }

    private static boolean until(PollInterval interval, Duration deadline, Callable<Boolean> condition) {
        try {
            await().pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(interval)
                    .atMost(deadline.compareTo(SHORTEST) > 0 ? deadline : SHORTEST)
                    .until(condition);
            return true;
        } catch (ConditionTimeoutException e) {
            return false;
        }
    }
}
