package org.dpstck.controlplane.cases;

import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.dpstck.controlplane.flow.Answers;
import org.dpstck.controlplane.flow.DataFlow;
import org.dpstck.controlplane.flow.Script;
import org.dpstck.controlplane.flow.Transfer;
import org.dpstck.controlplane.flow.Transfers;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.edition.Side;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.standin.Served;
import org.dpstck.core.verdict.Unjudgeable;

/** A data plane that refuses, fails, or answers nonsense (§Start). */
public final class FailureCases {

    private static final int MOST_ATTEMPTS = 5;

    @Case(
            value = "FLOW-REFUSED",
            title = "A {0} that the data plane refuses with {1} does not start",
            stimulus = "The transfer begins; the data plane answers start, or a consumer's prepare, with the code.",
            expected =
                    "No TransferStartMessage, no TransferRequestMessage of a consumer, no state STARTED; the request is not repeated endlessly.",
            fix = "Treat a 4xx as final: end the transfer, or leave it to an operator, but do not call it started.")
    @Verifies({"FLOW-REFUSED", "FLOW-NO-RETRY-4XX?", "TP-SENDS-TERMINATION"})
    @Rows("refusals")
    void refused(FlowKind kind, Failure failure, Transfers transfers) {
        ends(kind, failure, "FLOW-REFUSED", transfers);
    }

    @Case(
            value = "FLOW-FAILED",
            title = "A {0} does not start where the data plane answers {1}",
            stimulus =
                    "The transfer begins; the data plane answers start, or a consumer's prepare, in that way, every time.",
            expected = "No TransferStartMessage, no TransferRequestMessage of a consumer, and no state STARTED.",
            fix = "Take nothing but 200 or 202 with the message of the edition for a success.")
    @Verifies({"FLOW-FAILED", "TP-SENDS-TERMINATION"})
    @Rows("failures")
    void failed(FlowKind kind, Failure failure, Transfers transfers) {
        ends(kind, failure, "FLOW-FAILED", transfers);
    }

    private static void ends(FlowKind kind, Failure failure, String requirement, Transfers transfers) {
        var begin = transfers.signalFor(kind, "begin").orElseThrow();
        var transfer = transfers.fresh(kind).following(Script.obedient().answering(begin.name(), failure.answer()));
        if (kind.side() == Side.CONSUMER) {
            unprepared(transfer, begin, failure, requirement, transfers);
            return;
        }
        transfers.begun(transfer);
        transfers.require(transfer.awaitsSignal(begin), "the signal " + begin.name(), "SENDS-START");
        var start = transfers.protocol().message("start");
        var termination = transfers.protocol().message("termination");
        // A termination is told at once by most; whoever says nothing has the time for silence.
        transfer.counterParty()
                .inbox()
                .within(
                        transfers.system().timeouts().quiet(),
                        transfer.is(start).or(transfer.is(termination)));
        var told = transfer.messages(start);
        if (!told.isEmpty()) {
            transfers.violated(
                    requirement,
                    "no " + start.type() + " where the data plane answered start with " + failure.words(),
                    "a " + start.type() + " arrived",
                    told.get(0).exchange());
        }
        if (transfers.keeps(transfer, "STARTED")) {
            transfers.violated(
                    requirement,
                    "a state other than STARTED where the data plane answered start with " + failure.words(),
                    "state is STARTED",
                    null);
        }
        if (transfer.state().filter("TERMINATED"::equals).isPresent()
                && transfer.awaitsMessage(termination).isEmpty()) {
            transfers.violated(
                    "TP-SENDS-TERMINATION",
                    "a " + termination.type() + " when the provider terminates the transfer",
                    "state is TERMINATED, and none arrived within the time for callbacks",
                    null);
        }
        if (transfers.judge().covers("FLOW-NO-RETRY-4XX")) {
            isNotRepeated(begin, failure, transfer, transfers);
        }
    }

