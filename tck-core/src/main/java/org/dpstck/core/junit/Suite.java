package org.dpstck.core.junit;

import java.util.List;
import java.util.function.Consumer;
import org.dpstck.core.detect.Detection;
import org.dpstck.core.detect.Inquiry;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.Editions;

/** A suite: the cases for one role, and what they are given while they run; found by {@link java.util.ServiceLoader}. */
public interface Suite {

    /** Whom it judges: {@code data-plane} or {@code control-plane}. */
    String role();

    /** The classes that hold its cases, in the order of the document. */
    List<Class<?>> cases();

    /** Ids of the editions in which it has cases, newest first. */
    default List<String> editions(Editions editions) {
        return editions.ids();
    }

    /**
     * An edition with the requirements that bind this role.
     *
     * @param id of the edition
     * @param form of the transfer process, where the role speaks it; null for the default
     * @throws org.dpstck.core.edition.EditionException if there is no such edition or form
     */
    default Edition edition(Editions editions, String id, String form) {
        return editions.load(id);
    }

    /** Starts whatever the cases of one run share. */
    SuiteSession open(RunContext run);

    /**
     * Finds out which editions a system speaks, with a handful of exchanges that do no harm; flows that are made are
     * terminated.
     */
    default Detection detect(Inquiry inquiry) {
        return Detection.prevented("the suite for the role " + role() + " cannot tell editions apart", List.of());
    }

    /**
     * Looks, one after the other, at everything that a run stands on; bounded in time, whatever the system does.
     *
     * @param report told of each check as soon as it is made
     */
    default void examine(RunContext run, Consumer<Check> report) {
        // A suite that stands on nothing has nothing to look at.
    }
}
