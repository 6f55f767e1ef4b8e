package org.dpstck.cli.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.dpstck.core.edition.Direction;
import org.dpstck.core.edition.Edition;

/** What is shown: transfers that are suspended half-way, resumed and completed, and what became of their bytes. */
public final class Scenario {

    /** How long nothing may come while a transfer is suspended, although the data is there. */
    private static final Duration QUIET = Duration.ofMillis(200);

    private static final int CLIENT_ERROR = 400;
    private static final int SERVER_ERROR = 500;

    private final Edition edition;
    private final Request request;

    /**
     * A scenario.
     *
     * @param edition as it binds control planes
     */
    public Scenario(Edition edition, Request request) {
        this.edition = edition;
        this.request = request;
    }

    /** Starts the planes, plays every direction that is asked for, and stops them. */
    public Story play() {
        var ledger = new Ledger();
        var payload = new Payload(request.payload());
        try (var operator = new Operator();
                var dataspace = Dataspace.start(edition, request, payload, ledger, operator)) {
            var stage = new Stage(dataspace, ledger, operator, payload, request.patience());
            var acts = request.directions().stream()
                    .map(name -> stage.act(Direction.valueOf(name.toUpperCase(Locale.ROOT))))
                    .toList();
            return new Story(
                    edition, dataspace.resumes(), dataspace.addresses(), payload.size(), payload.digest(), acts);
        }
    }

    /** What a transfer is played with. */
    private record Stage(Dataspace dataspace, Ledger ledger, Operator operator, Payload payload, Duration patience) {

        Act act(Direction direction) {
            var own = ledger.mark();
            var problems = new ArrayList<String>();
            var receipt = new Payload.Receipt(0, "", 0);
            var sent = 0L;
            try {
                var transfer = interrupted(direction, problems);
                if (!dataspace.resumes()) {
                    transfer = anew(transfer);
                }
                transfer.await("COMPLETED", patience);
                receipt = payload.receipt(transfer.id());
                ledger.settle();
                sent = sent(transfer);
                compare(receipt, problems);
            } catch (DemoFailure e) {
                broken(problems, e.getMessage());
            } finally {
                payload.release();
            }
            return new Act(
                    direction, Messages.of(dataspace.edition(), ledger, own), sent, receipt, List.copyOf(problems));
        }

        /** A transfer that was suspended half-way and, where the edition can, resumed. */
        private Transfer interrupted(Direction direction, List<String> problems) {
            payload.holdBack();
            var transfer = Transfer.requested(dataspace, ledger, operator, direction, fresh());
            if (!payload.awaitReceived(transfer.id(), payload.half(), patience)) {
                throw new DemoFailure("only " + payload.received(transfer.id()) + " of the first " + payload.half()
                        + " bytes have come" + transfer.errors());
            }
            var initiator = direction == Direction.PUSH ? Lifeline.CONSUMER_CONTROL : Lifeline.PROVIDER_CONTROL;
            transfer.order(initiator, "suspend");
            transfer.await("SUSPENDED", patience);
            knock(transfer, problems);
            payload.release();
            keepStill(transfer, problems);
            if (dataspace.resumes()) {
                transfer.order(initiator, "resume");
            }
            return transfer;
        }

        private static String fresh() {
            return "urn:uuid:" + UUID.randomUUID();
        }

        /** Another transfer, where nothing resumes the suspended one. */
        private Transfer anew(Transfer suspended) {
            suspended.order(Lifeline.CONSUMER_CONTROL, "terminate");
            suspended.await("TERMINATED", patience);
            return Transfer.requested(dataspace, ledger, operator, suspended.direction(), fresh());
        }

        /** The token that was good before the suspension is not now. */
        private void knock(Transfer transfer, List<String> problems) {
            var address = transfer.address()
                    .orElseThrow(() -> new DemoFailure("no data address was handed over with a token"));
            var method = transfer.direction() == Direction.PUSH ? "POST" : "GET";
            var reply = operator.knock(method, address.endpoint(), address.token());
            var refused = reply.status() >= CLIENT_ERROR && reply.status() < SERVER_ERROR;
            var what = method + " with the token of the data address while the transfer is suspended: HTTP "
                    + reply.status();
            if (refused) {
                ledger.note(Ledger.Note.Kind.HOLDS, what);
            } else {
                broken(problems, what + ", where a refusal was expected");
            }
        }

        private void keepStill(Transfer transfer, List<String> problems) {
            var before = payload.received(transfer.id());
            if (payload.awaitReceived(transfer.id(), before + 1, QUIET)) {
                broken(
                        problems,
                        "bytes moved while the transfer was suspended: " + before + " before, "
                                + payload.received(transfer.id()) + " after");
            } else {
                ledger.note(
                        Ledger.Note.Kind.HOLDS,
                        "the rest of the data is there, and for " + QUIET.toMillis() + " ms no byte moves: "
                                + Numbers.grouped(before) + " received");
            }
        }

        private void compare(Payload.Receipt receipt, List<String> problems) {
            if (!receipt.complete(payload.size())) {
                broken(
                        problems,
                        "the bytes received differ from those sent at offset " + receipt.difference() + ": "
                                + receipt.bytes() + " of " + payload.size() + " have come");
            }
        }

        private void broken(List<String> problems, String what) {
            problems.add(what);
            ledger.note(Ledger.Note.Kind.BROKEN, what);
        }

        /** The bytes that went over the wire for a flow, as the server of the wire has counted them. */
        private long sent(Transfer transfer) {
            var flow = transfer.offeringFlow();
            return ledger.sightings().stream()
                    .filter(seen -> seen.path().endsWith("/" + flow) && Messages.isData(seen))
                    .filter(seen -> seen.status() < CLIENT_ERROR
                            && Lifeline.of(seen.caller()).isPresent())
                    .mapToLong(seen -> transfer.direction() == Direction.PUSH ? seen.received() : seen.sent())
                    .sum();
        }
    }
}
