package org.dpstck.controlplane.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.standin.Arrival;

/**
 * Transfers of one type that were requested one after the other, until a data plane was told to start one.
 *
 * @param requests in their order, at least one
 * @param begun the one whose process the start names, or else the latest
 * @param start the request to the data plane; empty if none came
 */
public record Selection(List<Request> requests, Request begun, Optional<Arrival> start) {

    private static final int ATTEMPTS = 4;
    private static final int SLOWER = 3;

    /** Copies the list. */
    public Selection {
        requests = List.copyOf(requests);
    }

    /**
     * One of the transfers.
     *
     * @param transfer that was requested
     * @param reply to the request
     */
    public record Request(Transfer transfer, Reply reply) {}

    /**
     * Requests transfers until one of them is started at a data plane.
     *
     * <p>Where the system looks after its data planes, one that has just registered may not be selected before it has been looked
     * at (position 228): a request that leads nowhere is made again after the next check, or after a while. Elsewhere there is one
     * request.
     */
    static Selection of(FurtherPlane plane, String type, DataPlanes planes, Transfers transfers) {
        var window = transfers.system().timeouts().callback().dividedBy(ATTEMPTS);
        var known = plane.processes();
        var beats = plane.heartBeats();
        var made = new ArrayList<Request>();
        var attempts = checks(transfers.edition()) ? ATTEMPTS : 1;
        while (made.size() < attempts) {
            var transfer = transfers.fresh(FurtherPlane.KIND);
            made.add(new Request(transfer, planes.request(transfer, type)));
            var left = attempts - made.size();
            var start = made.stream().anyMatch(each -> Replies.succeeded(each.reply()))
                    ? plane.starts(known, left == 0 ? window.multipliedBy(ATTEMPTS) : window)
                    : Optional.<Arrival>empty();
            if (start.isPresent()) {
                return new Selection(made, begun(made, plane.process(start.get())), start);
            }
            if (left > 0) {
                plane.heartBeats(beats + made.size(), made.size() == 1 ? patience(transfers) : window);
            }
        }
        return new Selection(made, begun(made, ""), Optional.empty());
    }

    /** Requests transfers until none is started there any more: the latest start, if that does not end in time. */
    Optional<Arrival> again(FurtherPlane plane, String type, DataPlanes planes, Transfers transfers) {
        var timeouts = transfers.system().timeouts();
        var attempts = checks(transfers.edition()) ? ATTEMPTS : 1;
        Optional<Arrival> stray = Optional.empty();
        for (var attempt = 1; attempt <= attempts; attempt++) {
            var known = Stream.concat(plane.processes().stream(), processes().stream())
                    .toList();
            planes.request(transfers.fresh(FurtherPlane.KIND), type);
            stray = plane.starts(known, silence(timeouts.quiet()));
            if (stray.isEmpty()) {
                return stray;
            }
            if (attempt < attempts) {
                // Nothing tells when the system has learnt of it; where something comes, that is heard at once.
                plane.signals().within(timeouts.callback().dividedBy(ATTEMPTS), arrival -> false);
            }
        }
        return stray;
    }

    /** How long the first check of a data plane is waited for. */
    static Duration patience(Transfers transfers) {
        var timeouts = transfers.system().timeouts();
        return transfers
                .system()
                .controlPlane()
                .dataPlanes()
                .heartBeat()
                .orElse(timeouts.callback().dividedBy(ATTEMPTS));
    }

    /** Whether an edition has a request by which the system asks whether a data plane is there. */
    public static boolean checks(Edition edition) {
        return edition.operations().values().stream().anyMatch(FurtherPlane::isCheck);
    }

    /** The latest answer to a request. */
    public Reply reply() {
        return requests.get(requests.size() - 1).reply();
    }

    /** The transfer that was started, or else the latest. */
    public Transfer transfer() {
        return begun.transfer();
    }

    private static Request begun(List<Request> made, String process) {
        return made.stream()
                .filter(each ->
                        each.transfer().systemPid().filter(process::equals).isPresent())
                .findFirst()
                .orElseGet(() -> made.get(made.size() - 1));
    }

    /** The processes as the system has named them so far. */
    public List<String> processes() {
        return requests.stream()
                .flatMap(each -> each.transfer().systemPid().stream())
                .toList();
    }

    /** How long nothing has to come where nothing is allowed, for a system that took so long where something was. */
    public Duration silence(Duration quiet) {
        var took = start.map(
                        arrival -> Duration.between(begun.reply().exchange().at(), arrival.at()))
                .orElse(Duration.ZERO);
        var slower = took.multipliedBy(SLOWER);
        return slower.compareTo(quiet) > 0 ? slower : quiet;
    }
}
