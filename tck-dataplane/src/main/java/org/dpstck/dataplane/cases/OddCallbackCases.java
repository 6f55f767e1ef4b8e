package org.dpstck.dataplane.cases;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Callback;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.exchange.Texts;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.CaseContext;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.OddText;
import org.dpstck.core.plan.Row;
import org.dpstck.core.standin.Arrival;
import org.dpstck.core.sut.SystemUnderTest;
import org.dpstck.core.verdict.Judge;
import org.dpstck.core.verdict.Unjudgeable;
import org.dpstck.dataplane.flow.DataFlow;
import org.dpstck.dataplane.flow.DataFlows;

/** §Control Plane Endpoint: the processId in the path of a callback, percent-encoded once (RFC 3986, 2.4). */
public final class OddCallbackCases {

    private static final String TRANSFER = "CALLBACK-TRANSFER-ID";
    private static final String ADDRESS = "CALLBACK-ADDRESS";
    private static final String PLACEHOLDER = "{transferId}";
    private static final int DATA_FLOW_ID = 53;
    private static final int SHOWN = 120;

    @Case(
            value = "CALLBACK-ODD-ID",
            title = "The callback after an asynchronous {0} encodes a processId with {1} once",
            stimulus = "An asynchronous {0} for a processId with such an end.",
            expected = "A callback whose path has the processId as one segment, which decodes to what was sent.",
            fix = "Percent-encode the processId once, as UTF-8, when it goes into the path; a slash becomes %2F and a"
                    + " space %20.")
    @Verifies(TRANSFER)
    @Rows("asynchronousCreations")
    void processIdIsEncodedOnce(
            Operation operation,
            OddText odd,
            DataFlows flows,
            CaseContext context,
            Edition edition,
            SystemUnderTest system) {
        var deadline = system.timeouts().callback();
        var kind = flows.legal(operation).kind();
        var callback = edition.callback(operation.asynchronous().callback());
        var flow = flows.named(kind, "tck-" + UUID.randomUUID() + "-" + odd.value());
        var arrival = called(operation, flow, callback, flows, context, deadline);
        if (arrival.filter(Arrival::missed).isPresent()) {
            throw Unjudgeable.inconclusive("a prerequisite failed: "
                    + Texts.oneLine(arrival.get().line(), SHOWN)
                    + " is not below the callbackAddress of the flow; see the case CALLBACK." + callback + "." + kind);
        } else if (arrival.isPresent()) {
            isEncodedOnce(flow, callback, arrival.get(), context.judge());
        } else if (called(operation, flows.fresh(kind), callback, flows, context, deadline)
                .isPresent()) {
            context.judge()
                    .violated(
                            TRANSFER,
                            "the callback " + callback + " of a flow whose processId has " + odd.text(),
                            "none came, while that of a flow with a plain processId did",
                            null);
        } else {
            throw Unjudgeable.inconclusive("a prerequisite failed: the callback " + callback
                    + " did not arrive; see the case CALLBACK." + callback + "." + kind);
        }
    }

    @Case(
            value = "CALLBACK-ODD-ADDRESS",
            title = "The callback after an asynchronous {0} goes to a callbackAddress with {1} as it is written",
            stimulus = "An asynchronous {0} with a callbackAddress whose path has such a part.",
            expected = "A callback at a path below it, character by character.",
            fix = "Keep the callbackAddress as it is, and add the path of the callback; let no library rewrite it.")
    @Verifies(ADDRESS)
    @Rows("addressed")
    void addressIsKept(
            Operation operation,
            OddPart odd,
            DataFlows flows,
            CaseContext context,
            Edition edition,
            SystemUnderTest system) {
        var deadline = system.timeouts().callback();
        var kind = flows.legal(operation).kind();
        var callback = edition.callback(operation.asynchronous().callback());
        var arrival =
                called(operation, flows.fresh(kind).calledBackBelow(odd.part()), callback, flows, context, deadline);
        if (arrival.filter(it -> it.path().startsWith(odd.part() + "/")).isPresent()) {
            return;
        }
        if (called(operation, flows.fresh(kind), callback, flows, context, deadline)
                .isEmpty()) {
            throw Unjudgeable.inconclusive("a prerequisite failed: the callback " + callback
                    + " did not arrive; see the case CALLBACK." + callback + "." + kind);
        }
        context.judge()
                .violated(
                        ADDRESS,
                        "the callback " + callback + " at a path below a callbackAddress that ends in " + odd.part(),
                        arrival.map(it -> ending(it.path()))
                                .orElse("none came, while that of a flow with a plain callbackAddress did"),
                        arrival.map(Arrival::exchange).orElse(null));
    }

