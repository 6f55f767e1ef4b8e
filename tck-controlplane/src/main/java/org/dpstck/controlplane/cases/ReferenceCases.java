package org.dpstck.controlplane.cases;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.dpstck.controlplane.flow.Answers;
import org.dpstck.controlplane.flow.DataReferences;
import org.dpstck.controlplane.flow.Script;
import org.dpstck.controlplane.flow.Transfer;
import org.dpstck.controlplane.flow.Transfers;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.Json;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.sut.Capability;
import org.dpstck.core.sut.TriggerPoint;
import org.dpstck.core.verdict.Unjudgeable;

/** Where the data is: what a provider tells at each start, and what a consumer keeps (§DataAddress and EndpointDataReference). */
public final class ReferenceCases {

    private static final String MADE = "EDR-REPLACED";

    @Case(
            value = "EDR-CREATED",
            title = "The consumer of a {0} keeps the data address of the start message",
            stimulus =
                    "The trigger makes it request a transfer; the provider sends a TransferStartMessage with a dataAddress.",
            expected = "An endpoint data reference with the endpoint and the token of that address.",
            fix = "Create an endpoint data reference from each start message.")
    @Verifies("EDR-REPLACED?")
    @Rows("consumer")
    void created(FlowKind kind, Transfers transfers) {
        var transfer = transfers.in(kind, transfers.protocol().machine().state("REQUESTED"));
        holds(starts(transfer, DataReferences.another(transfer), transfers), Map.of(), transfer, transfers);
    }

    @Case(
            value = "EDR-REPLACED",
            title = "A new start message of a {0} replaces the endpoint data reference",
            stimulus =
                    "The transfer is started with one dataAddress, suspended by the provider, and started again with another.",
            expected =
                    "An endpoint data reference with the endpoint and the token of the second address; the first is gone.",
            fix = "Create a new reference from each start message, and remove the previous one.")
    @Verifies("EDR-REPLACED?")
    @Rows("suspended")
    void replaced(FlowKind kind, Transfers transfers) {
        var transfer = transfers.in(kind, transfers.protocol().machine().state("REQUESTED"));
        var first = starts(transfer, DataReferences.another(transfer), transfers);
        if (!holds(first, Map.of(), transfer, transfers)) {
            return;
        }
        var suspension = transfers.protocol().message("suspension");
        transfers.passes(transfer, suspension);
        transfers.requireState(transfer, "SUSPENDED");
        holds(starts(transfer, DataReferences.another(transfer), transfers), first, transfer, transfers);
    }

    @Case(
            value = "EDR-OWN",
            title = "The start of another {0} leaves the endpoint data reference of the first alone",
            stimulus = "Two transfers of one agreement are started, each with a dataAddress of its own.",
            expected = "The reference of the first is still that of its own start message.",
            fix = "Keep an endpoint data reference for each transfer, not for each agreement or dataset.")
    @Verifies("EDR-REPLACED?")
    @Rows("consumer")
    void own(FlowKind kind, Transfers transfers) {
        var requested = transfers.protocol().machine().state("REQUESTED");
        var first = transfers.in(kind, requested);
        var address = starts(first, DataReferences.another(first), transfers);
        if (!holds(address, Map.of(), first, transfers)) {
            return;
        }
        var second = transfers.in(kind, requested);
        holds(starts(second, DataReferences.another(second), transfers), address, second, transfers);
        var endpoint = String.valueOf(address.get("endpoint"));
        var token = Addresses.value(Addresses.tree(address), "authorization");
        var left = transfers.until(
                () -> DataReferences.read(first),
                reply -> reply.filter(it -> holds(it, endpoint, token, transfers))
                        .isPresent(),
                transfers.system().timeouts().callback());
        if (left.filter(it -> holds(it, endpoint, token, transfers)).isEmpty()) {
            transfers.violated(
                    MADE,
                    "the endpoint data reference as it was before another transfer started: the endpoint " + endpoint
                            + " and its token",
                    left.map(ReferenceCases::shown).orElse("none"),
                    left.map(Reply::exchange).orElse(null));
        }
    }

    static Stream<Row> consumer(Edition edition) {
        return Stream.of(Row.of(Kinds.CONSUMER_PULL));
    }

    static Stream<Row> suspended(Edition edition) {
        return Stream.of(Row.of(Kinds.CONSUMER_PULL).needing(Capability.SUSPEND));
    }

    private static Map<String, Object> starts(Transfer transfer, Map<String, Object> address, Transfers transfers) {
        var start = transfers.protocol().message("start");
        var message = new LinkedHashMap<>(transfer.plain(start));
        message.put("dataAddress", address);
        transfers.passes(transfer, start, Json.text(message));
        transfers.requireState(transfer, "STARTED");
        return address;
    }

