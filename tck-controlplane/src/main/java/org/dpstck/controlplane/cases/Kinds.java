package org.dpstck.controlplane.cases;

import java.util.stream.Stream;
import org.dpstck.core.edition.Direction;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Side;
import org.dpstck.core.plan.Row;

/** The kinds of transfer that cases range over. */
final class Kinds {

    static final FlowKind PROVIDER_PUSH = new FlowKind(Side.PROVIDER, Direction.PUSH);
    static final FlowKind PROVIDER_PULL = new FlowKind(Side.PROVIDER, Direction.PULL);
    static final FlowKind CONSUMER_PUSH = new FlowKind(Side.CONSUMER, Direction.PUSH);
    static final FlowKind CONSUMER_PULL = new FlowKind(Side.CONSUMER, Direction.PULL);

    private Kinds() {}

    /** Both directions of a provider. */
    static Stream<FlowKind> provider() {
        return Stream.of(PROVIDER_PUSH, PROVIDER_PULL);
    }

    /** Both directions of a consumer. */
    static Stream<FlowKind> consumer() {
        return Stream.of(CONSUMER_PUSH, CONSUMER_PULL);
    }

    /** The kinds whose transfers begin at the data plane of the system: where that can refuse and fail. */
    static Stream<FlowKind> opening(Edition edition) {
        return Stream.of(PROVIDER_PUSH, PROVIDER_PULL, CONSUMER_PUSH).filter(kind -> opens(edition, kind));
    }

    private static boolean opens(Edition edition, FlowKind kind) {
        return edition.transfers().signal(kind.side(), "begin").isPresent();
    }

    /** The consumer's push, where the edition prepares it. */
    static Stream<Row> prepared(Edition edition) {
        return opens(edition, CONSUMER_PUSH) ? Stream.of(Row.of(CONSUMER_PUSH)) : Stream.empty();
    }

    /** A provider's two, where its data plane may start them later. */
    static Stream<Row> startedLater(Edition edition) {
        return provider()
                .filter(kind -> edition.transfers()
                        .signal(kind.side(), "begin")
                        .map(edition::operation)
                        .flatMap(operation -> operation.asynchronousAnswer())
                        .isPresent())
                .map(Row::of);
    }

    /** One row for each direction of a provider. */
    static Stream<Row> providerRows(Edition edition) {
        return provider().map(Row::of);
    }
}
