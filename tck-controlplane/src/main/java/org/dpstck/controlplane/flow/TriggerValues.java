package org.dpstck.controlplane.flow;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the placeholders of a trigger stand for. */
final class TriggerValues {

    private TriggerValues() {}

    /** The values of a trigger about a transfer, as far as they are known. */
    static Map<String, String> of(Transfer transfer) {
        var values = new HashMap<String, String>();
        values.put("agreementId", transfer.ids().agreement());
        values.put("datasetId", transfer.ids().dataset());
        values.put("transferType", transfer.shared().transferType(transfer.kind()));
        values.put("counterPartyAddress", transfer.counterParty().url());
        Optional.ofNullable(transfer.triggerId()).ifPresent(id -> values.put("transferId", id));
        transfer.systemPid().ifPresent(pid -> values.put("processId", pid));
        return values;
    }
}
