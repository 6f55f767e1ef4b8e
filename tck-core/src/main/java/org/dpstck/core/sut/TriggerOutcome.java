package org.dpstck.core.sut;

import java.time.Instant;
import org.dpstck.core.exchange.HttpWire;
import org.dpstck.core.exchange.Journal;
import org.dpstck.core.exchange.Outgoing;

/**
 * What firing a trigger did, for the report.
 *
 * @param summary what was done and what came back, in one line without secrets
 * @param at when it was fired, before anything that came of it; null while nobody has looked at the clock
 * @param millis how long it took, milliseconds
 * @param transferId the id of the transfer that the answer tells; null if it tells none
 * @param call what was sent or run, secrets included; null if nothing was
 */
public record TriggerOutcome(String summary, Instant at, long millis, String transferId, Call call) {

    /** Begins the purpose of an exchange that is the call of a trigger. */
    static final String PURPOSE = "trigger ";

    /** Something that a person did, or that is part of a message. */
    TriggerOutcome(String summary) {
        this(summary, null, null);
    }

    /** Something that was sent or run. */
    TriggerOutcome(String summary, String transferId, Call call) {
        this(summary, null, 0, transferId, call);
    }

    /** The same with its time. */
    TriggerOutcome fired(Instant when, long took) {
        return new TriggerOutcome(summary, when, took, transferId, call);
    }

    /** Keeps what was sent or run in a journal, secrets replaced; nothing if it was neither. */
    public void note(TriggerPoint point, HttpWire wire, Journal journal) {
        if (call != null) {
            wire.note(journal, PURPOSE + point.id(), call.sent(), at, millis, call.status(), call.answer());
        }
    }

    /**
     * One call of a trigger.
     *
     * @param sent the request; a command has the method {@value #COMMAND}, its program behind {@code command:} as URL, and
     *     its arguments as a JSON array
     * @param status of the answer; 200 for a command that ended with 0
     * @param answer body of the answer
     */
    public record Call(Outgoing sent, int status, String answer) {

        /** The method of what is no request. */
        public static final String COMMAND = "RUN";
    }
}
