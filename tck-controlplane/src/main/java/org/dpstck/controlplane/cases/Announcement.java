package org.dpstck.controlplane.cases;

import java.util.Locale;
import org.dpstck.controlplane.flow.Transfer;
import org.dpstck.controlplane.flow.Transfers;
import org.dpstck.core.edition.Side;
import org.dpstck.core.edition.TransferMessage;

/**
 * A message that the system owes its counter-party.
 *
 * @param message that is due
 * @param transfer that it is about
 * @param transfers of the case
 */
record Announcement(TransferMessage message, Transfer transfer, Transfers transfers) {

    static Announcement of(String message, Transfer transfer, Transfers transfers) {
        return new Announcement(transfers.protocol().message(message), transfer, transfers);
    }

    /** It arrives, it is valid, and it names the process. */
    void arrives(String when) {
        var arrival = transfer.awaitsMessage(message);
        var name = "TP-SENDS-" + message.name().toUpperCase(Locale.ROOT);
        if (arrival.isEmpty()) {
            transfers.violated(name, "a " + message.type() + " " + when, "none within the time for callbacks", null);
            return;
        }
        var exchange = arrival.get().exchange();
        transfers
                .content()
                .dataspace(message.type(), arrival.get().body(), name + "-MESSAGE", exchange)
                .ifPresent(it -> transfers
                        .content()
                        .member(
                                it.body(),
                                transfers
                                        .protocol()
                                        .ids()
                                        .get(transfer.kind().side().other()),
                                own(),
                                "TP-SENDS-IDS",
                                exchange));
    }

    /** In the form that has one id for both sides, it is the consumer's. */
    private String own() {
        var ids = transfers.protocol().ids();
        var one = ids.get(Side.CONSUMER).equals(ids.get(Side.PROVIDER));
        return one && transfer.kind().side() == Side.CONSUMER
                ? transfer.systemPid().orElse("")
                : transfer.counterParty().ownPid();
    }
}
