package org.dpstck.reference.variant;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.dpstck.reference.hook.Hook;

/** Every variant by its id, with a maker of its hooks; {@code variants.yaml} describes the same ids. */
public final class VariantHooks {

    private VariantHooks() {}

    /** Makes the table anew, so that nothing is shared between data planes. */
    public static Map<String, Supplier<List<Hook>>> all() {
        Map<String, Supplier<List<Hook>>> table = new LinkedHashMap<>();
        FormVariants.all().forEach((id, hook) -> table.put(id, () -> List.of(hook)));
        RefusalVariants.all().forEach((id, hook) -> table.put(id, () -> List.of(hook)));
        LocationVariants.all().forEach((id, hook) -> table.put(id, () -> List.of(hook)));
        FlowVariants.all().forEach((id, hook) -> table.put(id, () -> List.of(hook)));
        InputVariants.all().forEach((id, hook) -> table.put(id, () -> List.of(hook)));
        MessageVariants.all().forEach((id, hook) -> table.put(id, () -> List.of(hook)));
        RegistrationVariants.all().forEach((id, made) -> table.put(id, () -> List.of(made.get())));
        AuthorizationVariants.all().forEach((id, hook) -> table.put(id, () -> List.of(hook)));
        ResponseChannelVariants.all().forEach((id, hook) -> table.put(id, () -> List.of(hook)));
        AccessVariants.all().forEach((id, hook) -> table.put(id, () -> List.of(hook)));
        JsonLdVariants.all().forEach((id, hook) -> table.put(id, () -> List.of(hook)));
        ProfileVariants.all().forEach((id, hook) -> table.put(id, () -> List.of(hook)));
        return Collections.unmodifiableMap(table);
    }
}
