package org.dpstck.core.junit;

import java.util.Objects;
import org.dpstck.core.verdict.Judge;
import org.dpstck.core.verdict.Violation;

/** Cases that are defects of the suite, and one that is not. */
final class BrokenCases {

    private static final String MUST = "PREPARE-200";

    @Case(value = "A-PASS", title = "passes", stimulus = "s", expected = "e", fix = "f")
    @Verifies(MUST)
    void pass() {
        // Nothing to find.
    }

    @Case(value = "Z-PASS", title = "passes", stimulus = "s", expected = "e", fix = "f")
    @Verifies(MUST)
    void passToo() {
        // Nothing to find.
    }

    @Case(value = "NULL-POINTER", title = "throws", stimulus = "s", expected = "e", fix = "f")
    @Verifies(MUST)
    void nullPointer() {
        Objects.requireNonNull(null, "planted");
    }

    @Case(value = "LINKAGE", title = "throws an error", stimulus = "s", expected = "e", fix = "f")
    @Verifies(MUST)
    void linkage() {
        throw new NoClassDefFoundError("planted");
    }

    @Case(value = "ASSERTION", title = "throws an assertion error", stimulus = "s", expected = "e", fix = "f")
    @Verifies(MUST)
    void assertion() {
        throw new AssertionError("planted");
    }

    @Case(value = "STACK", title = "throws a virtual machine error", stimulus = "s", expected = "e", fix = "f")
    @Verifies(MUST)
    void stack() {
        throw new StackOverflowError("planted");
    }

    @Case(
            value = "UNKNOWN-REQUIREMENT",
            title = "finds what it does not verify",
            stimulus = "s",
            expected = "e",
            fix = "f")
    @Verifies(MUST)
    void unknownRequirement(Judge judge) {
        judge.violated("START-200", "a", "b", null);
    }

    @Case(value = "UNPROVIDABLE", title = "asks in vain", stimulus = "s", expected = "e", fix = "f")
    @Verifies(MUST)
    void unprovidable(Judge judge, Void nothing) {
        throw new Violation("not reached");
    }

    @Case(value = "MISFIT", title = "is given the wrong thing", stimulus = "s", expected = "e", fix = "f")
    @Verifies(MUST)
    void misfit(Integer neverProvided) {
        throw new Violation("not reached");
    }

    @Case(value = "UNRELEASABLE", title = "cannot be released", stimulus = "s", expected = "e", fix = "f")
    @Verifies(MUST)
    void unreleasable() {
        // Nothing to find.
    }
}
