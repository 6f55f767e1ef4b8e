package org.dpstck.dataplane.doctor;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.Replies;
import org.dpstck.core.doctor.Finding;
import org.dpstck.core.doctor.Step;
import org.dpstck.core.doctor.TlsStep;
import org.dpstck.core.doctor.UrlStep;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.exchange.WireFailure;

/** Something answers HTTP, and it is no web page, no gateway and no other service. */
final class HttpStep implements Step<Examination> {

    static final String ID = "http";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<String> standsOn() {
        return List.of(UrlStep.ID, TlsStep.ID);
    }

    @Override
    public Finding look(Examination examination) {
        var question = examination.edition().operation("status").line();
        var reply = examination.statusOfNothing();
        if (!reply.answered()) {
            return silence(examination, question, reply.failure());
        }
        if (isGateway(reply)) {
            return gateway(question, reply);
        }
        if (examination.openings().isEmpty()) {
            return Finding.problem(
                    "the description declares no side (consumer, provider) or no direction (push, pull)",
                    "No flow can be made, so nothing can be judged.",
                    "Add what the system serves to capabilities.");
        }
        return answered(examination, question, reply);
    }

    private static Finding answered(Examination examination, String question, Reply reply) {
        var openings = examination.openings();
        var asked = openings.stream()
                .map(Opening::operation)
                .map(Operation::line)
                .distinct()
                .collect(Collectors.joining(" and "));
        if (all(openings, answer -> !answer.answered())) {
            return silence(examination, asked, openings.get(0).reply().failure());
        }
        if (all(openings, answer -> answer.status() >= 300 && answer.status() < 400)) {
            var location = openings.get(0).reply().header("Location").orElse("nowhere");
            return Finding.problem(
                    asked + " is redirected to " + location,
                    "The kit follows no redirects: it would judge the redirecting server.",
                    "Write the final base URL into url.");
        }
        if (all(openings, HttpStep::isGateway)) {
            return gateway(asked, openings.get(0).reply());
        }
        if (all(openings, HttpStep::isHtml)) {
            return Finding.problem(
                    asked + " is answered with HTML (HTTP "
                            + openings.get(0).reply().status() + ")",
                    "That is a web page, and no signaling endpoint.",
                    "Check the port and the path of url.");
        }
        if (all(openings, answer -> answer.status() == 404 || answer.status() == 405 || answer.status() == 410)) {
            return Finding.problem(
                    asked + " is answered " + Replies.observed(openings.get(0).reply()),
                    "No data plane speaks this protocol there.",
                    "Check the host, the port and the path of url: the paths above follow right behind it.");
        }
        return Finding.ok(question + " is answered HTTP " + reply.status());
    }

    private static Finding gateway(String asked, Reply reply) {
        return Finding.problem(
                asked + " is answered " + Replies.observed(reply),
                "Something answers for a system that is not there, or not ready.",
                "Start the system, or look at what stands before it (gateway, load balancer, ingress).");
    }

    private static Finding silence(Examination examination, String asked, WireFailure failure) {
        var observed = asked + ": " + failure.text();
        var plain = "http".equalsIgnoreCase(examination.system().url().getScheme());
        if (plain
                && failure.kind() != WireFailure.Kind.UNREACHABLE
                && TlsStep.spoken(examination, examination.system().url())) {
            return Finding.problem(observed, "The port speaks TLS, and the url is http.", "Write https:// in url.");
        }
        return switch (failure.kind()) {
            case UNREACHABLE, TLS ->
                Finding.problem(
                        observed,
                        "A connection stood a moment ago, and now there is none.",
                        "See whether the system is still running; look at its log.");
            case TIME_OUT ->
                Finding.problem(
                        observed,
                        "The port takes connections, and nobody answers.",
                        "Look at the log of the system, check the port of url, or allow more with timeouts.request.");
            case DROPPED, GARBAGE ->
                Finding.problem(observed, "The port does not speak HTTP.", "Check the port and the scheme of url.");
            case TOO_LARGE ->
                Finding.problem(observed, "What answers is no signaling endpoint.", "Check the path of url.");
        };
    }

    private static boolean isGateway(Reply reply) {
        return reply.status() >= 502 && reply.status() <= 504;
    }

    private static boolean isHtml(Reply reply) {
        return reply.answered()
                && Bodies.object(reply.text()).isEmpty()
                && (reply.header("Content-Type").orElse("").contains("html")
                        || reply.text().stripLeading().startsWith("<"));
    }

    private static boolean all(List<Opening> openings, Predicate<Reply> test) {
        return openings.stream().map(Opening::reply).allMatch(test);
    }
}
