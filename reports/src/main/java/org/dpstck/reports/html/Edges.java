package org.dpstck.reports.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.dpstck.core.edition.Callback;
import org.dpstck.core.edition.Cell;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.edition.State;
import org.dpstck.core.edition.StateMachine.Transition;
import org.dpstck.core.verdict.CaseResult;

/** Every way through the state machine of an edition, with what came of the cases that go it. */
final class Edges {

    private static final String CALLBACK = "↩ ";

    private final Edition edition;
    private final CellCases cases;
    private final List<Edge> edges = new ArrayList<>();

    private Edges(Edition edition, CellCases cases) {
        this.edition = edition;
        this.cases = cases;
    }

    /** The edges: signals in the order of the edition, then callbacks. */
    static List<Edge> of(Edition edition, CellCases cases) {
        var all = new Edges(edition, cases);
        edition.machine().transitions().forEach(all::transition);
        edition.callbacks().values().stream()
                .filter(callback -> callback.state() != null)
                .forEach(all::callback);
        all.edges.sort(Comparator.comparingInt((Edge edge) -> all.place(edge.from()))
                .thenComparingInt(edge -> all.place(edge.to())));
        return all.edges;
    }

    private int place(State state) {
        return edition.machine().states().indexOf(state);
    }

    private void transition(Transition transition) {
        var signal = edition.operation(transition.signal());
        var to = edition.machine().state(transition.to());
        for (var name : transition.from()) {
            var from = edition.machine().state(name);
            if (from.observable()) {
                moved(transition, signal, from, to);
            } else {
                // No request finds a flow here: this is how it begins, and what the answers are about.
                answered(signal, from, to, "200");
                signal.asynchronousAnswer()
                        .ifPresent(answer ->
                                answered(signal, from, edition.machine().state(answer.state()), "202"));
            }
        }
    }

    private void moved(Transition transition, Operation signal, State from, State to) {
        var kinds = FlowKind.all().stream()
                .filter(kind ->
                        transition.kinds().contains(kind.id()) && from.sides().contains(kind.side()))
                .toList();
        var going = kinds.stream()
                .map(kind -> new Cell(kind, from, signal, edition.machine().expectation(kind, from, signal)))
                .flatMap(cell -> cases.of(cell).stream())
                .toList();
        var mark = Mark.of(going.stream().map(CaseResult::outcome));
        var link = going.stream()
                .filter(result -> Mark.of(result.outcome()) == mark)
                .map(result -> Link.toCase(result.id()))
                .findFirst();
        var about = String.join(", ", kinds.stream().map(FlowKind::id).toList());
        edges.add(new Edge(from, to, signal.name(), mark, about, link.orElse("")));
    }

    private void answered(Operation signal, State from, State to, String code) {
        edge(from, to, signal.name(), signal.requirement(code), "answered with " + code);
    }

    private void callback(Callback callback) {
        var to = edition.machine().state(callback.state());
        starts(callback, to)
                .forEach(from ->
                        edge(from, to, CALLBACK + callback.name(), callback.requirement(), "callback of the system"));
    }

    /** Where the system is when it calls back: between the two answers, or in the plain state in which flows go on. */
    private Stream<State> starts(Callback callback, State to) {
        var interim = edition.creating().stream()
                .filter(operation -> to.name().equals(operation.answer().state()))
                .map(operation -> operation.asynchronousAnswer().orElse(null))
                .filter(Objects::nonNull)
                .map(answer -> edition.machine().state(answer.state()))
                .filter(state -> callback.trigger() == null && !state.equals(to))
                .toList();
        if (!interim.isEmpty()) {
            return interim.stream();
        }
        return edition.machine().transitions().stream()
                .filter(transition -> transition.to().equals(to.name()))
                .flatMap(transition -> transition.from().stream())
                .map(edition.machine()::state)
                .filter(state -> state.sides().size() > 1 && state.observable())
                .min(Comparator.comparingInt(this::place))
                .stream();
    }

    private void edge(State from, State to, String label, String requirement, String about) {
        var mark = Mark.of(cases.verifying(requirement));
        var link = mark == Mark.NONE ? "" : Link.toRequirement(requirement);
        edges.add(new Edge(from, to, label, mark, about, link));
    }
}
