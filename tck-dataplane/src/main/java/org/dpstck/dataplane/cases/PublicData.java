package org.dpstck.dataplane.cases;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dpstck.core.check.GrantedAddress;
import org.dpstck.core.check.Replies;
import org.dpstck.core.exchange.Outgoing;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.verdict.Unjudgeable;
import org.dpstck.dataplane.flow.DataFlow;
import org.dpstck.dataplane.flow.PullScene;

/**
 * The data of one pull, behind the public API of the data plane.
 *
 * @param flow that gives it
 * @param address where it is, with the token
 * @param scene makes other pulls like it, and sends the requests
 */
record PublicData(DataFlow flow, GrantedAddress address, PullScene scene) {

    private static final String WHY = "at the data endpoint";
    private static final String BEARER = "Bearer ";
    private static final String BARE = "";
    private static final int HUNDRED = 100;
    private static final int SERVER_ERROR = 500;
    private static final Duration BEAT = Duration.ofMillis(25);

    /** What the token opens. */
    Reply get() {
        return getWith(Optional.of(token()));
    }

    /** What the same place gives for another token, or for none. */
    Reply getWith(Optional<String> token) {
        return scene.ends().send(WHY, request("", token));
    }

    /** What the token opens below the place. */
    Reply getBelow(String below) {
        return scene.ends().send(WHY, request(below, Optional.of(token())));
    }

    /** What is given below the place for no token. */
    Reply getBelowWithout(String below) {
        return scene.ends().send(WHY, request(below, Optional.empty()));
    }

    /** What is given to an odd request that comes without a token. */
    Reply getOddly(OddRequest how) {
        return scene.ends().send(WHY, how.of(endpoint()));
    }

    /** The request for the data, with the token. */
    Outgoing request() {
        return request("", Optional.of(token()));
    }

    private Outgoing request(String below, Optional<String> token) {
        var headers = token.map(it -> header(scheme(), it)).orElse(Map.of());
        return plain(below).with(headers);
    }

    private Outgoing plain(String below) {
        return new Outgoing("GET", endpoint() + below, null, null);
    }

    /**
     * Nothing but a profile says that the token is a bearer token; where it opens nothing as one, it may open as it is.
     *
     * <p>Found out once a run, by a pull of little data: another one may have no end, or may not be open.
     */
    private String scheme() {
        if (!scene.ends().takesTokensInAnyForm()) {
            return BEARER;
        }
        var found = scene.ends().<String>once("how tokens are taken", () -> {
            var little = of(scene.fresh(), scene);
            return Stream.of(BEARER, BARE).filter(little::opensAs).findFirst().orElse(null);
        });
        return found == null ? BEARER : found;
    }

    private boolean opensAs(String scheme) {
        return gives(scene.ends().send(WHY, plain("").with(header(scheme, token()))));
    }

    /**
     * What the token opens, at the latest after the time for gateways that have yet to learn of it (position 172); the
     * last answer, if it opens nothing.
     */
    Reply opened() {
        return asked(this::get, PublicData::gives);
    }

    /**
     * What a request gives that is to open nothing; what it gives when the time for gateways is over (position 172), if
     * it was not refused before.
     */
    Reply closed(Supplier<Reply> request) {
        return asked(request, PublicData::refuses);
    }

    private Reply asked(Supplier<Reply> request, Predicate<Reply> wanted) {
        var last = new AtomicReference<Reply>();
        scene.ends().until(BEAT, scene.ends().quiet().plus(BEAT), () -> {
            last.set(request.get());
            return wanted.test(last.get());
        });
        return last.get();
    }

    /**
     * Whether an answer says that nothing is to be had. A server error, or none at all, may be over in a moment, and data
     * come again.
     */
    static boolean refuses(Reply reply) {
        return reply.answered() && reply.status() < SERVER_ERROR && !gives(reply);
    }

    /**
     * The access token.
     *
     * @throws Unjudgeable if the address has none
     */
    String token() {
        return address.property("authorization")
                .orElseThrow(() -> Unjudgeable.untested("the data address carries no token"));
    }

    /** Whether the address carries an access token. */
    boolean hasToken() {
        return address.property("authorization").isPresent();
    }

    private static Map<String, String> header(String scheme, String token) {
        return Map.of("Authorization", scheme + token);
    }

    /**
     * The data came once, with its token.
     *
     * @throws Unjudgeable if it did not: then a refusal proves nothing
     */
    PublicData thatOpens() {
        var twin = opened();
        if (!gives(twin)) {
            throw Unjudgeable.inconclusive("a prerequisite failed: a GET with the token of the data address gave "
                    + Replies.observed(twin) + "; see the case TOKEN-OPENS." + flow.kind());
        }
        return this;
    }

    /**
     * The same, of a system that need not give its data so.
     *
     * @throws Unjudgeable if it did not
     */
    PublicData thatOpensIfEver() {
        var twin = opened();
        if (!gives(twin)) {
            throw Unjudgeable.untested("the endpoint gives no data for a GET with the token of the data address: "
                    + Replies.observed(twin));
        }
        return this;
    }

    /** A pull, started. */
    static PublicData of(DataFlow flow, PullScene scene) {
        return new PublicData(flow, scene.start(flow), scene);
    }

    /** The place where it is. */
    String endpoint() {
        return address.member("endpoint").orElse("");
    }

    /** Whether an answer holds data. */
    static boolean gives(Reply reply) {
        return reply.answered() && reply.status() / HUNDRED == 2 && reply.body().length > 0;
    }

    /** Whether an answer holds the data of this flow, as far as that can be told. */
    boolean isGivenBy(Reply reply) {
        return gives(reply) && reply.text().contains(flow.inbox().key());
    }

    /** Whether an answer holds the data of this flow, or the same that its token opens. */
    boolean isLeakedBy(Reply reply) {
        return isGivenBy(reply) || gives(reply) && reply.text().equals(get().text());
    }

    /** What an answer holds, without the data. */
    static String shown(Reply reply) {
        return gives(reply)
                ? "HTTP " + reply.status() + " with " + reply.body().length + " bytes of data"
                : Replies.observed(reply);
    }
}