    /** A consumer whose data plane has not been prepared has nothing to ask for. */
    private static void unprepared(
            Transfer transfer, Operation begin, Failure failure, String requirement, Transfers transfers) {
        var request = transfers.protocol().message("request");
        var asked = transfers.prepared(transfer, transfers.system().timeouts().quiet());
        if (!transfer.hasFlow()) {
            throw Unjudgeable.inconclusive("a prerequisite failed: the signal " + begin.name()
                    + " did not arrive; see the cases SENDS-PREPARE");
        }
        asked.ifPresent(arrival -> transfers.violated(
                requirement,
                "no " + request.type() + " where the data plane answered prepare with " + failure.words(),
                "a " + request.type() + " arrived",
                arrival.exchange()));
    }

    private static void isNotRepeated(Operation begin, Failure failure, Transfer transfer, Transfers transfers) {
        if (transfer.messages(transfers.protocol().message("termination")).isEmpty()) {
            // Whoever neither ends the transfer nor repeats the request costs this time once.
            transfer.flow()
                    .inbox()
                    .await(
                            transfer.is(begin),
                            MOST_ATTEMPTS + 1,
                            transfers.system().timeouts().callback());
        }
        var attempts = transfer.signals(begin);
        if (attempts.size() > MOST_ATTEMPTS) {
            transfers.violated(
                    "FLOW-NO-RETRY-4XX",
                    "at most " + MOST_ATTEMPTS + " attempts after " + failure.words(),
                    attempts.size() + " start requests",
                    attempts.get(attempts.size() - 1).exchange());
        }
    }

    static Stream<Row> refusals(Edition edition) {
        return rows(edition, Failure.BAD_REQUEST, Failure.NOT_FOUND, Failure.CONFLICT);
    }

    static Stream<Row> failures(Edition edition) {
        return rows(
                edition,
                Failure.INTERNAL,
                Failure.UNAVAILABLE,
                Failure.DROPPED,
                Failure.NO_JSON,
                Failure.NOTHING,
                Failure.ARRAY);
    }

    private static Stream<Row> rows(Edition edition, Failure... failures) {
        return Kinds.opening(edition).flatMap(kind -> Stream.of(failures)
                .filter(failure -> !failure.isSuccess() || saysMore(edition, kind))
                .map(failure -> Row.of(kind, failure)));
    }

    /** Whether an answer has to say more than that it is a success. */
    private static boolean saysMore(Edition edition, FlowKind kind) {
        var begin = edition.operation(
                edition.transfers().signal(kind.side(), "begin").orElseThrow());
        return !begin.answer().anySuccess()
                || edition.message(begin.answer().message()).addressDue(kind).isPresent();
    }

    /** What a data plane answers in the place of a success. */
    enum Failure {
        BAD_REQUEST("HTTP 400", Answers.status(400)),
        NOT_FOUND("HTTP 404", Answers.status(404)),
        CONFLICT("HTTP 409", Answers.status(409)),
        INTERNAL("HTTP 500", Answers.status(500)),
        UNAVAILABLE("HTTP 503", Answers.status(503)),
        DROPPED("a broken connection", Answers::dropped),
        NO_JSON("HTTP 200 with a body that is no JSON", Answers.garbage("this is no JSON")),
        NOTHING("HTTP 200 with no body", Answers.garbage("")),
        ARRAY("HTTP 200 with an array", Answers.garbage("[]"));

        private final String words;
        private final transient BiFunction<Operation, DataFlow, Served> answer;

        Failure(String words, BiFunction<Operation, DataFlow, Served> answer) {
            this.words = words;
            this.answer = answer;
        }

        String words() {
            return words;
        }

        /** Whether its code is that of a success. */
        boolean isSuccess() {
            return this == NO_JSON || this == NOTHING || this == ARRAY;
        }

        BiFunction<Operation, DataFlow, Served> answer() {
            return answer;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
