package org.dpstck.reference.controlplane.dsp;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.dpstck.reference.controlplane.hook.MessageKind;
import org.dpstck.reference.controlplane.hook.Outgoing;
import org.dpstck.reference.controlplane.transfer.Step;
import org.dpstck.reference.controlplane.transfer.Terms;
import org.dpstck.reference.controlplane.transfer.Transfer;
import org.dpstck.reference.message.ResponseProperties;
import tools.jackson.databind.node.ObjectNode;

/** The messages, acknowledgements and errors that this control plane writes to other control planes. */
public final class DspMessages {

    private final URI callbackAddress;

    /** Asks for messages to the consumer at this address. */
    public DspMessages(URI callbackAddress) {
        this.callbackAddress = callbackAddress;
    }

    /** The request for a transfer, with the consumer's address if the provider is to push. */
    public Outgoing request(Transfer transfer) {
        Terms terms = transfer.terms();
        ObjectNode message = terms.form()
                .request(transfer.id())
                .put("agreementId", terms.agreementId())
                .put(terms.form().format(), terms.transferName())
                .put("callbackAddress", callbackAddress.toString());
        if (terms.offersEndpoint()) {
            transfer.ownAddress().ifPresent(address -> message.set("dataAddress", address));
        }
        return Outgoing.post(
                MessageKind.TRANSFER_REQUEST,
                transfer,
                URI.create(base(terms) + "/transfers/request"),
                Optional.of(message));
    }

    /** A message that takes this step; a start brings the address of a data plane that offers one. */
    public Outgoing step(Transfer transfer, Step step, Optional<String> reason) {
        DspOperation operation = DspOperation.of(step);
        ObjectNode message = transfer.terms().form().about(operation.type(), transfer);
        if (step == Step.START) {
            // A push has an address of its provider only for responses.
            transfer.ownAddress()
                    .filter(address -> transfer.terms().offersEndpoint() || ResponseProperties.areIn(address))
                    .ifPresent(address -> message.set("dataAddress", address));
        }
        reason.ifPresent(
                text -> message.put("code", step.name()).putArray("reason").add(text));
        String pid = transfer.peerPid().orElseThrow();
        URI target = URI.create(base(transfer.terms()) + "/transfers/" + encode(pid) + "/" + operation.word());
        return Outgoing.post(kind(step), transfer, target, Optional.of(message));
    }

    private static MessageKind kind(Step step) {
        return switch (step) {
            case REQUEST -> MessageKind.TRANSFER_REQUEST;
            case START -> MessageKind.TRANSFER_START;
            case SUSPEND -> MessageKind.TRANSFER_SUSPENSION;
            case COMPLETE -> MessageKind.TRANSFER_COMPLETION;
            case TERMINATE -> MessageKind.TRANSFER_TERMINATION;
        };
    }

    /** An address may or may not end in a slash. */
    private static String base(Terms terms) {
        return terms.counterPartyAddress().toString().replaceFirst("/+$", "");
    }

    private static String encode(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The acknowledgement: the process as it is. */
    static ObjectNode process(Transfer transfer) {
        return transfer.terms()
                .form()
                .process(transfer)
                .put("state", transfer.state().name());
    }
}
