package org.dpstck.controlplane.flow;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.dpstck.core.check.Json;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.AuthorizationProfile;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.edition.Registration;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.junit.CaseContext;
import org.dpstck.core.standin.Arrival;
import org.dpstck.core.standin.Endpoint;
import org.dpstck.core.standin.Inbox;
import org.dpstck.core.standin.Reception;
import org.dpstck.core.standin.Served;
import org.dpstck.core.verdict.Unjudgeable;

/** Data planes that one case registers with the system, besides that of the run. */
public final class DataPlanes {

    private final Shared shared;
    private final OwnDataPlane own;
    private final CaseContext context;
    private final List<String> made = new ArrayList<>();
    private final List<Endpoint> endpoints = new ArrayList<>();

    DataPlanes(Shared shared, OwnDataPlane own, CaseContext context) {
        this.shared = shared;
        this.own = own;
        this.context = context;
    }

    /** How data planes register in the edition. */
    public Registration registration() {
        return own.registration();
    }

    /** An id that no data plane has. */
    public String freshId() {
        var id = "tck-" + UUID.randomUUID();
        made.add(id);
        return id;
    }

    /** An id that begins like another one. */
    public String idLike(String other) {
        var id = other + "-2";
        made.add(id);
        return id;
    }

    /** A transfer type for pulls that no data plane serves, so that a registration draws no flow of other cases. */
    public String freshType() {
        var name = UUID.randomUUID().toString().replace("-", "");
        return shared.edition().transfers().naming().furtherType().replace("{name}", name);
    }

    /** A type of source that the dataset does not have, and whose name has nothing to do with that of the dataset's. */
    public String foreignSource() {
        return "tck-source-" + UUID.randomUUID();
    }

    /** Types of source that the dataset does not have: one like no other, one that begins like its own, one that ends so, and a part. */
    public List<String> foreignSources() {
        var source = shared.system().controlPlane().dataPlanes().source();
        var alike = List.of(foreignSource(), source + "-2", "tck-" + source, source.substring(0, source.length() - 1));
        return alike.stream().filter(each -> !each.isBlank()).toList();
    }

    /** An address where a further data plane refuses everything, and what arrives there is kept. */
    public Address address() {
        var inbox = Inbox.of(context.journal());
        var endpoint = shared.standIn()
                .share(
                        UUID.randomUUID().toString(),
                        arrival -> new Reception(Served.json(503, "{}"), inbox, "to a further data plane"));
        endpoints.add(endpoint);
        return new Address(endpoint.url(), inbox);
    }

    /** A further data plane that does at once whatever it is told, until it is told otherwise. */
    public FurtherPlane further() {
        return further(inbox());
    }

    /** The same, where what arrives goes to an inbox of several. */
    public FurtherPlane further(Inbox inbox) {
        var plane = new FurtherPlane(freshId(), shared, context.journal(), inbox);
        endpoints.add(plane.endpoint());
        return plane;
    }

    /** An inbox for several further data planes. */
    public Inbox inbox() {
        return Inbox.of(context.journal());
    }

    /** Registers a further data plane for types, with the type of source of the dataset; inconclusive if that fails. */
    public void join(FurtherPlane plane, String... types) {
        join(plane, List.of(shared.system().controlPlane().dataPlanes().source()), List.of(types));
    }

    /** The same of one that can transfer from these types of source alone. */
    public void join(FurtherPlane plane, List<String> sources, List<String> types) {
        var reply = register(own.message(plane.id(), plane.url(), types, sources));
        if (!Replies.succeeded(reply)) {
            throw Unjudgeable.inconclusive("a prerequisite failed: a registration in correct form gave "
                    + Replies.observed(reply) + "; see the case DATAPLANES-CREATE");
        }
    }

    /** A further data plane that answers the signal which opens a flow in another way, until it is told otherwise. */
    public FurtherPlane further(BiFunction<Operation, DataFlow, Served> answer) {
        var plane = further();
        plane.answersStarts(answer);
        return plane;
    }

    /** Requests a transfer of a type that none but data planes of this case serve, so that the one of the run hears nothing. */
    public Reply request(Transfer transfer, String type) {
        return transfer.asked(Json.text(transfer.drafts().request(type)), "application/json");
    }

    /** Requests transfers of a type until a data plane is told to start one, as long as a system may take to select it. */
    public Selection selects(FurtherPlane plane, String type, Transfers transfers) {
        return Selection.of(plane, type, this, transfers);
    }

    /**
     * The start of another transfer of a type at a data plane that was removed; empty as soon as none comes.
     *
     * <p>Where the system looks after its data planes, it may learn of the removal when it does so (position 228).
     */
    public Optional<Arrival> selectsNoMore(FurtherPlane plane, String type, Selection before, Transfers transfers) {
        return before.again(plane, type, this, transfers);
    }

    /** Waits until the system has looked after a data plane that has registered, if it does so in time (position 228). */
    public void awaitCheck(FurtherPlane plane, Transfers transfers) {
        if (Selection.checks(shared.edition())) {
            // The answer to the first has certainly been read when the second is sent.
            plane.heartBeats(2, Selection.patience(transfers));
        }
    }

    /** New credentials under a profile. */
    public PlaneCredentials credentials(AuthorizationProfile profile) {
        var made = new PlaneCredentials(profile, shared.standIn(), Inbox.of(context.journal()));
        endpoints.add(made.endpoint());
        return made;
    }

    /** Whether a request to a further data plane is about a flow, and no heart-beat. */
    public boolean isSignal(Arrival arrival) {
        return !FurtherPlane.isCheck(shared.edition(), arrival);
    }

    /** An address at the host of the suite where nothing listens: that of the service discard. */
    public String unreachable() {
        var here = URI.create(shared.dataPlane().url());
        return here.getScheme() + "://" + here.getHost() + ":9/nobody";
    }

    /**
     * Where a further data plane is.
     *
     * @param url as the system has to know it
     * @param inbox with what arrives there
     */
    public record Address(String url, Inbox inbox) {}

    /** The registration of a data plane in its plain form. */
    public Map<String, Object> message(String id, String url, String type) {
        return own.message(id, url, List.of(type));
    }

    /** Registers. */
    public Reply register(Map<String, Object> message) {
        return own.put(context.journal(), message);
    }

    /** Registers with any body. */
    public Reply register(String body) {
        return own.send(context.journal(), registration().create(), "", body);
    }

    /** Updates by the request of the edition for that. */
    public Reply update(String id, Map<String, Object> message) {
        return own.send(context.journal(), registration().updating(), id, Json.text(message));
    }

    /** Deletes, where that is not what a case is about: again for as long as the system says that it cannot at the moment. */
    public Reply leave(String id) {
        return Polling.until(
                context.journal(),
                () -> delete(id),
                reply -> reply.status() < 500,
                shared.system().timeouts().callback());
    }

    /** Deletes. */
    public Reply delete(String id) {
        return own.send(context.journal(), registration().delete(), id, null);
    }

    void release() {
        made.forEach(this::delete);
        endpoints.forEach(shared.standIn()::release);
    }
}
