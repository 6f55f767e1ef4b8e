package org.dpstck.reference.edition;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dpstck.reference.http.Operation;

/**
 * The operations that a plane serves in one edition.
 *
 * @param <O> the operations of that plane
 */
public final class Routes<O> {

    private static final List<Route<Operation>> COMMON = List.of(
            Route.of(Operation.PREPARE, "POST", "/dataflows/prepare"),
            Route.of(Operation.START, "POST", "/dataflows/start"),
            Route.of(Operation.SUSPEND, "POST", "/dataflows/:id/suspend"),
            Route.of(Operation.TERMINATE, "POST", "/dataflows/:id/terminate"),
            Route.of(Operation.COMPLETED, "POST", "/dataflows/:id/completed"));

    private final List<Route<O>> all;

    private Routes(Stream<Route<O>> routes) {
        all = routes.sorted(Comparator.comparingLong(Route<O>::ids)).toList();
    }

    /** The five operations on flows that every edition has. */
    static Routes<Operation> common() {
        return new Routes<>(COMMON.stream());
    }

    /** No operation at all, to add to. */
    public static <O> Routes<O> none() {
        return new Routes<>(Stream.empty());
    }

    /** These operations and one more. */
    public Routes<O> and(O operation, String method, String path) {
        return new Routes<>(Stream.concat(all.stream(), Stream.of(Route.of(operation, method, path))));
    }

    /** The routes that share the path with these segments, each with a method of its own. */
    public List<Route<O>> at(List<String> segments) {
        return all.stream()
                .filter(route -> route.matches(segments))
                .findFirst()
                .map(first -> all.stream()
                        .filter(route -> route.path().equals(first.path()))
                        .toList())
                .orElse(List.of());
    }

    /** The route of an operation, if this edition has it. */
    public Optional<Route<O>> of(O operation) {
        return all.stream().filter(route -> route.operation() == operation).findFirst();
    }
}