    /** The reference is that of an address, now or in time, and nothing in it is of the one before. */
    private static boolean holds(
            Map<String, Object> address, Map<String, Object> before, Transfer transfer, Transfers transfers) {
        if (DataReferences.read(transfer).isEmpty()) {
            throw Unjudgeable.untested(
                    "where the endpoint data reference of a transfer can be read is not told (edr.url)");
        }
        var wanted = String.valueOf(address.get("endpoint"));
        var token = Addresses.value(Addresses.tree(address), "authorization");
        var seen = transfers.until(
                () -> DataReferences.read(transfer),
                reply -> reply.filter(it -> holds(it, wanted, token, transfers))
                        .filter(it -> left(it, before).isEmpty())
                        .isPresent(),
                transfers.system().timeouts().callback());
        if (seen.filter(it -> holds(it, wanted, token, transfers)).isPresent()) {
            return replaced(seen.get(), before, transfers);
        }
        transfers.violated(
                MADE,
                "an endpoint data reference with the endpoint " + wanted + " and its token",
                seen.map(ReferenceCases::shown).orElse("none"),
                seen.map(Reply::exchange).orElse(null));
        return false;
    }

    private static boolean replaced(Reply reply, Map<String, Object> before, Transfers transfers) {
        var left = left(reply, before);
        left.ifPresent(text -> transfers.violated(
                MADE,
                "nothing of the endpoint data reference before in the answer: it was to be removed",
                "the " + text + " of the first start message in " + shown(reply),
                reply.exchange()));
        return left.isEmpty();
    }

    /** What of an address is still in an answer. */
    private static Optional<String> left(Reply reply, Map<String, Object> before) {
        if (before.isEmpty()) {
            return Optional.empty();
        }
        var token = Addresses.value(Addresses.tree(before), "authorization");
        if (reply.text().contains(String.valueOf(before.get("endpoint")))) {
            return Optional.of("endpoint");
        }
        return reply.text().contains(token) ? Optional.of("token") : Optional.empty();
    }

    private static String shown(Reply reply) {
        return Replies.succeeded(reply)
                ? "another one: " + Bodies.shown(reply.exchange().answer().body())
                : Replies.observed(reply);
    }

    private static boolean holds(Reply reply, String endpoint, String token, Transfers transfers) {
        var reference = transfers.system().controlPlane().dataPlanes().reference();
        return Replies.succeeded(reply)
                && Optional.of(endpoint).equals(reference.read(reply.text(), reference.endpoint()))
                && Optional.of(token).equals(reference.read(reply.text(), reference.authorization()));
    }

    @Case(
            value = "RELAYS-STARTED-TOKEN",
            title = "The consumer of a {0} is told the token that the data plane made",
            stimulus = "A TransferRequestMessage for a pull; the data plane answers start with a dataAddress.",
            expected = "The TransferStartMessage carries the token of that address.",
            fix = "Pass the properties of the data plane's address on to the consumer.")
    @Verifies("RELAYS-STARTED-ADDRESS")
    @Rows("relaying")
    void token(FlowKind kind, Transfers transfers) {
        var transfer = transfers.begun(transfers.fresh(kind));
        var start = transfers.protocol().message("start");
        var arrival = transfers.require(transfer.awaitsMessage(start), "the " + start.type(), "TP-SENDS-START");
        Addresses.relayed(transfer.flow().address(), arrival, "RELAYS-STARTED-ADDRESS", transfers);
    }

    static Stream<Row> relaying(Edition edition) {
        return edition.asks("RELAYS-NEW-ADDRESS") ? Stream.of(Row.of(Kinds.PROVIDER_PULL)) : Stream.empty();
    }

    @Case(
            value = "RELAYS-NEW-ADDRESS",
            title = "The consumer of a {0} that the system resumes is told the address of the new start",
            stimulus =
                    "The triggers make the system suspend and resume the transfer; the data plane answers the second start with"
                            + " another dataAddress.",
            expected = "A second TransferStartMessage, with the second address and its token.",
            fix = "Send the address of each start's answer with the start message that follows from it.")
    @Verifies("RELAYS-NEW-ADDRESS?")
    @Rows("resumed")
    void newAddress(FlowKind kind, Transfers transfers) {
        var begin = transfers.signalFor(kind, "begin").orElseThrow();
        var transfer = transfers.fresh(kind);
        var other = DataReferences.another(transfer);
        var asked = new AtomicInteger();
        transfer.following(Script.obedient()
                .answering(
                        begin.name(),
                        (signal, flow) -> asked.incrementAndGet() == 1
                                ? Answers.done(signal, flow)
                                : Answers.offering(other).apply(signal, flow)));
        transfers.lead(transfer, transfers.protocol().machine().state("STARTED"));
        transfers.fires(TriggerPoint.SUSPEND, transfer);
        transfers.requireState(transfer, "SUSPENDED");
        transfers.fires(TriggerPoint.RESUME, transfer);
        var start = transfers.protocol().message("start");
        var told = transfer.counterParty()
                .inbox()
                .await(transfer.is(start), 2, transfers.system().timeouts().callback());
        if (told.size() < 2) {
            transfers.violated(
                    "RELAYS-NEW-ADDRESS",
                    "a second " + start.type() + " when the system resumes the transfer",
                    "none within the time for callbacks",
                    null);
            return;
        }
        Addresses.relayed(other, told.get(1), "RELAYS-NEW-ADDRESS", transfers);
    }

    static Stream<Row> resumed(Edition edition) {
        return Stream.of(Row.of(Kinds.PROVIDER_PULL)
                .needing(TriggerPoint.SUSPEND, TriggerPoint.RESUME)
                .needing(Capability.SUSPEND));
    }
}
