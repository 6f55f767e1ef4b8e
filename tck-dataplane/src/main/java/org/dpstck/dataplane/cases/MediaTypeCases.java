package org.dpstck.dataplane.cases;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.dpstck.core.check.Json;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.plan.Worded;
import org.dpstck.dataplane.flow.DataFlows;

/** §Prepare, §Start: the Content-Type of a message, as HTTP clients write it (RFC 9110, 8.3.1; RFC 8259, 11). */
public final class MediaTypeCases {

    private static final String MEDIA_TYPE = "REQUEST-MEDIA-TYPE";

    @Case(
            value = "REQUEST-MEDIA-TYPE",
            title = "{0} is understood when its Content-Type has {1}",
            stimulus = "The plain message of {0}, for a new processId, declared in another way.",
            expected = "A success, as with application/json.",
            fix = "Parse the Content-Type: compare type and subtype without regard to case, and ignore charset.")
    @Verifies(MEDIA_TYPE)
    @Rows("declared")
    void isRead(Operation operation, Declared declared, DataFlows flows) {
        flows.requireTwin(operation);
        var flow = flows.ready(operation);
        flow.receives(operation, declared.contentType, Json.text(flow.message(operation)))
                .isAccepted(MEDIA_TYPE, "declared as " + declared.contentType);
    }

    static Stream<Row> declared(Edition edition) {
        return edition.creating().stream()
                .flatMap(operation -> Arrays.stream(Declared.values()).map(declared -> Row.of(operation, declared)));
    }

    /** Ways to declare JSON. */
    private enum Declared implements Worded {
        CHARSET("a charset", "application/json; charset=utf-8"),
        CAPITALS("capitals", "Application/JSON;charset=\"UTF-8\"");

        private final String text;
        private final String contentType;

        Declared(String text, String contentType) {
            this.text = text;
            this.contentType = contentType;
        }

        @Override
        public String text() {
            return text;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
