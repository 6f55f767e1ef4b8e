package org.dpstck.controlplane.flow;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dpstck.core.check.Json;
import org.dpstck.core.edition.Callback;
import org.dpstck.core.edition.Retrieval;
import org.dpstck.core.exchange.Journal;
import org.dpstck.core.exchange.Outgoing;
import org.dpstck.core.exchange.Reply;

/** What the data plane of the suite says to the system about one transfer: callbacks, and questions. */
public final class Callbacks {

    private static final String JSON = "application/json";

    private final Shared shared;
    private final Journal journal;
    private final Transfer transfer;

    Callbacks(Shared shared, Journal journal, Transfer transfer) {
        this.shared = shared;
        this.journal = journal;
        this.transfer = transfer;
    }

    /** Asks for something about a transfer that the control plane keeps. */
    public Reply retrieves(Retrieval retrieval, String transferId) {
        return signaling(retrieval.method(), retrieval.path().replace("{transferId}", Texts.encoded(transferId)));
    }

    /** The body of a callback in its plain form; empty where the edition has none. */
    public Map<String, Object> plain(Callback callback) {
        if (callback.message() == null) {
            return Map.of();
        }
        var state = callback.state() == null ? transfer.flow().state() : callback.state();
        var plain = new LinkedHashMap<>(
                Answers.message(transfer.flow(), callback.message(), state == null ? "STARTED" : state));
        if (callback.state() == null) {
            plain.put("error", "made up by the suite");
        }
        return plain;
    }

    /** The data plane calls back in the plain form. */
    public Reply callsBack(Callback callback) {
        var plain = plain(callback);
        return callsBack(callback, transfer.processId(), callback.message() == null ? null : Json.text(plain));
    }

    /** The data plane calls back about a transfer with a body; null for none. */
    public Reply callsBack(Callback callback, String transferId, String body) {
        return callsBack(callback.method(), callback, transferId, body, body == null ? null : JSON);
    }

    /** The data plane sends any request to the path of a callback. */
    public Reply callsBack(String method, Callback callback, String transferId, String body, String contentType) {
        var path = callback.path().replace("{transferId}", Texts.encoded(transferId));
        return shared.signaling()
                .send(journal, callback.name(), new Outgoing(method, callbackBase() + path, contentType, body));
    }

    /** A request to the Data Plane Signaling endpoint, below the address for callbacks. */
    public Reply signaling(String method, String path) {
        return shared.signaling().send(journal, path, new Outgoing(method, callbackBase() + path, null, null));
    }

    private String callbackBase() {
        var told = transfer.hasFlow() ? transfer.flow().callbackAddress() : null;
        return (told == null ? shared.system().url().toString() : told).replaceFirst("/+$", "");
    }
}
