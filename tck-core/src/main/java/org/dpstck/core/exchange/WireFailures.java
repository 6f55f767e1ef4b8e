package org.dpstck.core.exchange;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.http.ConnectionClosedException;
import org.apache.http.NoHttpResponseException;
import org.apache.http.ProtocolException;
import org.apache.http.conn.ConnectTimeoutException;
import org.apache.http.conn.ConnectionPoolTimeoutException;

/** Tells failures of the HTTP client apart by what they say about the system. */
final class WireFailures {

    private WireFailures() {}

    static WireFailure of(Throwable thrown, WireLimits limits) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            var failure = known(cause, limits);
            if (failure != null) {
                return failure;
            }
        }
        return new WireFailure(WireFailure.Kind.GARBAGE, "what came is no usable HTTP answer: " + describe(thrown));
    }

    private static WireFailure known(Throwable cause, WireLimits limits) {
        if (cause instanceof BoundedEntity.TooLargeException) {
            return new WireFailure(WireFailure.Kind.TOO_LARGE, cause.getMessage());
        }
        if (cause instanceof UnknownHostException) {
            return new WireFailure(WireFailure.Kind.UNREACHABLE, "unknown host " + cause.getMessage());
        }
        if (cause instanceof ConnectTimeoutException || cause instanceof ConnectionPoolTimeoutException) {
            return new WireFailure(
                    WireFailure.Kind.UNREACHABLE, "no connection within " + Durations.text(limits.connect()));
        }
        if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
            return new WireFailure(WireFailure.Kind.UNREACHABLE, "connection refused");
        }
        if (cause instanceof SSLException) {
            return new WireFailure(WireFailure.Kind.TLS, "TLS failed: " + describe(cause));
        }
        if (cause instanceof SocketTimeoutException) {
            return new WireFailure(WireFailure.Kind.TIME_OUT, "no answer within " + Durations.text(limits.request()));
        }
        if (cause instanceof NoHttpResponseException || cause instanceof ConnectionClosedException) {
            return new WireFailure(
                    WireFailure.Kind.DROPPED, "the connection was closed before the answer was complete");
        }
        if (cause instanceof ProtocolException) {
            return new WireFailure(WireFailure.Kind.GARBAGE, "what came is no HTTP: " + describe(cause));
        }
        if (cause instanceof SocketException) {
            return closed(cause, limits);
        }
        return null;
    }

    /** Our own deadline closes the socket under the reader; a reset comes from the system. */
    private static WireFailure closed(Throwable cause, WireLimits limits) {
        var text = String.valueOf(cause.getMessage());
        if (text.toLowerCase(java.util.Locale.ROOT).contains("reset")) {
            return new WireFailure(WireFailure.Kind.DROPPED, "the connection was reset before the answer was complete");
        }
        return new WireFailure(
                WireFailure.Kind.TIME_OUT, "no complete answer within " + Durations.text(limits.request()));
    }

    private static String describe(Throwable thrown) {
        var text = thrown.getMessage();
        return Texts.oneLine(text == null ? thrown.getClass().getSimpleName() : text, 160);
    }
}
