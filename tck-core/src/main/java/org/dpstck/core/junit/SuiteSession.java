package org.dpstck.core.junit;

import java.util.Optional;
import org.dpstck.core.exchange.Journal;

/** What the cases of one run share. */
public interface SuiteSession extends AutoCloseable {

    /**
     * Looks whether judging makes sense at all, with a handful of exchanges.
     *
     * @return why it does not, as one line for people that names the fix; empty if it does
     */
    Optional<String> preflight(Journal journal);

    /** Something a case asks for by type in its parameters; its own, never shared with another case. */
    Object provide(Class<?> type, CaseContext context);

    /** Releases what one case used. */
    void release(CaseContext context);

    /** Sentences about the run as a whole, once the cases have ended. */
    java.util.List<String> notes();

    @Override
    void close();
}
