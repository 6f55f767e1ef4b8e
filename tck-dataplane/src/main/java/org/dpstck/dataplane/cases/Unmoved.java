package org.dpstck.dataplane.cases;

import java.util.function.Supplier;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.edition.State;
import org.dpstck.dataplane.flow.DataFlow;
import org.dpstck.dataplane.flow.Reception;

/** A signal that was refused has moved nothing: it is looked at as a whole before it has an effect. */
final class Unmoved {

    private Unmoved() {}

    /**
     * Where a signal was refused, its flow is where it was; of one that was taken, this says nothing.
     *
     * @param before where the flow was, if the operation is a signal
     * @param why it was refused, like {@code "with a number as reason"}
     */
    static void ifRefused(
            Reception reception,
            Operation operation,
            DataFlow flow,
            Supplier<State> before,
            String requirement,
            String why) {
        if (reception.refused()) {
            stays(operation, flow, before, requirement, why);
        }
    }

    /** The flow of a signal is where it was. */
    static void stays(Operation operation, DataFlow flow, Supplier<State> before, String requirement, String why) {
        if (operation.addressesFlow() && operation.answer().state() != null) {
            flow.status().is(before.get(), requirement, "unchanged after " + operation + " " + why);
        }
    }
}
