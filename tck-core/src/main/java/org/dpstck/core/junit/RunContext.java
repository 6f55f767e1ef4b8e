package org.dpstck.core.junit;

import org.dpstck.core.edition.Edition;
import org.dpstck.core.exchange.ExchangeIds;
import org.dpstck.core.exchange.Redactor;
import org.dpstck.core.sut.Prompt;
import org.dpstck.core.sut.SystemUnderTest;

/**
 * What a run is about.
 *
 * @param edition judged by
 * @param system judged
 * @param redactor cleans everything that is recorded
 * @param ids numbers the exchanges
 * @param gate closes when going on makes no sense
 * @param prompt asks a person, for manual triggers
 * @param anyEdition whether to judge even a system that seems to speak another edition
 * @param journals where the exchanges go, or come from
 */
public record RunContext(
        Edition edition,
        SystemUnderTest system,
        Redactor redactor,
        ExchangeIds ids,
        RunGate gate,
        Prompt prompt,
        boolean anyEdition,
        Journals journals) {

    /** A run that stops if the system speaks another edition. */
    public RunContext(
            Edition edition, SystemUnderTest system, Redactor redactor, ExchangeIds ids, RunGate gate, Prompt prompt) {
        this(edition, system, redactor, ids, gate, prompt, false);
    }

    /** A run that really happens. */
    public RunContext(
            Edition edition,
            SystemUnderTest system,
            Redactor redactor,
            ExchangeIds ids,
            RunGate gate,
            Prompt prompt,
            boolean anyEdition) {
        this(edition, system, redactor, ids, gate, prompt, anyEdition, Journals.recording());
    }

    /** The same in another edition. */
    public RunContext speaking(Edition other) {
        return new RunContext(other, system, redactor, ids, gate, prompt, anyEdition, journals);
    }
}
