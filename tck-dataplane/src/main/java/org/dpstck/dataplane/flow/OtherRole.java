package org.dpstck.dataplane.flow;

import java.util.LinkedHashSet;
import java.util.Optional;
import org.dpstck.core.check.Obstacles;
import org.dpstck.core.edition.ControlPlaneEditions;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.Editions;
import org.dpstck.core.exchange.Journal;
import org.dpstck.core.exchange.Outgoing;
import org.dpstck.core.exchange.Reply;

/**
 * Whether what answers is a control plane, where no data plane was found.
 *
 * @param shared of the run
 * @param journal takes what is sent
 */
record OtherRole(Shared shared, Journal journal) {

    private static final int CLIENT_ERROR = 400;
    private static final int SERVER_ERROR = 500;

    /**
     * Asks with empty messages, which a control plane refuses for what they lack, where others have no such path.
     *
     * @return what was seen and what to do, if it is a control plane
     */
    Optional<String> seen() {
        var editions = new ControlPlaneEditions(new Editions());
        var questions = new LinkedHashSet<String>();
        for (var id : editions.ids()) {
            var edition = editions.load(id, null);
            var create = edition.transfers().registration().create();
            questions.add(create.method() + " " + create.path());
            questions.add("POST " + request(edition));
        }
        return questions.stream()
                .filter(this::isThere)
                .findFirst()
                .map(
                        line -> "a control plane answers at "
                                + shared.system().url() + ", and no data plane (" + line
                                + " with an empty message was refused for what it lacks); judge it with --role control-plane, or correct url");
    }

    private static String request(Edition edition) {
        return edition.transfers().protocol().message("request").path();
    }

    private boolean isThere(String line) {
        var parts = line.split(" ", 2);
        var outgoing = new Outgoing(parts[0], shared.system().url() + parts[1], "application/json", "{}");
        Reply reply = shared.wire().send(journal, "which role", outgoing);
        return reply.status() >= CLIENT_ERROR
                && reply.status() < SERVER_ERROR
                && !Obstacles.missing(reply)
                && !Obstacles.locked(reply);
    }
}
