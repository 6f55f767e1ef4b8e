package org.dpstck.reference.controlplane.fault;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.dpstck.reference.controlplane.hook.ControlExchange;
import org.dpstck.reference.controlplane.hook.ControlHook;
import org.dpstck.reference.controlplane.hook.ControlRule;
import org.dpstck.reference.controlplane.hook.MessageKind;
import org.dpstck.reference.controlplane.hook.Outgoing;
import org.dpstck.reference.controlplane.transfer.Party;
import org.dpstck.reference.controlplane.transfer.Step;
import org.dpstck.reference.controlplane.transfer.Transfer;
import org.dpstck.reference.controlplane.transfer.Verdict;
import org.dpstck.reference.http.Answer;
import tools.jackson.databind.node.ObjectNode;

/** The table that the fault classes fill: an id, and how to make the hooks that are the defect. */
final class ControlFaultTable {

    private final Map<String, Supplier<List<ControlHook>>> rows = new LinkedHashMap<>();

    /** Decides in the place of the state machine. */
    interface Overruling {
        Verdict decide(Transfer transfer, Step step, Party party, Verdict verdict);
    }

    /** Rules that are broken. */
    void rule(String id, ControlRule... broken) {
        Set<ControlRule> all = Set.of(broken);
        add(id, () -> new ControlHook() {
            @Override
            public boolean keeps(ControlRule rule) {
                return !all.contains(rule);
            }
        });
    }

    /** A defect that spoils some answers. */
    void answer(String id, Predicate<ControlExchange> when, UnaryOperator<Answer> defect) {
        add(id, () -> new ControlHook() {
            @Override
            public Answer finished(ControlExchange exchange, Answer answer) {
                return when.test(exchange) ? defect.apply(answer) : answer;
            }
        });
    }

    /** A defect of the messages of one kind. */
    void sending(String id, MessageKind kind, UnaryOperator<Outgoing> defect) {
        sendingAll(id, kind, message -> List.of(defect.apply(message)));
    }

    /** A defect of the JSON object in the messages of one kind. */
    void message(String id, MessageKind kind, UnaryOperator<ObjectNode> defect) {
        sending(id, kind, message -> message.withObject(defect));
    }

    /** Messages of one kind that are dropped or sent more than once. */
    void sendingAll(String id, MessageKind kind, Function<Outgoing, List<Outgoing>> defect) {
        add(id, () -> new ControlHook() {
            @Override
            public List<Outgoing> sending(Outgoing message) {
                return message.kind() == kind ? defect.apply(message) : List.of(message);
            }
        });
    }

    /** A state machine that decides otherwise. */
    void transition(String id, Overruling defect) {
        add(id, () -> new ControlHook() {
            @Override
            public Verdict decided(Transfer transfer, Step step, Party party, Verdict verdict) {
                return defect.decide(transfer, step, party, verdict);
            }
        });
    }

    /** A defect that keeps state, and so is made anew for each control plane. */
    void add(String id, Supplier<ControlHook> made) {
        if (rows.put(id, () -> List.of(made.get())) != null) {
            throw new IllegalStateException("two faults are called " + id);
        }
    }

    Map<String, Supplier<List<ControlHook>>> rows() {
        return Collections.unmodifiableMap(rows);
    }
}
