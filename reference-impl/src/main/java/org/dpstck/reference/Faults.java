package org.dpstck.reference;

import java.util.List;
import java.util.Optional;

/** The faults that a reference plane can be started with, as the files of the folder {@code faults} describe them. */
public final class Faults {

    /** One file a subject, in this order. */
    private static final List<String> SUBJECTS = List.of(
            "signaling", "callbacks", "lazy", "careless", "registration", "messages", "authorization", "profiles");

    private static final List<Fault> ALL =
            SUBJECTS.stream().flatMap(subject -> about(subject).stream()).toList();

    private Faults() {}

    /** Every fault, in the order of the files. */
    public static List<Fault> all() {
        return ALL;
    }

    /** The faults of one subject, which is the name of its file. */
    public static List<Fault> about(String subject) {
        return Catalog.read("faults/" + subject + ".yaml", "faults", Fault.class);
    }

    /** The fault with this id, which is compared letter by letter. */
    public static Optional<Fault> byId(String id) {
        return ALL.stream().filter(fault -> fault.id().equals(id)).findFirst();
    }
}
