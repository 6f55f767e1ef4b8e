package org.dpstck.dataplane.flow;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.dpstck.core.check.Json;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Registration;
import org.dpstck.core.edition.Registration.Step;
import org.dpstck.core.exchange.Journal;
import org.dpstck.core.exchange.Outgoing;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.verdict.Judge;
import org.dpstck.core.verdict.Unjudgeable;

/**
 * A control plane that the suite plays, as the data plane is told of it: its id, its endpoint, and what can be sent.
 *
 * <p>Belongs to one case and one thread.
 */
public final class ControlPlane {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final Map<String, String> NONE = Map.of();
    private static final String MEDIA_TYPE = "application/json";

    private final Shared shared;
    private final Registration registration;
    private final RegistrationForm form;
    private final Journal journal;
    private final Judge judge;
    private final String id;
    private final String endpoint;
    private RegistrationIds ids;
    private boolean registered;
    private boolean accepted;
    private boolean deleted;
    private Supplier<Map<String, String>> credentials = Map::of;

    ControlPlane(Shared shared, RegistrationForm form, Journal journal, Judge judge, String id, String endpoint) {
        this.shared = shared;
        this.registration = shared.registration().orElseThrow();
        this.form = form;
        this.journal = journal;
        this.judge = judge;
        this.id = id;
        this.endpoint = endpoint;
        this.ids = RegistrationIds.sent(id);
    }

    /** The id that it gives itself. */
    public String id() {
        return id;
    }

    /** Where it takes callbacks, unless a message says something else. */
    public String endpoint() {
        return endpoint;
    }

    /** The plain message that registers it. */
    public Map<String, Object> message() {
        return message(endpoint);
    }

    /** The plain message that registers it at another endpoint. */
    public Map<String, Object> message(String at) {
        var values = Map.of("controlPlane", id, "callbackAddress", at);
        var plain = new LinkedHashMap<String, Object>();
        shared.edition()
                .message(registration.message())
                .sends()
                .forEach((member, template) ->
                        plain.put(member, template instanceof String text ? Messages.fill(text, values) : template));
        form.addTo(plain);
        return plain;
    }

    /** An authorization object by the one profile that every edition describes. */
    public Map<String, Object> authorization() {
        return form.entry();
    }

    /** Registers it in the plain form. */
    public RegistrationReception registers() {
        return registers(message());
    }

    /** Registers it with a message. */
    public RegistrationReception registers(Map<String, Object> message) {
        return registers(MEDIA_TYPE, Json.text(message));
    }

    /** Registers it with any body. */
    public RegistrationReception registers(String contentType, String body) {
        var reply =
                send("stimulus", registration.create(), registration.create().method(), contentType, body);
        heard(reply);
        return reception("the registration", registration.create(), reply);
    }

    /** Replaces its registration by a message. */
    public RegistrationReception updates(Map<String, Object> message) {
        return updates(MEDIA_TYPE, Json.text(message));
    }

    /** Replaces its registration by any body. */
    public RegistrationReception updates(String contentType, String body) {
        var step = registration.updating();
        var reply = send("stimulus", step, step.method(), contentType, body);
        noted(reply);
        return reception("the update", step, reply);
    }

    /** Ends its registration. */
    public RegistrationReception isDeleted() {
        var step = registration.delete();
        var reply = send("stimulus", step, step.method(), null, null);
        registered &= !Replies.succeeded(reply);
        deleted |= Replies.succeeded(reply);
        return reception("the deletion", step, reply);
    }

    /** Sends its plain message to the path of a step with a method that is not the step's. */
    public RegistrationReception sendsBy(String method, Step step) {
        return reception("the registration", step, send("stimulus", step, method, MEDIA_TYPE, Json.text(message())));
    }

    /** It goes by the id of its message alone, wherever the answer says nothing else. */
    public ControlPlane withoutId() {
        ids = RegistrationIds.none();
        return this;
    }

