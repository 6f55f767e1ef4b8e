package org.dpstck.core.exchange;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.apache.http.ConnectionClosedException;
import org.apache.http.MessageConstraintException;
import org.apache.http.NoHttpResponseException;
import org.apache.http.ProtocolException;
import org.apache.http.TruncatedChunkException;
import org.apache.http.conn.ConnectTimeoutException;
import org.apache.http.conn.ConnectionPoolTimeoutException;

/** Tells failures of the HTTP client apart by what they say about the system. */
final class WireFailures {

    private WireFailures() {}

    static WireFailure of(Throwable thrown, WireLimits limits, Deadline deadline) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof BoundedEntity.TooLargeException) {
                return new WireFailure(WireFailure.Kind.TOO_LARGE, cause.getMessage());
            }
        }
        if (deadline.passed()) {
            return new WireFailure(
                    WireFailure.Kind.TIME_OUT, "no complete answer within " + Durations.text(limits.request()));
        }
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            var failure = known(cause, limits, deadline);
            if (failure != null) {
                return failure;
            }
        }
        return new WireFailure(WireFailure.Kind.GARBAGE, "what came is no usable HTTP answer: " + describe(thrown));
    }

    /** A failure as its exchange records it, by the words that it has here. */
    static WireFailure recorded(String text) {
        var said = String.valueOf(text);
        var kind = WireFailure.Kind.GARBAGE;
        if (said.startsWith("no complete answer within") || said.startsWith("no answer within")) {
            kind = WireFailure.Kind.TIME_OUT;
        } else if (said.startsWith("unknown host")
                || said.startsWith("no connection within")
                || said.equals("connection refused")) {
            kind = WireFailure.Kind.UNREACHABLE;
        } else if (said.startsWith("TLS failed")) {
            kind = WireFailure.Kind.TLS;
        } else if (said.startsWith("the connection was")) {
            kind = WireFailure.Kind.DROPPED;
        } else if (said.contains("longer than the suite reads") || said.contains("longer than")) {
            kind = WireFailure.Kind.TOO_LARGE;
        }
        return new WireFailure(kind, said);
    }

    private static WireFailure known(Throwable cause, WireLimits limits, Deadline deadline) {
        if (cause instanceof MessageConstraintException
                || String.valueOf(cause.getMessage()).startsWith("Maximum line length limit")) {
            return new WireFailure(
                    WireFailure.Kind.TOO_LARGE, "the header section or the trailers are longer than the suite reads");
        }
        if (cause instanceof RequestUrl.UnusableException) {
            return new WireFailure(WireFailure.Kind.UNREACHABLE, cause.getMessage());
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
        if (cause instanceof SSLException && !deadline.sent()) {
            return new WireFailure(WireFailure.Kind.TLS, "TLS failed: " + untrusting(describe(cause)));
        }
        if (cause instanceof SocketTimeoutException) {
            return new WireFailure(WireFailure.Kind.TIME_OUT, "no answer within " + Durations.text(limits.request()));
        }
        if (cause instanceof ProtocolException) {
            return new WireFailure(WireFailure.Kind.GARBAGE, "what came is no HTTP: " + describe(cause));
        }
        return cutShort(cause);
    }

    /** Whether the system ended the connection, in good order or by a reset. */
    private static WireFailure cutShort(Throwable cause) {
        if (cause instanceof SocketException
                && String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT).contains("reset")) {
            return new WireFailure(WireFailure.Kind.DROPPED, "the connection was reset before the answer was complete");
        }
        if (cause instanceof NoHttpResponseException
                || cause instanceof ConnectionClosedException
                || cause instanceof TruncatedChunkException
                || cause instanceof SSLException
                || cause instanceof SocketException) {
            return new WireFailure(
                    WireFailure.Kind.DROPPED, "the connection was closed before the answer was complete");
        }
        return null;
    }

    /** Java's words for a trust store that it cannot read say nothing to whoever named it. */
    private static String untrusting(String said) {
        return said.contains("trustAnchors")
                ? "the store of javax.net.ssl.trustStore holds no certificate, or its password is missing"
                        + " (javax.net.ssl.trustStorePassword)"
                : said;
    }

    private static String describe(Throwable thrown) {
        var text = thrown.getMessage();
        return Texts.oneLine(text == null ? thrown.getClass().getSimpleName() : text, 160);
    }
}
