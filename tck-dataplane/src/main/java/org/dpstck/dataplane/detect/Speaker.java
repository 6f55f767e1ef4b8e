package org.dpstck.dataplane.detect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Message;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.exchange.Journal;
import org.dpstck.core.verdict.Judge;
import org.dpstck.dataplane.flow.DataFlow;
import org.dpstck.dataplane.flow.FlowFactory;
import org.dpstck.dataplane.flow.Shared;

/**
 * What it takes to speak one edition to the system.
 *
 * @param shared wire and stand-in, with the edition
 * @param flows makes flows of the edition
 */
record Speaker(Shared shared, FlowFactory flows) {

    private static final String STATUS = "status";
    private static final String TERMINATE = "terminate";

    static Speaker speaking(Edition edition, Shared shared, Journal journal) {
        var own = shared.speaking(edition);
        return new Speaker(own, new FlowFactory(own, journal, new Judge(edition, List.of())));
    }

    Edition edition() {
        return shared.edition();
    }

    Optional<CreationForm> form(FlowKind kind) {
        return CreationForm.of(edition(), kind, shared.system());
    }

    /** The operation that makes flows of a kind; asked only where there is a form. */
    Operation creating(FlowKind kind) {
        return edition().creating(kind);
    }

    /** Members that the answer to a creation has to have. */
    List<String> answered(FlowKind kind) {
        var message = creating(kind).answer().message();
        return message == null ? List.of() : edition().message(message).required();
    }

    Optional<Operation> status() {
        return edition().find(STATUS);
    }

    Optional<Operation> ending() {
        return edition().find(TERMINATE);
    }

    /** Members of the message that ends a flow. */
    Set<String> endingMembers() {
        return ending().map(Operation::message)
                .map(edition()::message)
                .map(Message::sends)
                .map(Map::keySet)
                .orElse(Set.of());
    }

    /** Members that the message that ends a flow has to have. */
    List<String> endingDemands() {
        return ending().map(Operation::message)
                .map(edition()::message)
                .map(Message::required)
                .orElse(List.of());
    }

    /** A flow that another edition made, as this one speaks of it. */
    DataFlow view(DataFlow flow) {
        return flows.view(flow);
    }
}
