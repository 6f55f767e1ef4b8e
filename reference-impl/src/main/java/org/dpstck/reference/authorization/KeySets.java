package org.dpstck.reference.authorization;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Key sets by their URL, fetched once and again when a token names a key that is not among them. */
final class KeySets {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Map<URI, JWKSet> cached = new ConcurrentHashMap<>();
    private final Supplier<HttpClient> client;
    private final Predicate<Check> skips;

    KeySets(Supplier<HttpClient> client, Predicate<Check> skips) {
        this.client = client;
        this.skips = skips;
    }

    /** The keys of a source that has some; {@code kid} is the key that is wanted, or null for any. */
    JWKSet of(KeySource source, String kid) throws GeneralSecurityException {
        if (source instanceof KeySource.Inline inline) {
            return inline.set();
        }
        if (source instanceof KeySource.Either either) {
            List<JWK> keys = new ArrayList<>(of(either.one(), null).getKeys());
            keys.addAll(of(either.other(), null).getKeys());
            return new JWKSet(keys);
        }
        if (source instanceof KeySource.At at && !skips.test(Check.KEYS_FETCHED)) {
            JWKSet known = cached.get(at.location());
            if (known != null && (kid == null || known.getKeyByKeyId(kid) != null)) {
                return known;
            }
            JWKSet fetched = fetch(at.location());
            cached.put(at.location(), fetched);
            return fetched;
        }
        return new JWKSet();
    }

    private JWKSet fetch(URI location) throws GeneralSecurityException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(location).timeout(LIMIT).build();
            HttpResponse<String> answer = client.get().send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new GeneralSecurityException("there are no keys at " + location);
            }
            return JWKSet.parse(answer.body());
        } catch (IOException | ParseException | IllegalArgumentException unreadable) {
            throw new GeneralSecurityException("the keys cannot be read: " + unreadable.getMessage(), unreadable);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new GeneralSecurityException("the data plane is being closed", closing);
        }
    }
}
