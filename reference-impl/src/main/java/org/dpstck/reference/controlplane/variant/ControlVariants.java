package org.dpstck.reference.controlplane.variant;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.dpstck.reference.controlplane.hook.ControlExchange;
import org.dpstck.reference.controlplane.hook.ControlHook;
import org.dpstck.reference.controlplane.hook.ControlRule;
import org.dpstck.reference.http.Answer;
import org.dpstck.reference.http.Answer.Quirk;

/** Every variant of the control plane by its id, with a maker of its hooks; {@code variants.yaml} describes the same ids. */
public final class ControlVariants {

    private static final Duration SLOWLY = Duration.ofMillis(150);

    private ControlVariants() {}

    /** Makes the table anew, so that nothing is shared between control planes. */
    public static Map<String, Supplier<List<ControlHook>>> all() {
        Map<String, Supplier<List<ControlHook>>> table = new LinkedHashMap<>();
        answers(table, "CONTROL-SLOW", answer -> answer.withDelay(SLOWLY));
        answers(table, "CONTROL-CHUNKED", answer -> answer.with(Quirk.CHUNKED));
        answers(table, "CONTROL-LOWER-CASE-HEADERS", answer -> answer.with(Quirk.LOWER_CASE_HEADERS));
        choice(table, "CONTROL-ONE-ATTEMPT", ControlRule.RETRIES);
        choice(table, "CONTROL-FIRST-DATA-PLANE-ONLY", ControlRule.PASSES_OVER_UNREACHABLE);
        choice(table, "CONTROL-FAILED-STAYS-REQUESTED", ControlRule.FAILURE_TERMINATES);
        return table;
    }

    private static void choice(Map<String, Supplier<List<ControlHook>>> table, String id, ControlRule otherwise) {
        table.put(
                id,
                () -> List.of(new ControlHook() {
                    @Override
                    public boolean keeps(ControlRule rule) {
                        return rule != otherwise;
                    }
                }));
    }

    private static void answers(
            Map<String, Supplier<List<ControlHook>>> table, String id, UnaryOperator<Answer> change) {
        table.put(
                id,
                () -> List.of(new ControlHook() {
                    @Override
                    public Answer finished(ControlExchange exchange, Answer answer) {
                        return change.apply(answer);
                    }
                }));
    }
}
