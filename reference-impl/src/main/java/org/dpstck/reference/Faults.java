package org.dpstck.reference;

import java.util.List;
import java.util.Optional;

/** The faults that a reference plane can be started with, as {@code faults.yaml} describes them. */
public final class Faults {

    private static final List<Fault> ALL = Catalog.read("faults.yaml", "faults", Fault.class);

    private Faults() {}

    /** Every fault, in the order of the file. */
    public static List<Fault> all() {
        return ALL;
    }

    /** The fault with this id, which is compared letter by letter. */
    public static Optional<Fault> byId(String id) {
        return ALL.stream().filter(fault -> fault.id().equals(id)).findFirst();
    }
}
