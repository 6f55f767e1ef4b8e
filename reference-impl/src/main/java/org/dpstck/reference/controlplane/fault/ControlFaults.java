package org.dpstck.reference.controlplane.fault;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.dpstck.reference.controlplane.hook.ControlHook;

/** Every fault of the control plane by its id, with a maker of its hooks; the folder {@code faults} describes the same ids. */
public final class ControlFaults {

    private ControlFaults() {}

    /** Makes the table anew, so that nothing is shared between control planes. */
    public static Map<String, Supplier<List<ControlHook>>> all() {
        ControlFaultTable table = new ControlFaultTable();
        SignalFaults.addTo(table);
        ProtocolFaults.addTo(table);
        CallbackFaults.addTo(table);
        RegistrationFaults.addTo(table);
        WireFaults.addTo(table);
        AnnouncementFaults.addTo(table);
        AnswerFaults.addTo(table);
        StateFaults.addTo(table);
        ConductFaults.addTo(table);
        OutageFaults.addTo(table);
        ResponseFaults.addTo(table);
        SourcedFaults.addTo(table);
        ChoiceFaults.addTo(table);
        NeighbourFaults.addTo(table);
        MomentFaults.addTo(table);
        PathFaults.addTo(table);
        return table.rows();
    }
}
