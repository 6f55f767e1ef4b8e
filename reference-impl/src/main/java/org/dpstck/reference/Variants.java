package org.dpstck.reference;

import java.util.List;
import java.util.Optional;

/** The variants that a reference plane can be started with, as {@code variants.yaml} describes them. */
public final class Variants {

    private static final List<Variant> ALL = Catalog.read("variants.yaml", "variants", Variant.class);

    private Variants() {}

    /** Every variant of the data plane, in the order of the file. */
    public static List<Variant> all() {
        return of(ReferenceRole.DATA_PLANE);
    }

    /** Every variant of a plane, in the order of the file. */
    public static List<Variant> of(ReferenceRole role) {
        return ALL.stream().filter(variant -> variant.role() == role).toList();
    }

    /** The variant with this id, which is compared letter by letter. */
    public static Optional<Variant> byId(String id) {
        return ALL.stream().filter(variant -> variant.id().equals(id)).findFirst();
    }
}
