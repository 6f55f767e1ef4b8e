package org.dpstck.reference.controlplane.variant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.dpstck.reference.controlplane.hook.ControlHook;

/** Every variant of the control plane by its id, with a maker of its hooks; {@code variants.yaml} describes the same ids. */
public final class ControlVariants {

    private ControlVariants() {}

    /** Makes the table anew, so that nothing is shared between control planes. */
    public static Map<String, Supplier<List<ControlHook>>> all() {
        Map<String, Supplier<List<ControlHook>>> table = new LinkedHashMap<>();
        FormVariants.addTo(table);
        CodeVariants.addTo(table);
        ConductVariants.addTo(table);
        SourcedVariants.addTo(table);
        return table;
    }
}
