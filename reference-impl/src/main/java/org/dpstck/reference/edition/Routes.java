package org.dpstck.reference.edition;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dpstck.reference.http.Operation;

/** The operations that a data plane serves in one edition. */
public final class Routes {

    private static final List<Route> COMMON = List.of(
            Route.of(Operation.PREPARE, "POST", "/dataflows/prepare"),
            Route.of(Operation.START, "POST", "/dataflows/start"),
            Route.of(Operation.SUSPEND, "POST", "/dataflows/:id/suspend"),
            Route.of(Operation.TERMINATE, "POST", "/dataflows/:id/terminate"),
            Route.of(Operation.COMPLETED, "POST", "/dataflows/:id/completed"));

    private final List<Route> all;

    private Routes(Stream<Route> routes) {
        all = routes.sorted(Comparator.comparingLong(Route::ids)).toList();
    }

    /** The five operations on flows that every edition has. */
    static Routes common() {
        return new Routes(COMMON.stream());
    }

    Routes and(Operation operation, String method, String path) {
        return new Routes(Stream.concat(all.stream(), Stream.of(Route.of(operation, method, path))));
    }

    /** The routes that share the path with these segments, each with a method of its own. */
    public List<Route> at(List<String> segments) {
        return all.stream()
                .filter(route -> route.matches(segments))
                .findFirst()
                .map(first -> all.stream()
                        .filter(route -> route.path().equals(first.path()))
                        .toList())
                .orElse(List.of());
    }

    /** The route of an operation, if this edition has it. */
    public Optional<Route> of(Operation operation) {
        return all.stream().filter(route -> route.operation() == operation).findFirst();
    }
}
