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
 * @param ending of the id that the data plane gives the flow
 */
public record Script(Map<String, BiFunction<Operation, DataFlow, Served>> answers, String ending) {

    /** A data plane that does at once whatever it is told. */
    public static Script obedient() {
        return new Script(Map.of(), "");
    }

    /** The same, save for one signal. */
    public Script answering(String signal, BiFunction<Operation, DataFlow, Served> answer) {
        var more = new LinkedHashMap<>(answers);
        more.put(signal, answer);
        return new Script(Map.copyOf(more), ending);
    }

    /** The same, where the id of the flow has another end. */
    public Script naming(String end) {
        return new Script(answers, end);
    }

    Served answer(Operation signal, DataFlow flow) {
        return answers.getOrDefault(signal.name(), Answers::done).apply(signal, flow);
    }
}
