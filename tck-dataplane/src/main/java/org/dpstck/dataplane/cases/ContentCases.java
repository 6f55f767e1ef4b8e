package org.dpstck.dataplane.cases;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.dataplane.flow.DataFlows;

/** Members whose content is free: labels, metadata, claims, the id of a message. */
public final class ContentCases {

    private static final int LARGE = 153;
    private static final Map<String, String> CLAUSES =
            Map.of("labels", "OPTIONAL", "metadata", "OPTIONAL", "claims", "CLAIMS", "messageId", "IDS");

    @Case(
            value = "{0}-CONTENT",
            title = "{0} is accepted with {1}",
            stimulus =
                    "The message was accepted once with plain content, or with some where the plain one is empty. Now a member"
                            + " without prescribed content has this content.",
            expected = "A success. For content of more than 100 kB, HTTP 4xx draws a warning.",
            fix = "Take free content as it comes, and answer 413 if it is more than you can take.")
    @Verifies("{requirement}")
    @Rows("contents")
    void freeContentIsAccepted(Operation operation, Content content, DataFlows flows) {
        var flow = flows.ready(operation);
        var plain = flow.message(operation);
        var message = content.in(plain);
        if (message.equals(plain)) {
            otherContentIsAccepted(operation, content, flows);
        } else {
            flows.requireTwin(operation);
        }
        var reception = flow.receives(operation, message);
        var requirement = requirement(operation, content.member());
        if (content.large()) {
            reception.shouldBeAccepted(requirement, LARGE, "with " + content.text());
        } else {
            reception.isAccepted(requirement, "with " + content.text());
        }
    }

    static Stream<Row> contents(Edition edition) {
        return edition.creating().stream().flatMap(operation -> Stream.of("labels", "metadata", "claims", "messageId")
                .filter(member -> edition.message(operation.message()).declares(member))
                .filter(member -> edition.asks(requirement(operation, member)))
                .flatMap(Content::of)
                .map(content -> Row.of(operation, content).verifying(requirement(operation, content.member()))));
    }

    /** The plain message cannot be its own twin. */
    private static void otherContentIsAccepted(Operation operation, Content content, DataFlows flows) {
        var twin = flows.ready(operation);
        var message = new LinkedHashMap<>(twin.message(operation));
        message.put(content.member(), content.other());
        if (!twin.receives(operation, message).succeeded()) {
            flows.requireTwin(operation);
        }
    }

    private static String requirement(Operation operation, String member) {
        return operation.requirement(CLAUSES.get(member));
    }
}
