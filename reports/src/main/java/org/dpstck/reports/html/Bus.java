package org.dpstck.reports.html;

import static org.dpstck.reports.html.Diagram.BOX_HEIGHT;
import static org.dpstck.reports.html.Diagram.BOX_WIDTH;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dpstck.reports.html.Diagram.Box;
import org.dpstck.reports.html.Diagram.Line;

/** The ways of many states to one: each to a common line above or below all boxes, and that to the one. */
final class Bus {

    private static final int DISTANCE = 34;
    private static final int SHIFT = 24;

    private final Box target;
    private final Map<String, Box> boxes;
    private final int bottom;
    private final List<Line> lines = new ArrayList<>();

    private Bus(Box target, Map<String, Box> boxes, int bottom) {
        this.target = target;
        this.boxes = boxes;
        this.bottom = bottom;
    }

    static List<Line> to(Box target, Map<String, Box> boxes, List<Edge> edges, int bottom) {
        var bus = new Bus(target, boxes, bottom);
        var above = edges.stream()
                .collect(Collectors.partitioningBy(
                        edge -> boxes.get(edge.from().name()).y() < target.y()));
        bus.half(above.get(true), true);
        bus.half(above.get(false), false);
        return bus.lines;
    }

    private void half(List<Edge> edges, boolean up) {
        var grouped = edges.stream()
                .collect(Collectors.groupingBy(edge -> edge.from().name(), LinkedHashMap::new, Collectors.toList()));
        if (grouped.isEmpty()) {
            return;
        }
        var level = up ? boxes.values().stream().mapToInt(Box::y).min().orElse(0) - DISTANCE : bottom + DISTANCE;
        var begin = Integer.MAX_VALUE;
        for (var group : grouped.entrySet()) {
            var box = boxes.get(group.getKey());
            var x = box.x() + BOX_WIDTH / 2 + SHIFT;
            begin = Math.min(begin, x);
            var y = up ? box.y() : box.y() + BOX_HEIGHT;
            // Labels stand beside the box, at their own line, where nothing else is.
            lines.add(new Line(
                    "M" + x + " " + y + " V" + level,
                    Route.mark(group.getValue()),
                    false,
                    group.getValue(),
                    x - SHIFT * 2,
                    up ? y - 8 - (group.getValue().size() - 1) * 15 : bottom + 14));
        }
        var end = target.x() + BOX_WIDTH / 2;
        var path = "M" + begin + " " + level + " H" + end + " V" + (up ? target.y() : target.y() + BOX_HEIGHT);
        lines.add(0, new Line(path, Route.mark(edges), true, List.of(), 0, 0));
    }
}
