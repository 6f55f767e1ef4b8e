package org.dpstck.reference;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The faults that a reference plane can be started with, as the files of the folder {@code faults} describe them. */
public final class Faults {

    /** One file a subject, in this order. */
    private static final List<String> SUBJECTS = List.of(
            "signaling",
            "callbacks",
            "lazy",
            "careless",
            "registration",
            "messages",
            "authorization",
            "profiles",
            "response-channel",
            "access",
            "edc");

    private static final List<String> CONTROL_PLANE_SUBJECTS = List.of(
            "control-plane",
            "transfers",
            "transfer-forms",
            "control-response-channel",
            "control-edc",
            "control-neighbours",
            "control-moments",
            "control-paths");

    private static final Map<ReferenceRole, List<Fault>> ALL =
            Map.of(ReferenceRole.DATA_PLANE, read(SUBJECTS), ReferenceRole.CONTROL_PLANE, read(CONTROL_PLANE_SUBJECTS));

    private Faults() {}

    private static List<Fault> read(List<String> subjects) {
        return subjects.stream().flatMap(subject -> about(subject).stream()).toList();
    }

    /** Every fault of the data plane, in the order of the files. */
    public static List<Fault> all() {
        return of(ReferenceRole.DATA_PLANE);
    }

    /** Every fault of a plane, in the order of the files. */
    public static List<Fault> of(ReferenceRole role) {
        return ALL.get(role);
    }

    /** The faults of one subject, which is the name of its file. */
    public static List<Fault> about(String subject) {
        return Catalog.read("faults/" + subject + ".yaml", "faults", Fault.class);
    }

    /** The fault with this id, of either plane; it is compared letter by letter. */
    public static Optional<Fault> byId(String id) {
        return ALL.values().stream()
                .flatMap(List::stream)
                .filter(fault -> fault.id().equals(id))
                .findFirst();
    }
}