    /** Registers it, or updates it where that is refused because it is known; for set-up and clean-up. */
    Reply put(String purpose) {
        var body = Json.text(message());
        var create = registration.create();
        var reply = send(purpose, create, create.method(), MEDIA_TYPE, body);
        if (Replies.refused(reply) && registration.ownUpdate().isPresent()) {
            var update = registration.updating();
            var second = send(purpose, update, update.method(), MEDIA_TYPE, body);
            return Replies.succeeded(second) ? second : reply;
        }
        heard(reply);
        return reply;
    }

    /** Makes its registration the plain one again, by the operations that the case has used anyway; whether it is. */
    boolean restore() {
        if (deleted) {
            leave();
            return Replies.succeeded(put("clean-up"));
        }
        var update = registration.updating();
        var reply = send("clean-up", update, update.method(), MEDIA_TYPE, Json.text(message()));
        if (Replies.succeeded(reply) || Replies.succeeded(put("clean-up"))) {
            return true;
        }
        // What takes no further update may take a new registration.
        withdraw();
        return Replies.succeeded(put("clean-up"));
    }

    /** Ends its registration, if there is one and it can be named. */
    void leave() {
        if (registered) {
            withdraw();
        }
    }

    /** Ends its registration, if it can be named. */
    void withdraw() {
        if (ids.usual().isPresent()) {
            send("clean-up", registration.delete(), registration.delete().method(), null, null);
        }
    }

    /** Whether the system ever took it for registered. */
    boolean wasAccepted() {
        return accepted;
    }

    /** A request that is refused for want of credentials is sent once more, with these. */
    void mayBear(Supplier<Map<String, String>> others) {
        credentials = others;
    }

    /** What is known of its ids. */
    RegistrationIds ids() {
        return ids;
    }

    /** Goes by ids that were found out before. */
    ControlPlane knownBy(RegistrationIds known) {
        ids = known;
        return this;
    }

    private void heard(Reply reply) {
        if (Replies.succeeded(reply)) {
            ids = ids.heard(reply, registration);
        }
        noted(reply);
    }

    private void noted(Reply reply) {
        registered |= Replies.succeeded(reply);
        accepted |= registered;
    }

    private RegistrationReception reception(String what, Step step, Reply reply) {
        return new RegistrationReception(
                judge, reply, new ReplyJudge(judge, reply, what, step.line(), step.status(), this::answersElse));
    }

    /** The id by which the system knows it: the first by which an update works, if there are several. */
    private String address() {
        if (ids.isOpen() && registration.ownUpdate().isPresent()) {
            var update = registration.updating();
            ids = ids.decided(candidate -> Replies.succeeded(
                    request("set-up", update.method(), url(update, candidate), MEDIA_TYPE, Json.text(message()))));
        }
        return ids.usual()
                .orElseThrow(() -> Unjudgeable.untested("the registration was accepted without an id, and neither a"
                        + " Location header nor the body of the answer names one, so nothing addresses it"));
    }

    private Reply send(String purpose, Step step, String method, String contentType, String body) {
        var url = step.addressesOne() ? url(step, address()) : shared.system().url() + step.path();
        return request(purpose, method, url, contentType, body);
    }

    private String url(Step step, String address) {
        return shared.system().url() + step.path().replace(Registration.ID, Messages.encoded(address));
    }

    private Reply request(String purpose, String method, String url, String contentType, String body) {
        var outgoing = new Outgoing(method, url, contentType, body);
        var reply = shared.wire().send(journal, purpose, outgoing);
        shared.liveness().saw(reply);
        var more = reply.status() == UNAUTHORIZED || reply.status() == FORBIDDEN ? credentials.get() : NONE;
        return more.isEmpty() ? reply : shared.wire().send(journal, purpose, outgoing.with(more));
    }

    private boolean answersElse() {
        var unknown = url(registration.delete(), "tck-no-such-control-plane-" + UUID.randomUUID());
        return request("probe after a time-out", registration.delete().method(), unknown, null, null)
                .answered();
    }
}
