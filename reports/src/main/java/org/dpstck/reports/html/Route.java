package org.dpstck.reports.html;

import static org.dpstck.reports.html.Diagram.BOX_HEIGHT;
import static org.dpstck.reports.html.Diagram.BOX_WIDTH;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dpstck.reports.html.Diagram.Box;
import org.dpstck.reports.html.Diagram.Line;

/** Lines from box to box. */
final class Route {

    private static final int BEND = 60;
    private static final int ABOVE = 7;
    private static final int BESIDE = 46;
    private static final int LINE_HEIGHT = 15;

    private Route() {}

    /** One line for each group of edges that have the same ends. */
    static List<Line> between(Map<String, Box> boxes, List<List<Edge>> groups) {
        return groups.stream()
                .map(group -> line(
                        boxes.get(group.get(0).from().name()),
                        boxes.get(group.get(0).to().name()),
                        group))
                .toList();
    }

    private static Line line(Box from, Box to, List<Edge> group) {
        if (to.x() <= from.x()) {
            return back(from, to, group);
        }
        var skips = to.x() - from.x() > 2 * BOX_WIDTH && to.y() != from.y();
        return skips ? around(from, to, group) : straight(from, to, group);
    }

    private static Line straight(Box from, Box to, List<Edge> group) {
        var x1 = from.x() + BOX_WIDTH;
        var y1 = from.y() + BOX_HEIGHT / 2;
        var y2 = to.y() + BOX_HEIGHT / 2;
        var path = curve(x1, y1, x1 + BEND, y1, to.x() - BEND, y2, to.x(), y2);
        return new Line(path, mark(group), true, group, (x1 + to.x()) / 2, labels((y1 + y2) / 2, group));
    }

    /** Over a column in between: comes from below or above, because the boxes of that column stand in its way. */
    private static Line around(Box from, Box to, List<Edge> group) {
        var down = to.y() > from.y();
        var x1 = from.x() + BOX_WIDTH;
        var y1 = from.y() + BOX_HEIGHT / 2;
        var x2 = to.x() + BOX_WIDTH / 2;
        var y2 = down ? to.y() : to.y() + BOX_HEIGHT;
        var path = curve(x1, y1, x2, y1, x2, y1, x2, y2);
        return new Line(path, mark(group), true, group, x2 - BESIDE, y2 + (down ? -BEND / 2 : BEND / 2 + ABOVE));
    }

    private static Line back(Box from, Box to, List<Edge> group) {
        var up = from.y() < to.y();
        var x1 = from.x() + BOX_WIDTH / 2;
        var y1 = up ? from.y() + BOX_HEIGHT : from.y();
        var x2 = to.x() + BOX_WIDTH;
        var y2 = to.y() + BOX_HEIGHT / 2 + (up ? -10 : 10);
        var path = curve(x1, y1, x1, y1 + (up ? BEND : -BEND), x2 + BEND, y2, x2, y2);
        return new Line(path, mark(group), true, group, x1 + 4, y1 + (up ? BEND / 2 + 8 : -BEND / 2));
    }

    static Mark mark(List<Edge> group) {
        return group.stream().map(Edge::mark).min(Enum::compareTo).orElse(Mark.NONE);
    }

    private static int labels(int middle, List<Edge> group) {
        return middle - ABOVE - (group.size() - 1) * LINE_HEIGHT;
    }

    private static String curve(int... points) {
        return String.format(
                Locale.ROOT,
                "M%d %d C%d %d, %d %d, %d %d",
                Arrays.stream(points).boxed().toArray());
    }
}
