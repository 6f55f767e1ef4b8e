package org.dpstck.controlplane.cases;

import java.util.Set;
import java.util.stream.Stream;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.TransferMessage;
import org.dpstck.core.edition.TransferRules;
import org.dpstck.core.plan.Row;
import org.dpstck.core.sut.Capability;

/** Which messages of the other side a control plane passes on to its data plane, by which signal. */
final class Passing {

    private Passing() {}

    /** A row for each: the kind of flow, the signal, the message. */
    static Stream<Row> rows(Edition edition, Stream<FlowKind> kinds) {
        var rules = edition.transfers();
        return kinds.flatMap(kind -> rules.protocol().sentTo(kind.side()).stream()
                .filter(message -> !message.begins() && concerns(message, kind, edition))
                .flatMap(message -> rules
                        .signal(
                                kind.side(),
                                TransferRules.event(message, rules.machine().state(from(message))))
                        .map(edition::operation)
                        .map(signal -> row(Row.of(kind, signal, message), message))
                        .stream()));
    }

    /** A completion tells nothing to the data plane that completes by itself. */
    private static boolean concerns(TransferMessage message, FlowKind kind, Edition edition) {
        return !message.name().equals("completion") || !completing(edition).contains(kind.id());
    }

    /** The kinds of flow that their own data plane completes; none where it calls nobody back. */
    static Set<String> completing(Edition edition) {
        return edition.callbacks().containsKey("completed")
                ? edition.callback("completed").kinds()
                : Set.of();
    }

    /** The state of the process that the message finds. */
    static String from(TransferMessage message) {
        return message.name().equals("start") ? "SUSPENDED" : "STARTED";
    }

    private static Row row(Row row, TransferMessage message) {
        return message.name().matches("start|suspension") ? row.needing(Capability.SUSPEND) : row;
    }
}
