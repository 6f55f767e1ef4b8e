package org.dpstck.controlplane.flow;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.standin.Served;

/**
 * How the data plane of the suite answers the signals about one flow; immutable.
 *
 * @param answers by the name of the signal; what is not named is done at once
 */
public record Script(Map<String, BiFunction<Operation, DataFlow, Served>> answers) {

    /** A data plane that does at once whatever it is told. */
    public static Script obedient() {
        return new Script(Map.of());
    }

    /** The same, save for one signal. */
    public Script answering(String signal, BiFunction<Operation, DataFlow, Served> answer) {
        var more = new LinkedHashMap<>(answers);
        more.put(signal, answer);
        return new Script(Map.copyOf(more));
    }

    Served answer(Operation signal, DataFlow flow) {
        return answers.getOrDefault(signal.name(), Answers::done).apply(signal, flow);
    }
}