    /** Where messages say where callbacks go. */
    static Stream<Row> addressed(Edition edition) {
        return edition.creating().stream()
                .filter(operation -> operation.asynchronousAnswer().isPresent())
                .filter(operation -> edition.message(operation.message()).declares("callbackAddress"))
                .flatMap(operation -> Arrays.stream(OddPart.values())
                        .map(odd -> Row.of(operation, odd).needing(Kinds.asynchronous(kind(edition, operation)))));
    }

    static Stream<Row> asynchronousCreations(Edition edition) {
        return edition.creating().stream()
                .filter(operation -> operation.asynchronousAnswer().isPresent())
                .flatMap(operation -> Arrays.stream(OddText.values())
                        .map(odd -> Row.of(operation, odd).needing(Kinds.asynchronous(kind(edition, operation)))));
    }

    private static FlowKind kind(Edition edition, Operation operation) {
        return edition.kinds().stream()
                .filter(kind -> operation.sides().contains(kind.side()))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Arrival> called(
            Operation operation,
            DataFlow flow,
            Callback callback,
            DataFlows flows,
            CaseContext context,
            Duration deadline) {
        var reception = flows.createdAsynchronously(flow, context);
        if (reception.refused()) {
            throw Unjudgeable.untested("the system takes no such processId: " + Replies.observed(reception.reply()));
        }
        if (!reception.succeeded()) {
            throw Unjudgeable.inconclusive("a prerequisite failed: asynchronous " + operation + " gave "
                    + Replies.observed(reception.reply()) + "; see the cases " + operation.requirement("ASYNC") + "."
                    + flow.kind() + " and " + operation.requirement("ODD-PROCESS-ID") + ".*");
        }
        if (operation.answer().hasStatus(reception.reply().status())) {
            throw Unjudgeable.untested("the system answered " + operation + " synchronously (HTTP "
                    + reception.reply().status() + "), so no callback is due");
        }
        flows.proceed(flow);
        return flow.inbox().await(it -> flow.isCallback(it, callback), deadline);
    }

    private static void isEncodedOnce(DataFlow flow, Callback callback, Arrival arrival, Judge judge) {
        var path = arrival.path().replaceFirst("^/+", "/");
        var before = callback.path().substring(0, callback.path().indexOf(PLACEHOLDER));
        var after = callback.path().substring(before.length() + PLACEHOLDER.length());
        var fits = path.startsWith(before) && path.endsWith(after) && path.length() > before.length() + after.length();
        var segment = fits ? path.substring(before.length(), path.length() - after.length()) : path;
        var decoded = decoded(segment);
        if (fits
                && !segment.contains("/")
                && decoded.filter(flow.processId()::equals).isPresent()) {
            return;
        }
        var expected = "a segment that decodes to the processId, which ends in " + ending(flow.processId());
        var observed = (fits ? "the segment " : "the path ")
                + ending(segment)
                + (segment.contains("/")
                        ? ", with a slash that is not encoded"
                        : ", which decodes to "
                                + decoded.map(OddCallbackCases::ending).orElse("nothing"));
        if (decoded.isPresent() && decoded.equals(flow.dataFlowId())) {
            judge.warned(TRANSFER, DATA_FLOW_ID, expected, observed, arrival.exchange());
        } else {
            judge.violated(TRANSFER, expected, observed, arrival.exchange());
        }
    }

    private static Optional<String> decoded(String segment) {
        try {
            return Optional.of(URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String ending(String text) {
        return text.length() <= SHOWN
                ? Texts.oneLine(text, SHOWN)
                : "…" + Texts.oneLine(text.substring(text.length() - SHOWN), SHOWN) + " (" + text.length()
                        + " characters)";
    }
}
