package org.dpstck.reference.fault;

import static org.dpstck.reference.fault.When.success;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.dpstck.reference.flow.Pace;
import org.dpstck.reference.hook.AnswerHook;
import org.dpstck.reference.hook.Hook;
import org.dpstck.reference.http.Answer;
import org.dpstck.reference.http.Exchange;
import org.dpstck.reference.http.Operation;

/** Wrong status codes and wrong Location headers on success. */
final class AnswerFaults {

    private static final String LOCATION = "Location";

    private AnswerFaults() {}

    static void addTo(FaultTable table) {
        for (Operation opening : List.of(Operation.PREPARE, Operation.START)) {
            Predicate<Exchange> done = success(opening).and(AnswerFaults::isDone);
            Predicate<Exchange> pending = success(opening).and(exchange -> !isDone(exchange));
            table.answer(opening + "-201", done, answer -> answer.withStatus(201));
            table.answer(opening + "-SYNC-202", done, answer -> answer.withStatus(202));
            table.answer(opening + "-ASYNC-200", pending, answer -> answer.withStatus(200));
            table.answer(opening + "-ASYNC-201", pending, answer -> answer.withStatus(201));
            locations(table, opening);
        }
        table.answer(
                "LOCATION-MISSING-ON-202",
                success(Operation.PREPARE).or(success(Operation.START)),
                answer -> answer.withoutHeader(LOCATION));
        table.answer("PREPARE-204", success(Operation.PREPARE), AnswerFaults::noContent);
        table.answer("STARTED-204", success(Operation.STARTED), AnswerFaults::noContent);
        table.answer("SUSPEND-202", success(Operation.SUSPEND), answer -> answer.withStatus(202));
        table.answer("TERMINATE-204", success(Operation.TERMINATE), AnswerFaults::noContent);
        table.answer("COMPLETED-202", success(Operation.COMPLETED), answer -> answer.withStatus(202));
        table.answer("STATUS-203", success(Operation.STATUS), answer -> answer.withStatus(203));
    }

    private static boolean isDone(Exchange exchange) {
        return exchange.flow().filter(flow -> flow.pace() != Pace.SYNC).isEmpty();
    }

    private static Answer noContent(Answer answer) {
        return answer.withBody("", "").withStatus(204);
    }

    private static void locations(FaultTable table, Operation opening) {
        Predicate<Exchange> success = success(opening);
        table.answer(opening + "-LOCATION-MISSING", success, answer -> answer.withoutHeader(LOCATION));
        table.answer(
                opening + "-LOCATION-UNRESOLVABLE",
                success.and(exchange -> !isDone(exchange)),
                answer -> answer.withHeader(LOCATION, "/nowhere/" + UUID.randomUUID()));
        table.add(opening + "-LOCATION-FOREIGN", () -> foreign(opening));
    }

    /** Points to a flow of its own making, whose status it then tells. */
    private static Hook foreign(Operation opening) {
        String decoy = "decoy-" + UUID.randomUUID();
        String body = "{\"dataFlowId\":\"" + decoy + "\",\"state\":\""
                + (opening == Operation.PREPARE ? "PREPARED" : "STARTED") + "\"}";
        return (AnswerHook) (exchange, answer) -> {
            if (exchange.is(Operation.STATUS) && exchange.request().segments().contains(decoy)) {
                return Answer.empty(200).withBody("application/json", body);
            }
            boolean moved = exchange.is(opening) && answer.headers().containsKey(LOCATION);
            return moved
                    ? answer.withHeader(
                            LOCATION, answer.headers().get(LOCATION).replaceFirst("[^/]+/status$", decoy + "/status"))
                    : answer;
        };
    }
}
