package org.dpstck.reference.flow;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The tokens of one flow's wire end point: the access token, and where tokens expire the one that renews it.
 *
 * <p>The time runs from the moment the access token is first shown to somebody.
 */
public final class Credentials {

    private final Optional<Duration> lifetime;
    private final Supplier<String> maker;
    private String access;
    private final List<String> old = new ArrayList<>();
    private final List<String> leaked = new ArrayList<>();
    private String refresh = AccessTokens.opaque();
    private long shownAt;
    private boolean shown;
    private boolean good = true;

    private Credentials(Optional<Duration> lifetime, Supplier<String> maker) {
        this.lifetime = lifetime;
        this.maker = maker;
        this.access = maker.get();
    }

    /** An access token that is good for as long as the flow. */
    public static Credentials lasting() {
        return new Credentials(Optional.empty(), AccessTokens::opaque);
    }

    /** An access token that expires, with a refresh token. */
    public static Credentials expiring(Duration lifetime) {
        return new Credentials(Optional.of(lifetime), AccessTokens::opaque);
    }

    /** An access token in JWT format that is good for as long as the flow is STARTED. */
    public static Credentials ofPeriods(boolean jwt) {
        return new Credentials(Optional.empty(), jwt ? AccessTokens::jwt : AccessTokens::opaque);
    }

    /** Puts a new access token in the place of the present one, which opens nothing any more unless it is kept. */
    public synchronized void replace(boolean kept) {
        if (kept) {
            old.add(access);
        }
        access = maker.get();
        shown = false;
    }

    /** Puts a new access token in the place of the present one, which nothing revokes any more. */
    public synchronized void leak() {
        leaked.add(access);
        replace(false);
    }

    /** Whether a header carries a token that nothing revokes any more. */
    public synchronized boolean isLeak(String header) {
        return leaked.stream().anyMatch(token -> same("Bearer " + token, header));
    }

    /** Whether a header begins like one with the present access token, as far as a careless comparison goes. */
    public synchronized boolean isBegun(String header, int unread, boolean more) {
        String right = "Bearer " + access;
        String read = right.substring(0, right.length() - unread);
        return good && header.startsWith(read) && (more || header.length() == right.length());
    }

    /** Says whether the present access token opens anything. */
    public synchronized void issuesGoodTokens(boolean are) {
        good = are;
    }

    /** Lets nothing in any more. */
    public synchronized void revoke() {
        access = AccessTokens.opaque();
        old.clear();
    }

    /** How long an access token is good; empty if it does not expire and cannot be renewed. */
    public Optional<Duration> lifetime() {
        return lifetime;
    }

    /** The access token of the present. */
    public synchronized String access() {
        return access;
    }

    /** The tokens of the present, to be shown to the other side. */
    public synchronized Issued show() {
        if (!shown) {
            shown = true;
            shownAt = System.nanoTime();
        }
        return new Issued(access, lifetime.map(any -> refresh), lifetime);
    }

    /** Whether an Authorization header carries the access token of the present, which has not expired. */
    public synchronized boolean opens(String header) {
        boolean expired = shown
                && lifetime.isPresent()
                && System.nanoTime() - shownAt >= lifetime.get().toNanos();
        boolean older = old.stream().anyMatch(token -> same("Bearer " + token, header));
        return good && !expired && (older || same("Bearer " + access, header));
    }

    /** Whether the access token can be renewed. */
    public boolean isRenewable() {
        return lifetime.isPresent();
    }

    /** The refresh token of the present. */
    public synchronized String refresh() {
        return refresh;
    }

    /** Whether this is the refresh token of the present. */
    public synchronized boolean isRefresh(String token) {
        return same(refresh, token);
    }

    /** Whether this is the access token of the present. */
    public synchronized boolean isAccess(String token) {
        return same(access, token);
    }

    /** Replaces the access token and, unless it may be used again, the refresh token. Empty if another was faster. */
    public synchronized Optional<Issued> renew(String refreshToken, boolean again) {
        if (lifetime.isEmpty() || !same(refresh, refreshToken)) {
            return Optional.empty();
        }
        access = maker.get();
        refresh = again ? refresh : AccessTokens.opaque();
        shown = false;
        return Optional.of(show());
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Tokens as they are handed out.
     *
     * @param access opens the end point
     * @param refresh renews the access token, if it can be renewed
     * @param lifetime how long the access token is good, if it expires
     */
    public record Issued(String access, Optional<String> refresh, Optional<Duration> lifetime) {}
}
