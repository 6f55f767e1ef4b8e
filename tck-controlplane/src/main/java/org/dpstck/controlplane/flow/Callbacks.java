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
        var path = retrieval.path().replace("{transferId}", Texts.encoded(transferId));
        return shared.signaling()
                .send(journal, retrieval.name(), new Outgoing(retrieval.method(), callbackBase() + path, null, null));
    }

    /** The body of a callback in its plain form; empty where the edition has none. */
    public Map<String, Object> plain(Callback callback) {
        return callback.message() == null ? Map.of() : plain(callback, transfer.flow());
    }

    private static Map<String, Object> plain(Callback callback, DataFlow flow) {
        var state = callback.state() == null ? flow.state() : callback.state();
        var plain = new LinkedHashMap<>(Answers.message(flow, callback.message(), state == null ? "STARTED" : state));
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

    /** A callback that is to come before the answer to a signal. */
    public Overtaking overtaking(Callback callback) {
        return new Overtaking(
                callback,
                this,
                shared.system().timeouts().request(),
                journal.tape().isPresent());
    }

    /** The data plane calls back in the plain form about a flow that the case may not know of yet. */
    Reply callsBack(Callback callback, DataFlow flow) {
        var body = callback.message() == null ? null : Json.text(plain(callback, flow));
        return callsBack(base(flow), callback.method(), callback, flow.processId(), body, body == null ? null : JSON);
    }

    /** The data plane calls back about a transfer with a body; null for none. */
    public Reply callsBack(Callback callback, String transferId, String body) {
        return callsBack(callback.method(), callback, transferId, body, body == null ? null : JSON);
    }

    /** The data plane sends any request to the path of a callback. */
    public Reply callsBack(String method, Callback callback, String transferId, String body, String contentType) {
        return callsBack(callbackBase(), method, callback, transferId, body, contentType);
    }

    private Reply callsBack(
            String base, String method, Callback callback, String transferId, String body, String contentType) {
        var path = callback.path().replace("{transferId}", Texts.encoded(transferId));
        return shared.signaling().send(journal, callback.name(), new Outgoing(method, base + path, contentType, body));
    }

    private String callbackBase() {
        return base(transfer.hasFlow() ? transfer.flow() : null);
    }

    private String base(DataFlow flow) {
        var told = flow == null ? null : flow.callbackAddress();
        return (told == null ? shared.system().url().toString() : told).replaceFirst("/+$", "");
    }
}
