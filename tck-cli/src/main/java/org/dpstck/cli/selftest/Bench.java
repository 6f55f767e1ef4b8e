package org.dpstck.cli.selftest;

import java.util.List;
import org.dpstck.cli.console.UsageException;
import org.dpstck.core.sut.SystemUnderTest;
import org.dpstck.reference.Fault;
import org.dpstck.reference.Faults;
import org.dpstck.reference.ReferenceRole;
import org.dpstck.reference.Variant;
import org.dpstck.reference.Variants;

/** What the suite of a role is tried on: the reference of that role, its faults and its variants. */
interface Bench {

    /** The role that is judged. */
    ReferenceRole role();

    /** Editions that the reference speaks. */
    List<String> editions();

    /** Forms of the transfer process that it speaks besides the default one; none for a role that does not speak it. */
    default List<String> otherForms() {
        return List.of();
    }

    /** Starts the reference as a trial wants it, on a free port. */
    Judged start(Trial trial);

    /** The faults of the role, in the order of the files. */
    default List<Fault> faults() {
        return Faults.of(role());
    }

    /** The variants of the role, in the order of the file. */
    default List<Variant> variants() {
        return Variants.of(role());
    }

    /**
     * The bench of a role.
     *
     * @throws UsageException if there is no such role
     */
    static Bench of(String role) {
        return ReferenceRole.of(role)
                .map(known -> switch (known) {
                    case DATA_PLANE -> new DataPlaneBench();
                    case CONTROL_PLANE -> new ControlPlaneBench();
                })
                .orElseThrow(() -> new UsageException(
                        "--role: there is no reference that plays '" + role + "'; write data-plane or control-plane"));
    }

    /**
     * A reference that runs.
     *
     * @param system how a run describes it
     * @param end stops it
     */
    record Judged(SystemUnderTest system, Runnable end) implements AutoCloseable {

        @Override
        public void close() {
            end.run();
        }
    }
}
