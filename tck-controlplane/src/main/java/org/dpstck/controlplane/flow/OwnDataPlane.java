package org.dpstck.controlplane.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dpstck.core.check.Json;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Direction;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Registration;
import org.dpstck.core.edition.Side;
import org.dpstck.core.exchange.Journal;
import org.dpstck.core.exchange.Outgoing;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.sut.Capability;

/** The registration of the data plane that the suite plays, made once before the first case. */
final class OwnDataPlane {

    private static final String PLACE = "{dataplaneId}";

    private final Shared shared;
    private volatile boolean registered;

    OwnDataPlane(Shared shared) {
        this.shared = shared;
    }

    /** Registers it; what the report should say about it. */
    Optional<String> register(Journal journal) {
        if (!shared.system().can(Capability.REGISTRATION)) {
            return Optional.of("The system does not declare the capability registration, so its owner has to have set "
                    + shared.dataPlane().url() + " as a data plane for " + shared.transferType(kind(Direction.PUSH))
                    + " and "
                    + shared.transferType(kind(Direction.PULL)) + "; callback.bind keeps that address the same.");
        }
        var reply = put(journal, message(DataPlane.ID, shared.dataPlane().url(), types()));
        registered = Replies.succeeded(reply);
        return registered
                ? Optional.empty()
                : Optional.of("The system did not register the data plane of the suite at "
                        + shared.dataPlane().url() + ": " + Replies.observed(reply)
                        + "; signals to it will be missing.");
    }

    boolean registered() {
        return registered;
    }

    Registration registration() {
        var paths = shared.system().paths();
        var item = paths.registration() == null ? null : paths.registration().replace(Registration.ID, PLACE);
        return shared.edition().transfers().registration().at(paths.register(), item);
    }

    /** The transfer types of the description, and those with a response type where the system knows such. */
    List<String> types() {
        var plain = List.of(shared.transferType(kind(Direction.PUSH)), shared.transferType(kind(Direction.PULL)));
        var types = new ArrayList<>(plain);
        if (shared.system().can(Capability.RESPONSE_CHANNEL)) {
            shared.edition()
                    .responses()
                    .ifPresent(channel -> plain.forEach(type -> types.add(
                            channel.type(type, shared.system().responses().type()))));
        }
        return types;
    }

    private static FlowKind kind(Direction direction) {
        return new FlowKind(Side.PROVIDER, direction);
    }

    /** The registration of a data plane in its plain form. */
    Map<String, Object> message(String id, String endpoint, List<String> types) {
        return message(
                id,
                endpoint,
                types,
                List.of(shared.system().controlPlane().dataPlanes().source()));
    }

    /** The same of one that can transfer from some types of source. */
    Map<String, Object> message(String id, String endpoint, List<String> types, List<String> sources) {
        var message = shared.edition().transfers().messages().get(registration().message());
        var plain = new LinkedHashMap<String, Object>();
        var values = Map.of("dataPlane", id, "endpoint", endpoint);
        var lists = Map.of("{push}", types, "{source}", sources);
        message.sends().forEach((member, template) -> plain.put(member, filled(template, values, lists)));
        return plain;
    }

    /** A list is known by its first element: of the transfer types that of a push. */
    private static Object filled(Object template, Map<String, String> values, Map<String, List<String>> lists) {
        if (template instanceof String text) {
            return Texts.fill(text, values);
        }
        if (!(template instanceof List<?> list)) {
            return template;
        }
        return list.get(0) instanceof String first && lists.containsKey(first)
                ? lists.get(first)
                : list.stream().map(each -> filled(each, values, lists)).toList();
    }

    Reply put(Journal journal, Object message) {
        return send(journal, registration().create(), "", Json.text(message));
    }

    Reply send(Journal journal, Registration.Step step, String id, String body) {
        var url = shared.system().url() + step.path().replace(PLACE, Texts.encoded(id));
        return shared.signaling()
                .send(
                        journal,
                        "registration",
                        new Outgoing(step.method(), url, body == null ? null : "application/json", body));
    }

    /** Takes the registration back. */
    void end() {
        if (registered) {
            send(new Journal(), registration().delete(), DataPlane.ID, null);
        }
    }
}
