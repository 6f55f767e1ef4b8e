package org.dpstck.dataplane.doctor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dpstck.core.check.Json;
import org.dpstck.core.check.Replies;
import org.dpstck.core.doctor.Finding;
import org.dpstck.core.doctor.Step;
import org.dpstck.core.exchange.HttpWire;
import org.dpstck.core.exchange.Outgoing;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.exchange.WireLimits;
import org.dpstck.core.sut.SutConfiguration;

/** The system takes the credentials of the description, and does not take requests without them. */
final class AuthenticationStep implements Step<Examination> {

    static final String ID = "authentication";

    private static final Set<Integer> CLOSED = Set.of(401, 403, 407);

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<String> standsOn() {
        return List.of(HttpStep.ID);
    }

    @Override
    public Finding look(Examination examination) {
        var credentials = SutConfiguration.credentials(examination.system());
        var closed = examination.openings().stream()
                .filter(opening -> CLOSED.contains(opening.reply().status()))
                .toList();
        if (!closed.isEmpty()) {
            return closed(closed, credentials);
        }
        var taken = examination.openings().stream().filter(Opening::accepted).findFirst();
        if (credentials.isEmpty()) {
            return Finding.ok("no credentials are configured, and the system asks for none");
        }
        return taken.map(opening -> without(examination, opening, credentials))
                .orElseGet(() -> Finding.ok("not refused with " + String.join(", ", credentials)
                        + "; whether it is looked at cannot be told before a message is accepted"));
    }

    private static Finding closed(List<Opening> closed, Set<String> credentials) {
        var reply = closed.get(0).reply();
        var kinds = closed.stream().map(opening -> opening.kind().id()).collect(Collectors.joining(", "));
        var challenge = reply.header("WWW-Authenticate")
                .map(text -> "; it asks for: " + text)
                .orElse("");
        var observed = closed.get(0).operation().line() + " is answered " + Replies.observed(reply) + " (" + kinds + ")"
                + challenge;
        if (credentials.isEmpty()) {
            return Finding.problem(
                    observed,
                    "The system wants credentials, and the description gives none.",
                    "Add them to headers: `headers: {Authorization: \"Bearer ${PLANE_TOKEN}\"}`, with PLANE_TOKEN in the"
                            + " environment; or --header 'Authorization: Bearer …'.");
        }
        return Finding.problem(
                observed,
                reply.status() == 403
                        ? "The system knows who is calling, or does not care, and does not let them in."
                        : "The system does not take the credentials in " + String.join(", ", credentials) + ".",
                "Check the value of " + String.join(", ", credentials)
                        + " in headers: the scheme before a token (Bearer, Basic), whether it has expired, for whom it"
                        + " was issued, and whether the variable behind it is the right one.");
    }

    /** The same message without credentials has to be refused, or they prove nothing. */
    private static Finding without(Examination examination, Opening taken, Set<String> credentials) {
        var reply = sendWithout(examination, taken, credentials);
        var names = String.join(", ", credentials);
        if (Replies.succeeded(reply)) {
            return Finding.warning(
                    "accepted with " + names + ", and without as well",
                    "The system checks no credentials, so a run says nothing about them.",
                    "Nothing, if that is meant; otherwise switch authentication on in the system.");
        }
        return Finding.ok("accepted with " + names + ", refused without ("
                + (reply.answered() ? "HTTP " + reply.status() : reply.failure().text()) + ")");
    }

    private static Reply sendWithout(Examination examination, Opening taken, Set<String> credentials) {
        var system = examination.system();
        var headers = new LinkedHashMap<>(system.headers());
        headers.keySet().removeAll(credentials);
        var limits =
                WireLimits.of(system.timeouts().connect(), system.timeouts().request());
        var run = examination.run();
        try (var wire = new HttpWire(limits, headers, run.redactor(), run.ids())) {
            var flow = examination.flow(taken.kind());
            var body = Json.text(flow.message(taken.operation()));
            var outgoing =
                    new Outgoing(taken.operation().method(), flow.url(taken.operation()), "application/json", body);
            var reply = wire.send(examination.journal(), "doctor, without credentials", outgoing);
            flow.isIdentifiedBy(reply);
            return reply;
        }
    }
}
