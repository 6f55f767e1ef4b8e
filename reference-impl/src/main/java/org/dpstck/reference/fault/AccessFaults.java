package org.dpstck.reference.fault;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.dpstck.reference.hook.Rule;
import org.dpstck.reference.hook.RuleHook;

/** Defects of the access to the data of a pull: whom a token lets in, to what, and until when. */
final class AccessFaults {

    private AccessFaults() {}

    static void addTo(FaultTable table) {
        rules().forEach((id, broken) -> {
            RuleHook hook = asked -> !broken.contains(asked);
            table.add(id, () -> hook);
        });
    }

    /** Which fault breaks which rules. Those of edc-1 have kept the ids that they had there. */
    private static Map<String, Set<Rule>> rules() {
        Map<String, Set<Rule>> rules = new LinkedHashMap<>();
        rules.put("EDC-TOKEN-OPENS-NOTHING", EnumSet.of(Rule.TOKEN_OPENS));
        rules.put("EDC-ANY-TOKEN-OPENS", EnumSet.of(Rule.TOKEN_CHECKED));
        rules.put("EDC-NO-TOKEN-NEEDED", EnumSet.of(Rule.TOKEN_REQUIRED));
        rules.put("EDC-TOKEN-OF-ANY-FLOW-OPENS", EnumSet.of(Rule.TOKEN_OWN_FLOW));
        rules.put("EDC-OLD-TOKEN-OPENS-AGAIN", EnumSet.of(Rule.TOKEN_STAYS_REVOKED, Rule.TOKEN_KEPT_BY_RESUMPTION));
        rules.put("EDC-NEW-TOKEN-OPENS-NOTHING", EnumSet.of(Rule.TOKEN_NEW_OPENS, Rule.TOKEN_KEPT_BY_RESUMPTION));
        rules.put("EDC-REVOKES-SIBLINGS", EnumSet.of(Rule.TOKEN_OTHERS_KEPT));
        rules.put("EDC-STREAM-GOES-ON", EnumSet.of(Rule.STREAM_STOPS));
        rules.put("ACCESS-TOKEN-ENDING-UNREAD", EnumSet.of(Rule.TOKEN_ENDING));
        rules.put("ACCESS-TOKEN-BEGINS-ALIKE", EnumSet.of(Rule.TOKEN_ENDS));
        rules.put("ACCESS-TOKEN-NOT-BELOW", EnumSet.of(Rule.TOKEN_BELOW));
        rules.put("ACCESS-TOKEN-NOT-FOR-POST", EnumSet.of(Rule.TOKEN_POSTED));
        rules.put("ACCESS-TOKEN-NOT-FOR-PARTS", EnumSet.of(Rule.TOKEN_PART));
        rules.put("ACCESS-TOKEN-NOT-BEHIND-SLASH", EnumSet.of(Rule.TOKEN_SLASHED));
        rules.put("EDC-REPEATED-START-LEAVES-TOKEN", EnumSet.of(Rule.TOKEN_REPETITION_REVOKED));
        rules.put("EDC-REPEATED-START-DEAD-TOKEN", EnumSet.of(Rule.TOKEN_REPETITION_OPENS));
        rules.put("STREAM-FIRST-STOPS-ALONE", EnumSet.of(Rule.STREAM_EVERY));
        rules.put("STREAM-OF-SIBLINGS-CUT", EnumSet.of(Rule.STREAM_OTHERS_KEPT));
        rules.put("STREAM-OF-EVERY-FLOW-CUT", EnumSet.of(Rule.STREAM_STRANGERS_KEPT));
        rules.put("EDC-PATH-AND-QUERY-DROPPED", EnumSet.of(Rule.SOURCE_PATH));
        rules.put("DATA-BEFORE-STARTED", EnumSet.of(Rule.WIRE_AWAITS_START));
        return rules;
    }
}
