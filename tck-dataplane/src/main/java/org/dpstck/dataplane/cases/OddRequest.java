package org.dpstck.dataplane.cases;

import java.util.Locale;
import java.util.Map;
import org.dpstck.core.exchange.Outgoing;
import org.dpstck.core.plan.Worded;

/** Other ways to ask for the data of a pull than a plain GET. */
enum OddRequest implements Worded {
    /** Another method, as for a query that does not fit into a URL. */
    POST("by POST") {
        @Override
        Outgoing of(String endpoint) {
            return new Outgoing("POST", endpoint, "application/json", "{}");
        }
    },
    /** All of it, as a part. */
    RANGE("for a part of it, by Range: bytes=0-") {
        @Override
        Outgoing of(String endpoint) {
            return new Outgoing("GET", endpoint, null, null, Map.of("Range", "bytes=0-"));
        }
    },
    /** A path that some servers take for the same. */
    SLASH("with a slash behind the path") {
        @Override
        Outgoing of(String endpoint) {
            var query = endpoint.indexOf('?');
            var path = query < 0 ? endpoint : endpoint.substring(0, query);
            return new Outgoing("GET", path + "/" + endpoint.substring(path.length()), null, null);
        }
    };

    private final String text;

    OddRequest(String text) {
        this.text = text;
    }

    /** How it asks, for people. */
    @Override
    public String text() {
        return text;
    }

    /** The request without a token. */
    abstract Outgoing of(String endpoint);

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
