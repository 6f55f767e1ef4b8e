package org.dpstck.reports.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dpstck.core.edition.Side;
import org.dpstck.core.edition.State;

/**
 * The state machine as a drawing. States stand in columns by their distance from the beginning: those of consumers above,
 * those of providers below. Where many states lead to one, their ways meet in a line along the edge of the drawing.
 *
 * @param width of the drawing
 * @param height of the drawing
 * @param states as boxes
 * @param lines between them
 * @param edges the same, for a table
 */
public record Diagram(int width, int height, List<Box> states, List<Line> lines, List<Edge> edges) {

    /** A state; interim and terminal ones look different. */
    public record Box(String name, int x, int y, String kind) {}

    /**
     * A way between two states.
     *
     * @param path in the language of SVG
     * @param mark of what decides among its labels
     * @param arrow whether it ends in one
     * @param labels one below the other
     * @param x middle of the labels
     * @param y base line of the first label
     */
    public record Line(String path, Mark mark, boolean arrow, List<Edge> labels, int x, int y) {}

    static final int BOX_WIDTH = 124;
    static final int BOX_HEIGHT = 40;
    private static final int COLUMN = 226;
    private static final int ROW = 110;
    private static final int MARGIN = 14;
    private static final int TOP = 74;
    /** From here on, ways to an end of the machine meet; to a state that others follow, only from {@link #MANY} on. */
    private static final int SOME = 3;

    private static final int MANY = 5;

    /** Width of a box, for the template. */
    public int boxWidth() {
        return BOX_WIDTH;
    }

    /** Height of a box, for the template. */
    public int boxHeight() {
        return BOX_HEIGHT;
    }

    static Diagram of(List<State> states, List<Edge> edges) {
        var boxes = boxes(states, edges);
        var bottom = boxes.values().stream().mapToInt(Box::y).max().orElse(TOP) + BOX_HEIGHT;
        var right = boxes.values().stream().mapToInt(Box::x).max().orElse(0) + BOX_WIDTH;
        var sources = edges.stream()
                .collect(Collectors.groupingBy(
                        edge -> edge.to().name(),
                        Collectors.mapping(edge -> edge.from().name(), Collectors.toSet())));
        var meeting = sources.entrySet().stream()
                .filter(it -> it.getValue().size() >= (ends(states, it.getKey()) ? SOME : MANY))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        var lines = new ArrayList<>(Route.between(boxes, together(edges, meeting)));
        meeting.forEach(to -> lines.addAll(Bus.to(
                boxes.get(to),
                boxes,
                edges.stream().filter(edge -> edge.to().name().equals(to)).toList(),
                bottom)));
        return new Diagram(right + MARGIN, bottom + TOP - MARGIN, List.copyOf(boxes.values()), lines, edges);
    }

    private static boolean ends(List<State> states, String name) {
        return states.stream().anyMatch(state -> state.name().equals(name) && state.terminal());
    }

    /** The edges with the same ends, drawn as one line. */
    private static List<List<Edge>> together(List<Edge> edges, Set<String> meeting) {
        return List.copyOf(edges.stream()
                .filter(edge -> !meeting.contains(edge.to().name()))
                .collect(Collectors.groupingBy(
                        edge -> edge.from().name() + " " + edge.to().name(), LinkedHashMap::new, Collectors.toList()))
                .values());
    }

    private static Map<String, Box> boxes(List<State> states, List<Edge> edges) {
        var columns = columns(states, edges);
        var inColumn = states.stream().collect(Collectors.groupingBy(state -> columns.get(state.name())));
        var boxes = new LinkedHashMap<String, Box>();
        inColumn.forEach((column, those) -> {
            for (int i = 0; i < those.size(); i++) {
                var state = those.get(i);
                var x = MARGIN + column * COLUMN;
                var y = TOP + row(state, i, those.size()) * ROW;
                boxes.put(state.name(), new Box(state.name(), x, y, kind(state)));
            }
        });
        return boxes;
    }

    private static int row(State state, int place, int size) {
        if (state.sides().size() == 1) {
            return state.sides().contains(Side.CONSUMER) ? 0 : 2;
        }
        return size == 1 ? 1 : place * 2;
    }

    private static String kind(State state) {
        if (state.terminal()) {
            return "terminal";
        }
        return state.interim() ? "interim" : "plain";
    }

    /** The longest way to each state, where ways only lead to states that stand later in the document. */
    private static Map<String, Integer> columns(List<State> states, List<Edge> edges) {
        var columns = new HashMap<String, Integer>();
        for (var state : states) {
            columns.put(
                    state.name(),
                    edges.stream()
                            .filter(edge -> edge.to().equals(state)
                                    && columns.containsKey(edge.from().name()))
                            .mapToInt(edge -> columns.get(edge.from().name()) + 1)
                            .max()
                            .orElse(0));
        }
        return columns;
    }
}
