package org.dpstck.core.sut;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.dpstck.core.exchange.HttpWire;
import org.dpstck.core.exchange.Journal;

/** Fires triggers, each in bounded time and with bounded memory; safe for use by several threads. */
public final class TriggerRunner {

    private final SystemUnderTest system;
    private final Prompt prompt;
    private final HttpCall http;

    /**
     * A runner for the triggers of a system.
     *
     * @param system gives the time limits of HTTP triggers, and the placeholders that a caller leaves out
     * @param prompt asks for triggers by hand; asked by one thread at a time
     */
    public TriggerRunner(SystemUnderTest system, Prompt prompt) {
        this.system = system;
        this.prompt = prompt;
        this.http = new HttpCall(system.timeouts());
    }

    /**
     * Fires a trigger and waits until it has worked. A message trigger has nothing to fire: whoever sends the message
     * merges it by {@link MessageTrigger#mergeInto}.
     *
     * @param trigger what to do
     * @param values what its placeholders stand for; the ids and the URL of the system are known without
     * @return what was done
     * @throws TriggerFailedException when it was tried and did not work, or a placeholder has no value
     * @throws TriggerUnavailableException when nobody is there to do it by hand, or the person did not do it
     */
    public TriggerOutcome fire(Trigger trigger, Map<String, String> values) {
        var known = known(values);
        var at = Instant.now();
        var started = System.nanoTime();
        var done = fireNow(trigger, known);
        return done.fired(at, Duration.ofNanos(System.nanoTime() - started).toMillis());
    }

    /**
     * The same, kept in a journal. Where a record answers in the place of the system, nothing is fired: it worked as the
     * record has it.
     *
     * @param wire keeps what was sent or run, secrets replaced
     * @throws org.dpstck.core.exchange.Unrecorded if the record does not tell what came of it
     */
    public TriggerOutcome fire(
            TriggerPoint point, Trigger trigger, Map<String, String> values, HttpWire wire, Journal journal) {
        if (journal.tape().isPresent()) {
            return firedBefore(point, trigger, known(values), wire, journal);
        }
        var outcome = fire(trigger, values);
        outcome.note(point, wire, journal);
        return outcome;
    }

    private static TriggerOutcome firedBefore(
            TriggerPoint point, Trigger trigger, Map<String, String> values, HttpWire wire, Journal journal) {
        var purpose = TriggerOutcome.PURPOSE + point.id();
        if (trigger instanceof HttpTrigger call) {
            var told = wire.noted(journal, purpose, HttpCall.sent(call, values))
                    .flatMap(reply -> call.transfer().flatMap(pointer -> Json.at(reply.text(), pointer)));
            return new TriggerOutcome(call.describe(), told.orElse(null), null);
        }
        if (trigger instanceof CommandTrigger command) {
            wire.noted(journal, purpose, CommandRun.sent(command, values));
        } else {
            journal.firedBefore(point.id());
        }
        return new TriggerOutcome(trigger.describe());
    }

    private TriggerOutcome fireNow(Trigger trigger, Map<String, String> values) {
        if (trigger instanceof HttpTrigger call) {
            return http.send(call, values);
        }
        if (trigger instanceof CommandTrigger command) {
            return CommandRun.run(command, values);
        }
        if (trigger instanceof ManualTrigger manual) {
            return new TriggerOutcome(ask(Templates.fill(manual.prompt(), values)));
        }
        return new TriggerOutcome(trigger.describe());
    }

    private String ask(String text) {
        if (!prompt.available()) {
            throw new TriggerUnavailableException("nobody is there to do by hand: " + text);
        }
        // Two questions at a time on one terminal could not be told apart.
        synchronized (prompt) {
            if (!prompt.ask(text)) {
                throw new TriggerUnavailableException("was not done by hand: " + text);
            }
        }
        return "done by hand: " + text;
    }

    private Map<String, String> known(Map<String, String> values) {
        var known = new HashMap<String, String>();
        known.put("url", system.url().toString());
        known.put("participantId", system.ids().participant());
        known.put("counterPartyId", system.ids().counterParty());
        known.put("dataspaceContext", system.ids().dataspaceContext());
        known.put("agreementId", system.ids().agreement());
        known.put("datasetId", system.ids().dataset());
        known.putAll(values);
        return known;
    }
}
