package org.dpstck.reference.fault;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.dpstck.reference.hook.AnswerHook;
import org.dpstck.reference.hook.AuthorizationHook;
import org.dpstck.reference.hook.CallbackHook;
import org.dpstck.reference.hook.Hook;
import org.dpstck.reference.hook.RequestHook;
import org.dpstck.reference.hook.TransitionHook;
import org.dpstck.reference.http.Answer;
import org.dpstck.reference.http.Exchange;

/** The table that the fault classes fill: an id, and how to make the hooks that are the defect. */
final class FaultTable {

    private final Map<String, Supplier<List<Hook>>> rows = new LinkedHashMap<>();

    /** A defect that spoils some answers. */
    void answer(String id, Predicate<Exchange> when, UnaryOperator<Answer> defect) {
        AnswerHook hook = (exchange, answer) -> when.test(exchange) ? defect.apply(answer) : answer;
        add(id, () -> hook);
    }

    void request(String id, RequestHook hook) {
        add(id, () -> hook);
    }

    void transition(String id, TransitionHook hook) {
        add(id, () -> hook);
    }

    void callback(String id, CallbackHook hook) {
        add(id, () -> hook);
    }

    void authorization(String id, AuthorizationHook hook) {
        add(id, () -> hook);
    }

    /** A defect that keeps state, and so is made anew for each data plane. */
    void add(String id, Supplier<Hook> made) {
        if (rows.put(id, () -> List.of(made.get())) != null) {
            throw new IllegalStateException("two faults are called " + id);
        }
    }

    Map<String, Supplier<List<Hook>>> rows() {
        return Collections.unmodifiableMap(rows);
    }
}
