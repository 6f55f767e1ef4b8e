package org.dpstck.reference.controlplane.fault;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dpstck.reference.controlplane.hook.ControlHook;
import org.dpstck.reference.controlplane.hook.Outgoing;

/** Ids of others in the paths of messages, as software writes them that puts strings together. */
final class PathFaults {

    private static final Pattern SEGMENT = Pattern.compile("(.*/(?:dataflows|transfers)/)([^/]+)(/[a-z]+)");
    private static final Pattern IMPOSSIBLE = Pattern.compile("[^!-~]+|[\"<>\\\\^`{|}]+");

    private PathFaults() {}

    static void addTo(ControlFaultTable table) {
        table.add("FLOW-ID-UNENCODED", () -> new Rewritten(true, PathFaults::asItIs));
        table.add("FLOW-ID-ENCODED-TWICE", () -> new Rewritten(true, PathFaults::twice));
        table.add("FLOW-ID-ENCODED-AS-FORM", () -> new Rewritten(true, PathFaults::asForm));
        table.add("PEER-PID-UNENCODED", () -> new Rewritten(false, PathFaults::asItIs));
        table.add("PEER-PID-ENCODED-TWICE", () -> new Rewritten(false, PathFaults::twice));
    }

    /** What no URL takes has to be encoded, or the request could not be sent at all. */
    private static String asItIs(String segment) {
        return IMPOSSIBLE.matcher(decoded(segment)).replaceAll(match -> encoded(match.group()));
    }

    private static String twice(String segment) {
        return encoded(segment);
    }

    private static String asForm(String segment) {
        return URLEncoder.encode(decoded(segment), StandardCharsets.UTF_8);
    }

    private static String decoded(String segment) {
        return URLDecoder.decode(segment, StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * Writes the id in the path in another way.
     *
     * @param ofFlows in requests to data planes, or else in messages to the other side
     */
    private record Rewritten(boolean ofFlows, UnaryOperator<String> how) implements ControlHook {

        @Override
        public List<Outgoing> sending(Outgoing message) {
            Matcher found = SEGMENT.matcher(message.target().toString());
            return List.of(
                    message.kind().isForDataPlane() == ofFlows && found.matches()
                            ? message.withTarget(
                                    URI.create(found.group(1) + how.apply(found.group(2)) + found.group(3)))
                            : message);
        }
    }
}
