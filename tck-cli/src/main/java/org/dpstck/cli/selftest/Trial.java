package org.dpstck.cli.selftest;

import java.util.List;
import java.util.regex.Pattern;
import org.dpstck.reference.Fault;
import org.dpstck.reference.Variant;

/**
 * One run of the suite against one reference that is wrong or odd in one way.
 *
 * @param kind what is switched on
 * @param id of the fault, or of the variants; {@link #CORRECT} for neither
 * @param edition that the reference speaks and is judged by; with the form of the transfer process, if it is another than the
 *     default one, as {@link Place} labels it
 * @param selection requirements whose cases run, or ids of cases; empty for the whole suite
 */
record Trial(Kind kind, String id, String edition, List<String> selection) {

    /** The id of a trial of the reference as it should be. */
    static final String CORRECT = "correct";

    private static final String AND = " + ";

    /** What a whole suite costs in relation to the cases of a few requirements; for the estimate of what is left. */
    private static final int WHOLE_COST = 12;

    /** What is switched on. */
    enum Kind {
        FAULT,
        VARIANT,
        NOTHING
    }

    /** The cases of the requirements that a fault breaks: they are the ones that have to find it. */
    static Trial related(Fault fault, String edition) {
        return new Trial(Kind.FAULT, fault.id(), edition, fault.requirements());
    }

    /** The whole suite on a fault, which shows what else fails on it. */
    static Trial whole(Fault fault, String edition) {
        return new Trial(Kind.FAULT, fault.id(), edition, List.of());
    }

    /** The whole suite on a variant, or on several that do not get in each other's way. */
    static Trial of(List<Variant> variants, String edition) {
        var ids = variants.stream().map(Variant::id).toList();
        return new Trial(Kind.VARIANT, String.join(AND, ids), edition, List.of());
    }

    /** The same with some cases alone, by their ids. */
    Trial of(List<String> cases) {
        return new Trial(kind, id, edition, List.copyOf(cases));
    }

    static Trial correct(String edition) {
        return new Trial(Kind.NOTHING, CORRECT, edition, List.of());
    }

    /** What is switched on: one fault, or one variant or more. */
    List<String> ids() {
        return List.of(id.split(Pattern.quote(AND)));
    }

    /** What the reference speaks. */
    Place place() {
        return Place.of(edition);
    }

    boolean isWhole() {
        return selection.isEmpty();
    }

    int cost() {
        return isWhole() ? WHOLE_COST : 1;
    }

    @Override
    public String toString() {
        return id + " (" + edition + ")";
    }
}
