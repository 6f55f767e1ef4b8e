package org.dpstck.core.standin;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dpstck.core.standin.ArrivalListener.Incoming;

/**
 * One callback address for all flows of a run: whose a callback is, the id in its path tells, or anything else in it.
 *
 * <p>The system may call back by an id of its own before its answer has told that id. Such a callback waits, bounded,
 * until the id is known.
 */
final class SharedAddress {

    static final String PATH = "/callbacks";

    private static final int WAITING = 200;
    private static final int REMEMBERED = 20_000;

    private final Map<String, Inbox> byId = new LinkedHashMap<>();
    private final Set<String> ended = new LinkedHashSet<>();
    private final List<Incoming> waiting = new ArrayList<>();
    private volatile boolean used;

    void use() {
        used = true;
    }

    boolean used() {
        return used;
    }

    synchronized void opened(Inbox inbox) {
        if (used) {
            byId.put(inbox.processId(), inbox);
        }
    }

    synchronized void isCalled(Inbox inbox, String dataFlowId) {
        if (used && byId.containsValue(inbox) && byId.putIfAbsent(dataFlowId, inbox) == null) {
            waiting.removeIf(incoming -> {
                var theirs = incoming.mentions(dataFlowId);
                if (theirs) {
                    add(inbox, incoming);
                }
                return theirs;
            });
        }
    }

    synchronized void released(Inbox inbox) {
        byId.entrySet().removeIf(entry -> {
            var theirs = entry.getValue() == inbox;
            if (theirs) {
                ended.add(entry.getKey());
            }
            return theirs;
        });
        var oldest = ended.iterator();
        while (ended.size() > REMEMBERED && oldest.hasNext()) {
            oldest.next();
            oldest.remove();
        }
    }

    synchronized void deliver(Incoming incoming) {
        var named = byId.get(decoded(transfer(incoming.path())));
        if (named != null) {
            add(named, incoming);
            return;
        }
        if (ended.contains(decoded(transfer(incoming.path())))) {
            return; // A late word about a flow that nobody asks about any more.
        }
        byId.entrySet().stream()
                .filter(entry -> incoming.mentions(entry.getKey()))
                .findFirst()
                .ifPresentOrElse(entry -> add(entry.getValue(), incoming), () -> keep(incoming));
    }

    /** Callbacks that belong to no flow as far as anybody knows. */
    synchronized long strangers() {
        return waiting.stream()
                .filter(incoming -> ended.stream().noneMatch(incoming::mentions))
                .count();
    }

    private void keep(Incoming incoming) {
        if (waiting.size() < WAITING) {
            waiting.add(incoming);
        }
    }

    private static void add(Inbox inbox, Incoming incoming) {
        var start = incoming.path().indexOf(PATH + "/");
        inbox.add(
                start < 0
                        ? incoming.arrival(incoming.path(), true)
                        : incoming.arrival(incoming.path().substring(start + PATH.length()), false));
    }

    /** An id may hold characters that a path encodes. */
    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return segment;
        }
    }

    /** The segment of the path before the last two, as in {@code /transfers/:transferId/dataflow/started}. */
    private static String transfer(String path) {
        var segments = path.split("/");
        return segments.length < 3 ? "" : segments[segments.length - 3];
    }
}
