package org.dpstck.reference.fault;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.dpstck.reference.hook.Hook;

/** Every fault by its id, with a maker of its hooks; the files of the folder {@code faults} describe the same ids. */
public final class FaultHooks {

    private FaultHooks() {}

    /** Makes the table anew, so that nothing is shared between data planes. */
    public static Map<String, Supplier<List<Hook>>> all() {
        FaultTable table = new FaultTable();
        AnswerFaults.addTo(table);
        MessageFaults.addTo(table);
        DataAddressFaults.addTo(table);
        InputFaults.addTo(table);
        StrictnessFaults.addTo(table);
        TransitionFaults.addTo(table);
        StatusFaults.addTo(table);
        CallbackFaults.addTo(table);
        CallbackFormFaults.addTo(table);
        LazyFaults.addTo(table);
        CrossingFaults.addTo(table);
        AftermathFaults.addTo(table);
        CarelessFaults.addTo(table);
        ResumeFaults.addTo(table);
        IdFaults.addTo(table);
        LookUpFaults.addTo(table);
        UniquenessFaults.addTo(table);
        TransferFaults.addTo(table);
        ContentFaults.addTo(table);
        CandidateFaults.addTo(table);
        RegistrationFaults.addTo(table);
        RegistrationMemoryFaults.addTo(table);
        AuthorizationFaults.addTo(table);
        ProfileFaults.addTo(table);
        ResponseChannelFaults.addTo(table);
        AccessFaults.addTo(table);
        EdcFaults.addTo(table);
        return table.rows();
    }
}
