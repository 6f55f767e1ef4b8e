package org.dpstck.controlplane.cases;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.dpstck.controlplane.flow.DataPlanes;
import org.dpstck.controlplane.flow.Transfers;
import org.dpstck.core.check.Replies;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Needs;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.sut.Capability;
import org.dpstck.core.verdict.Unjudgeable;

/** What the catalogue says of how datasets can be transferred (§Building the catalog). */
public final class CatalogCases {

    @Case(
            value = "CATALOG-DISTRIBUTIONS",
            title = "Each type that a registered data plane supports is a distribution of its own",
            stimulus = "One data plane registers for two types, another one for a third; the catalogue is asked for.",
            expected = "The dataset of the description has a distribution with each of the three as its format.",
            fix =
                    "Build the distributions of a dataset from the transfer types of all data planes that can transfer it.")
    @Verifies("CATALOG-DISTRIBUTIONS?")
    @Needs({Capability.REGISTRATION, Capability.PROVIDER})
    void distributions(DataPlanes planes, Transfers transfers) {
        var types = List.of(planes.freshType(), planes.freshType(), planes.freshType());
        planes.join(planes.further(), types.get(0), types.get(1));
        planes.join(planes.further(), types.get(2));
        var look = looked(formats -> formats.containsAll(types), transfers);
        var missing =
                types.stream().filter(type -> !look.formats().contains(type)).toList();
        if (!missing.isEmpty()) {
            transfers.violated(
                    "CATALOG-DISTRIBUTIONS",
                    "a distribution of the dataset with the format " + missing.get(0)
                            + ", for which a data plane is registered",
                    "distributions with the formats " + look.formats(),
                    look.reply().exchange());
        }
    }

    @Case(
            value = "CATALOG-REMOVED",
            title = "The types of a data plane that was removed are no distributions any more",
            stimulus =
                    "A data plane registers for a type, which is in the catalogue; it is removed; the catalogue is asked for"
                            + " again.",
            expected = "No distribution with that format.",
            fix = "Build the distributions from the data planes that are registered when the catalogue is asked for.")
    @Verifies("CATALOG-DISTRIBUTIONS?")
    @Needs({Capability.REGISTRATION, Capability.PROVIDER})
    void removed(DataPlanes planes, Transfers transfers) {
        var plane = planes.further();
        var type = planes.freshType();
        planes.join(plane, type);
        requireFormat(type, looked(formats -> formats.contains(type), transfers));
        var deleted = planes.delete(plane.id());
        if (!Replies.succeeded(deleted)) {
            throw Unjudgeable.inconclusive(
                    "a prerequisite failed: the deletion of a registered data plane gave " + Replies.observed(deleted));
        }
        var look = looked(formats -> !formats.contains(type), transfers);
        if (look.formats().contains(type)) {
            transfers.violated(
                    "CATALOG-DISTRIBUTIONS",
                    "no distribution with the format " + type + ", whose data plane was removed",
                    "a distribution with that format",
                    look.reply().exchange());
        }
    }

    @Case(
            value = "CATALOG-SOURCES",
            title = "The types of a data plane that cannot transfer from the source are no distributions",
            stimulus =
                    "Two data planes register, each for a type of its own; one of them names source types that the dataset does"
                            + " not have, some of which are called almost like that of the dataset; the other one names such a type,"
                            + " and that of the dataset behind it; the catalogue is asked for.",
            expected = "The dataset has a distribution for the other one, and none for the first.",
            fix = "Compare the type of the asset with the source types of each data plane.")
    @Verifies("CATALOG-SOURCES?")
    @Needs({Capability.REGISTRATION, Capability.PROVIDER})
    void sources(DataPlanes planes, Transfers transfers) {
        var type = planes.freshType();
        var other = planes.freshType();
        var foreign = planes.further();
        var plain = planes.freshType();
        var source = transfers.system().controlPlane().dataPlanes().source();
        planes.join(foreign, planes.foreignSources(), List.of(other));
        planes.join(planes.further(), plain);
        planes.join(planes.further(), List.of(planes.foreignSource(), source), List.of(type));
        planes.awaitCheck(foreign, transfers);
        var look = looked(formats -> formats.containsAll(List.of(plain, type)), transfers);
        requireFormat(plain, look);
        if (!look.formats().contains(type)) {
            transfers.violated(
                    "CATALOG-SOURCES",
                    "a distribution with the format " + type + ", whose data plane names the source type " + source
                            + " behind another one",
                    "distributions with the formats " + look.formats(),
                    look.reply().exchange());
        }
        if (look.formats().contains(other)) {
            transfers.violated(
                    "CATALOG-SOURCES",
                    "no distribution with the format " + other
                            + ", whose data plane cannot transfer from the source type " + source,
                    "a distribution with that format",
                    look.reply().exchange());
        }
    }

    /** The catalogue once it says what it should, or the last one in time: what has changed need not show at once (position 228). */
    private static Distributions looked(Predicate<Set<String>> wanted, Transfers transfers) {
        return transfers.until(
                () -> Distributions.in(transfers.catalog(), transfers),
                look -> wanted.test(look.formats()),
                transfers.system().timeouts().callback());
    }

    private static void requireFormat(String type, Distributions look) {
        if (!look.formats().contains(type)) {
            throw Unjudgeable.inconclusive("a prerequisite failed: no distribution has the format " + type
                    + ", for which a data plane is registered; see the case CATALOG-DISTRIBUTIONS");
        }
    }
}
