package org.dpstck.reference.variant;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dpstck.reference.hook.Hook;
import org.dpstck.reference.hook.MessageHook;
import org.dpstck.reference.hook.Rule;
import org.dpstck.reference.hook.RuleHook;
import org.dpstck.reference.json.Json;

/** Other choices about the access to the data of a pull. */
final class AccessVariants {

    private AccessVariants() {}

    static Map<String, Hook> all() {
        Map<String, Hook> table = new LinkedHashMap<>();
        table.put("EDC-TOKEN-ALONE", unlike(Rule.WIRE_SCHEME));
        table.put("EDC-SAME-ADDRESS-AGAIN", unlike(Rule.TOKEN_REPLACED));
        table.put("NEW-TOKEN-AFTER-SUSPENSION", unlike(Rule.TOKEN_KEPT_BY_RESUMPTION));
        table.put("STREAM-RESTS", unlike(Rule.STREAM_CLOSED));
        MessageHook shared =
                (flow, message) -> Json.tryObject(Json.write(message).replaceAll("/data/[^\"/]+\"", "/data/public\""))
                        .orElse(message);
        table.put("EDC-SHARED-ENDPOINT", shared);
        return table;
    }

    private static RuleHook unlike(Rule choice) {
        return asked -> asked != choice;
    }
}
