package org.dpstck.dataplane.flow;

import java.util.Map;
import java.util.Optional;
import org.dpstck.core.check.AddressCheck;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.GrantedAddress;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.exchange.Exchange;
import org.dpstck.core.sut.SystemUnderTest;
import org.dpstck.core.verdict.Unjudgeable;
import tools.jackson.databind.JsonNode;

/** Makes flows whose creation grants a data address, and finds it: in the answer, or in the callback after a 202. */
public final class Grants {

    private final Edition edition;
    private final SystemUnderTest system;

    /** Grants of a system. */
    public Grants(Edition edition, SystemUnderTest system) {
        this.edition = edition;
        this.system = system;
    }

    /** Whether the creation of a kind of flow is to grant an address. */
    public static boolean isDue(Edition edition, FlowKind kind) {
        return edition.message(edition.creating(kind).answer().message())
                .addressDue(kind)
                .isPresent();
    }

    /**
     * What came of a creation.
     *
     * @param message that reports the final state
     * @param exchange that brought it
     */
    public record Report(JsonNode message, Exchange exchange) {

        /** The address, if it carries one. */
        public Optional<GrantedAddress> address() {
            return AddressCheck.carries(message)
                    ? Optional.of(new GrantedAddress(message.get("dataAddress"), exchange))
                    : Optional.empty();
        }
    }

    /**
     * Makes a flow, and waits for the message that reports it made.
     *
     * @throws Unjudgeable if it is not made
     */
    public Report made(DataFlow flow) {
        return made(flow, flow.message(edition.creating(flow.kind())));
    }

    private Report made(DataFlow flow, Map<String, Object> message) {
        var operation = edition.creating(flow.kind());
        var reception = flow.receives(operation, message);
        if (!reception.succeeded()) {
            throw unmade(operation, flow, Replies.observed(reception.reply()));
        }
        if (operation.answer().hasStatus(reception.reply().status())) {
            return reception
                    .body()
                    .map(body -> new Report(body, reception.exchange()))
                    .orElseThrow(() -> unmade(operation, flow, Replies.observed(reception.reply())));
        }
        var callback = edition.callback(operation.asynchronous().callback());
        var arrival = flow.inbox()
                .await(it -> flow.isCallback(it, callback), system.timeouts().callback())
                .orElseThrow(() -> unmade(operation, flow, "HTTP 202 and no callback " + callback));
        return Bodies.object(arrival.body())
                .map(body -> new Report(body, arrival.exchange()))
                .orElseThrow(() -> unmade(operation, flow, "a callback with " + Bodies.shape(arrival.body())));
    }

    /**
     * The address that the creation of a flow grants.
     *
     * @throws Unjudgeable if there is none
     */
    public GrantedAddress of(DataFlow flow) {
        return of(flow, flow.message(edition.creating(flow.kind())));
    }

    /**
     * The same, with a message that is not the plain one.
     *
     * @throws Unjudgeable if there is none
     */
    public GrantedAddress of(DataFlow flow, Map<String, Object> message) {
        var report = made(flow, message);
        return report.address()
                .orElseThrow(() -> unmade(
                        edition.creating(flow.kind()),
                        flow,
                        "no dataAddress: " + Bodies.shown(report.message().toString())));
    }

    private static Unjudgeable unmade(Operation operation, DataFlow flow, String observed) {
        return Unjudgeable.inconclusive("a prerequisite failed: " + operation + " for a " + flow.kind() + " flow gave "
                + observed + "; see the cases " + operation.requirement("ANSWER") + "." + flow.kind()
                + " and DATA-ADDRESS-GRANTED." + flow.kind() + ".*");
    }
}
