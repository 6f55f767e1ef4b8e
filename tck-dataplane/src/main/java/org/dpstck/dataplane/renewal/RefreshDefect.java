package org.dpstck.dataplane.renewal;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.function.BiFunction;
import org.dpstck.core.plan.Worded;

/** What is wrong with a refresh request. */
public enum RefreshDefect implements Worded {
    /** There is no JWT. */
    NO_PROOF("without the JWT of the client", "RENEWAL-VALIDATION", 0, (it, lease) -> it.withProof(null)),
    /** The JWT is none. */
    NO_JWT("with a bearer token that is no JWT", "RENEWAL-VALIDATION", 0, (it, lease) -> it.withProof("no-jwt")),
    /** The JWT is signed with another key than the one it names. */
    FORGED(
            "with a JWT that is signed with another key than kid names",
            "RENEWAL-VALIDATION",
            0,
            (it, lease) -> it.withProof(lease.client().sign(lease.claims().build(), Identity.newKey()))),
    /** The JWT has expired. */
    EXPIRED(
            "with a JWT that expired an hour ago",
            "RENEWAL-VALIDATION",
            0,
            (it, lease) -> it.withProof(lease.client()
                    .sign(lease.claims()
                            .issueTime(ago(Duration.ofHours(2)))
                            .expirationTime(ago(Duration.ofHours(1)))
                            .build()))),
    /** The JWT is for somebody else. */
    AUDIENCE(
            "with a JWT whose aud is another provider",
            "RENEWAL-JWT",
            0,
            (it, lease) -> it.withProof(lease.client()
                    .sign(lease.claims().audience("did:web:other.example").build()))),
    /** The JWT speaks of two clients. */
    SUBJECT(
            "with a JWT whose sub is not its iss",
            "RENEWAL-JWT",
            RefreshDefect.UNCHECKED,
            (it, lease) -> it.withProof(lease.client()
                    .sign(lease.claims().subject("did:web:other.example").build()))),
    /** The JWT does not say which access token is meant. */
    NO_TOKEN_CLAIM(
            "with a JWT without the claim token",
            "RENEWAL-JWT",
            RefreshDefect.UNCHECKED,
            (it, lease) -> it.withProof(
                    lease.client().sign(lease.claims().claim("token", null).build()))),
    /** The JWT says that another access token is meant. */
    OTHER_TOKEN_CLAIM(
            "with a JWT whose claim token is another access token",
            "RENEWAL-JWT",
            RefreshDefect.UNCHECKED,
            (it, lease) -> it.withProof(lease.client()
                    .sign(lease.claims().claim("token", "another-token").build()))),
    /** The refresh token was never handed out. */
    UNKNOWN_REFRESH_TOKEN(
            "with a refresh token that was never handed out",
            "RENEWAL-REFRESH-TOKEN",
            0,
            (it, lease) -> it.withParameter("refresh_token", "tck-never-handed-out")),
    /** The grant is another one. */
    OTHER_GRANT(
            "with grant_type tck_grant",
            "RENEWAL-GRANT",
            0,
            (it, lease) -> it.withParameter("grant_type", "tck_grant")),
    /** The method is another one. */
    GET("by GET", "RENEWAL-GRANT", RefreshDefect.BY_GET, (it, lease) -> it.by("GET"));

    private static final int UNCHECKED = 160;
    private static final int BY_GET = 161;

    private final String text;
    private final String requirement;
    private final int position;
    private final BiFunction<RefreshRequest, Lease, RefreshRequest> change;

    RefreshDefect(
            String text, String requirement, int position, BiFunction<RefreshRequest, Lease, RefreshRequest> change) {
        this.text = text;
        this.requirement = requirement;
        this.position = position;
        this.change = change;
    }

    /** For people, behind "a refresh request". */
    @Override
    public String text() {
        return text;
    }

    /** The clause that it breaks. */
    public String requirement() {
        return requirement;
    }

    /** The position by which its acceptance only draws a warning; 0 for none. */
    public int position() {
        return position;
    }

    /** A request with the defect. */
    public RefreshRequest in(RefreshRequest request, Lease lease) {
        return change.apply(request, lease);
    }

    private static Date ago(Duration time) {
        return Date.from(Instant.now().minus(time));
    }

    /** Part of the id of a case. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
