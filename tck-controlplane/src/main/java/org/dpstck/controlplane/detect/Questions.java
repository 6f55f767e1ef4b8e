package org.dpstck.controlplane.detect;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import org.dpstck.controlplane.flow.Rehearsal;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.Replies;
import org.dpstck.core.detect.Evidence.Bearing;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.Registration;
import org.dpstck.core.edition.TransferProtocol;
import org.dpstck.core.exchange.Reply;

/** Questions that change nothing. */
final class Questions {

    /** Where control planes list the versions of the Dataspace Protocol that they speak. */
    private static final String VERSIONS = "/.well-known/dspace-version";

    private final Rehearsal rehearsal;

    Questions(Rehearsal rehearsal) {
        this.rehearsal = rehearsal;
    }

    /** What the error about a process that nobody knows says of the forms: their contexts differ. */
    void errors(Reply reply, List<Dossier<TransferProtocol>> forms) {
        var sent = "GET " + rehearsal.protocol().get().path() + " of a process that nobody knows";
        var context = Bodies.object(reply.text())
                .map(body -> body.path("@context").toString())
                .orElse("");
        for (var form : forms) {
            var own = String.valueOf(form.about().message("request").sends().get("@context"))
                    .replaceAll("[\\[\\]]", "");
            if (context.contains(own)) {
                form.note(
                        Bearing.FOR,
                        sent,
                        reply.exchange(),
                        ControlPlaneDetector.seen(reply) + " with the context " + own,
                        "its context stands in the error");
            } else {
                form.note(
                        Bearing.OPEN,
                        sent,
                        reply.exchange(),
                        ControlPlaneDetector.seen(reply),
                        "its context does not stand in the error");
            }
        }
    }

    /** What the list of versions says of the forms. */
    void versions(List<Dossier<TransferProtocol>> forms) {
        var dsp = rehearsal.system().controlPlane().dsp();
        var origin = URI.create(dsp.getScheme() + "://" + dsp.getRawAuthority());
        for (var base : List.of(dsp, origin)) {
            var reply = rehearsal.dataspaceAt("GET", base + VERSIONS);
            var listed = Bodies.object(reply.text()).map(body -> body.path("protocolVersions"));
            if (Replies.succeeded(reply) && listed.filter(it -> it.isArray()).isPresent()) {
                forms.stream()
                        .filter(form -> listed.get().toString().contains("\"" + form.id() + "\""))
                        .forEach(form -> form.note(
                                Bearing.FOR,
                                "GET " + VERSIONS,
                                reply.exchange(),
                                ControlPlaneDetector.seen(reply),
                                "the list of versions names it"));
                return;
            }
        }
    }

    /** Whether an empty registration of a data plane is refused for what it lacks, or because there is nothing. */
    void registrations(List<Dossier<Edition>> editions) {
        var replies = new LinkedHashMap<String, Reply>();
        editions.forEach(each -> replies.computeIfAbsent(
                line(each),
                line -> rehearsal.signaling(create(each).method(), create(each).path(), "{}")));
        var anywhere = replies.values().stream().anyMatch(Questions::isThere);
        for (var each : editions) {
            var reply = replies.get(line(each));
            var bearing = isThere(reply)
                    ? Bearing.FOR
                    : anywhere && ControlPlaneDetector.missing(reply) ? Bearing.AGAINST : Bearing.OPEN;
            var meaning =
                    switch (bearing) {
                        case FOR -> "data planes register there";
                        case AGAINST -> "data planes do not register there, but elsewhere";
                        default -> "whether data planes register there cannot be told";
                    };
            each.note(
                    bearing,
                    line(each) + " with an empty message",
                    reply.exchange(),
                    ControlPlaneDetector.seen(reply),
                    meaning);
        }
    }

    private static boolean isThere(Reply reply) {
        return reply.answered()
                && reply.status() < 500
                && !ControlPlaneDetector.missing(reply)
                && !ControlPlaneDetector.locked(reply)
                && (reply.status() < 300 || reply.status() >= 400);
    }

    private static Registration.Step create(Dossier<Edition> each) {
        return each.about().transfers().registration().create();
    }

    private static String line(Dossier<Edition> each) {
        return create(each).line();
    }
}
