package org.dpstck.core.junit;

import java.util.List;
import java.util.Optional;
import org.dpstck.core.exchange.Journal;
import org.dpstck.core.verdict.Revocation;

/** What the cases of one run share. */
public interface SuiteSession extends AutoCloseable {

    /**
     * Looks whether judging makes sense at all, with a handful of exchanges.
     *
     * @return why it does not, as one line for people that names the fix; empty if it does
     */
    Optional<String> preflight(Journal journal);

    /** Whether the look beforehand found that the system speaks another edition than the one of the run. */
    default boolean speaksOtherwise() {
        return false;
    }

    /** Something a case asks for by type in its parameters; its own, never shared with another case. */
    Object provide(Class<?> type, CaseContext context);

    /** Releases what one case used. */
    void release(CaseContext context);

    /** Where the suite listens, as the system has to know it; empty if it does not. */
    default Optional<String> address() {
        return Optional.empty();
    }

    /** How long access to data has outlived its end, in all cases together; empty if none has measured it. */
    default Optional<Revocation> revocation() {
        return Optional.empty();
    }

    /** Sentences about the run as a whole, once the cases have ended. */
    List<String> notes();

    @Override
    void close();
}
