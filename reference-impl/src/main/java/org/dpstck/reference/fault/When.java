package org.dpstck.reference.fault;

import java.util.Locale;
import java.util.function.Predicate;
import org.dpstck.reference.flow.DataFlow;
import org.dpstck.reference.flow.Direction;
import org.dpstck.reference.http.Exchange;
import org.dpstck.reference.http.Operation;
import org.dpstck.reference.http.Refusal.Kind;

/** On which exchanges a defect shows. */
final class When {

    private When() {}

    static Predicate<Exchange> on(Operation operation) {
        return exchange -> exchange.is(operation);
    }

    /** The operation has succeeded. */
    static Predicate<Exchange> success(Operation operation) {
        return on(operation).and(exchange -> exchange.refusal().isEmpty());
    }

    /** The operation was refused for this reason. */
    static Predicate<Exchange> refused(Operation operation, Kind kind) {
        return on(operation).and(exchange -> exchange.refusedFor(kind));
    }

    /** Any operation was refused for this reason. */
    static Predicate<Exchange> refusedFor(Kind kind) {
        return exchange -> exchange.refusedFor(kind);
    }

    /** The flow is of this direction. */
    static Predicate<Exchange> flowIs(Direction direction) {
        return flow(flow -> flow.request().direction() == direction);
    }

    static Predicate<Exchange> flow(Predicate<DataFlow> condition) {
        return exchange -> exchange.flow().filter(condition).isPresent();
    }

    /** A name as the ids of faults write it: {@code callbackAddress} becomes {@code CALLBACK-ADDRESS}. */
    static String kebab(String camelCase) {
        return camelCase.replaceAll("([a-z])([A-Z])", "$1-$2").replace('_', '-').toUpperCase(Locale.ROOT);
    }
}
