package org.dpstck.dataplane.flow;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.core.ConditionTimeoutException;
import org.dpstck.core.exchange.Journal;

/** Asks again and again until something is so; in a case that is judged from a record, as often as was asked then. */
public final class Waiting {

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
        try {
            await().pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(interval)
                    .atMost(deadline)
                    .until(condition);
            return true;
        } catch (ConditionTimeoutException e) {
            return false;
        }
    }
}
