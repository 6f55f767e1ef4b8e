package org.dpstck.controlplane.flow;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Side;
import org.dpstck.core.edition.TransferMessage;
import org.dpstck.core.sut.Ids;

/**
 * Messages of the counter-party in their plain form.
 *
 * @param shared by the run
 * @param kind of the transfer
 * @param ids of agreement and dataset
 * @param counterParty that sends them
 */
record Drafts(Shared shared, FlowKind kind, Ids ids, CounterParty counterParty) {

    Map<String, Object> request() {
        var message = shared.protocol().message("request");
        var values = new LinkedHashMap<>(counterParty.pids());
        values.put("agreement", ids.agreement());
        values.put("format", shared.transferType(kind));
        values.put("callbackAddress", counterParty.url());
        var plain = Texts.fill(message.sends(), values);
        if (message.dataAddress().contains(kind.direction())) {
            plain.put("dataAddress", address());
        }
        return plain;
    }

    Map<String, Object> request(String format) {
        var plain = request();
        plain.replaceAll((member, value) -> member.equals("format") || member.endsWith(":format") ? format : value);
        return plain;
    }

    Map<String, Object> address() {
        var configured = shared.system().dataAddress();
        return configured.isEmpty() ? made("consumer-token") : configured;
    }

    Map<String, Object> plain(TransferMessage message) {
        if (message.begins()) {
            return request();
        }
        var plain = Texts.fill(message.sends(), counterParty.pids());
        if (kind.side() == Side.CONSUMER && message.dataAddress().contains(kind.direction())) {
            plain.put("dataAddress", made("provider-token"));
        }
        return plain;
    }

    private Map<String, Object> made(String token) {
        return address(shared, counterParty.place(), token);
    }

    /** A data address of the other side, in the form that the control planes of the edition tell one another. */
    static Map<String, Object> address(Shared shared, String place, String token) {
        var plain = DataFlow.address(shared.standIn().address() + "/data/" + place, token);
        return shared.edition()
                .jsonLd()
                .map(form -> new JsonLdAddress(form).listed(plain))
                .orElse(plain);
    }
}
