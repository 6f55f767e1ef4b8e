package org.dpstck.controlplane.doctor;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dpstck.controlplane.flow.OtherRole;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.Replies;
import org.dpstck.core.doctor.Finding;
import org.dpstck.core.doctor.Step;
import org.dpstck.core.doctor.TlsStep;
import org.dpstck.core.exchange.HttpWire;
import org.dpstck.core.exchange.Outgoing;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.exchange.WireFailure;
import org.dpstck.core.exchange.WireLimits;

/** One of the two addresses of a control plane answers HTTP, takes the credentials, and is no other service. */
final class EndpointStep implements Step<Examination> {

    static final String SIGNALING = "http";
    static final String DATASPACE = "dsp.http";

    private static final Set<Integer> CLOSED = Set.of(401, 403, 407);

    private final String id;
    private final String key;
    private final String headers;
    private final List<String> foundation;

    private EndpointStep(String id, String key, String headers, List<String> foundation) {
        this.id = id;
        this.key = key;
        this.headers = headers;
        this.foundation = foundation;
    }

    /** The address that takes callbacks. */
    static EndpointStep signaling() {
        return new EndpointStep(SIGNALING, "url", "headers", List.of("url", TlsStep.ID));
    }

    /** The address of the transfer process. */
    static EndpointStep dataspace() {
        return new EndpointStep(
                DATASPACE, ControlPlaneDoctor.DSP, "dsp.headers", List.of(ControlPlaneDoctor.DSP, "dsp.tls"));
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public List<String> standsOn() {
        return foundation;
    }

    private boolean isDataspace() {
        return id.equals(DATASPACE);
    }

    private URI url(Examination examination) {
        return isDataspace()
                ? examination.system().controlPlane().dsp()
                : examination.system().url();
    }

    /** Asks what changes nothing: about a process that nobody knows. */
    @Override
    public Finding look(Examination examination) {
        var question = question(examination);
        var asked = question.method() + " "
                + question.url().substring(url(examination).toString().length());
        var reply = isDataspace()
                ? examination.rehearsal().stateOfNothing()
                : examination.rehearsal().signaling(question.method(), path(examination), question.body());
        if (!reply.answered()) {
            return silence(examination, asked, reply.failure());
        }
        if (reply.status() >= 300 && reply.status() < 400) {
            return Finding.problem(
                    asked + " is redirected to " + reply.header("Location").orElse("nowhere"),
                    "The kit follows no redirects: it would judge the redirecting server.",
                    "Write the final base URL into " + key + ".");
        }
        if (reply.status() >= 502 && reply.status() <= 504) {
            return Finding.problem(
                    asked + " is answered " + Replies.observed(reply),
                    "Something answers for a system that is not there, or not ready.",
                    "Start the system, or look at what stands before it (gateway, load balancer, ingress).");
        }
        if (isHtml(reply)) {
            return Finding.problem(
                    asked + " is answered with HTML (HTTP " + reply.status() + ")",
                    "That is a web page, and no control plane.",
                    "Check the port and the path of " + key + ".");
        }
        return CLOSED.contains(reply.status())
                ? closed(examination, asked, reply)
                : answered(examination, question, asked, reply);
    }

    private String path(Examination examination) {
        if (!examination.edition().callbacks().containsKey("errored")) {
            return examination.edition().transfers().registration().create().path();
        }
        var callback = examination.edition().callback("errored");
        return callback.path().replace("{transferId}", "tck-no-such-transfer");
    }

    private Outgoing question(Examination examination) {
        if (isDataspace()) {
            var path = examination.rehearsal().protocol().get().path().replace("{pid}", "urn:uuid:tck-no-such-process");
            return new Outgoing("GET", url(examination) + path, null, null);
        }
        return new Outgoing("POST", url(examination) + path(examination), "application/json", "{}");
    }

    private Map<String, String> configured(Examination examination) {
        return isDataspace()
                ? examination.system().controlPlane().headers()
                : examination.system().headers();
    }

    private Finding closed(Examination examination, String asked, Reply reply) {
        var observed = asked + " is answered " + Replies.observed(reply)
                + reply.header("WWW-Authenticate")
                        .map(text -> "; it asks for: " + text)
                        .orElse("");
        var names = String.join(", ", configured(examination).keySet());
        return names.isEmpty()
                ? Finding.problem(
                        observed,
                        "The system wants credentials there, and the description gives none.",
                        "Add them: `" + headers
                                + ": {Authorization: \"Bearer ${TOKEN}\"}`, with TOKEN in the environment.")
                : Finding.problem(
                        observed,
                        "The system does not take what " + headers + " holds (" + names + ").",
                        "Check the values in " + headers
                                + ": the scheme before a token, whether it has expired, for whom it was issued.");
    }

    private Finding answered(Examination examination, Outgoing question, String asked, Reply reply) {
        var other = OtherRole.at(examination.rehearsal());
        if (!isDataspace() && other.isPresent()) {
            return Finding.problem(
                    other.get(),
                    "Callbacks and registrations go to url, and nothing there takes them.",
                    "Write the address at which the control plane takes callbacks of its data planes into url; to judge"
                            + " what is there, use --role data-plane.");
        }
        if (Replies.succeeded(reply)) {
            return Finding.warning(
                    asked + " is answered HTTP " + reply.status() + ", although nobody knows what it is about",
                    "Either this is another service, or the system has a defect, which a run will tell.",
                    "Check the path of " + key + ".");
        }
        if (isDataspace() && Bodies.object(reply.text()).isEmpty() && reply.status() == 404) {
            return Finding.warning(
                    asked + " is answered HTTP 404 without a TransferError",
                    "The system does not say errors as it should, or there is nothing at this path.",
                    "If the next checks fail too, correct the path of dsp.url: /transfers/… follows right behind it.");
        }
        return credentials(examination, question, asked + " is answered HTTP " + reply.status());
    }

    /** The same without credentials has to be refused in another way, or they prove nothing. */
    private Finding credentials(Examination examination, Outgoing question, String observed) {
        var names = new LinkedHashMap<>(configured(examination)).keySet();
        if (names.isEmpty()) {
            return Finding.ok(observed);
        }
        var run = examination.run();
        var timeouts = examination.system().timeouts();
        try (var wire = new HttpWire(
                WireLimits.of(timeouts.connect(), timeouts.request()), Map.of(), run.redactor(), run.ids())) {
            var bare = wire.send(examination.journal(), "doctor, without credentials", question);
            var told = String.join(", ", names);
            return CLOSED.contains(bare.status())
                    ? Finding.ok(observed + " with " + told + ", and HTTP " + bare.status() + " without")
                    : Finding.warning(
                            observed + " with " + told + ", and without as well",
                            "The system checks no credentials there, or only for what exists.",
                            "Nothing, if that is meant; otherwise switch authentication on in the system.");
        }
    }

    private Finding silence(Examination examination, String asked, WireFailure failure) {
        var observed = asked + ": " + failure.text();
        var url = url(examination);
        var plain = "http".equalsIgnoreCase(url.getScheme());
        if (plain && failure.kind() != WireFailure.Kind.UNREACHABLE && TlsStep.spoken(examination, url)) {
            return Finding.problem(
                    observed, "The port speaks TLS, and the address is http.", "Write https:// in " + key + ".");
        }
        return failure.kind() == WireFailure.Kind.TIME_OUT
                ? Finding.problem(
                        observed,
                        "The port takes connections, and nobody answers.",
                        "Look at the log of the system, check the port of " + key
                                + ", or allow more with timeouts.request.")
                : Finding.problem(
                        observed,
                        "The port does not speak HTTP, or nobody speaks there any more.",
                        "Check the port and the scheme of " + key + ", and whether the system is still running.");
    }

    private static boolean isHtml(Reply reply) {
        return Bodies.object(reply.text()).isEmpty()
                && (reply.header("Content-Type").orElse("").contains("html")
                        || reply.text().stripLeading().startsWith("<"));
    }
}
