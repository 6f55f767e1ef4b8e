package org.dpstck.core.exchange;

import java.net.ConnectException;
import java.net.URI;
import java.net.URISyntaxException;

/** Takes a URL apart; a system may have had a hand in it, say by a Location header. */
final class RequestUrl {

    private static final int LAST_PORT = 65535;

    private RequestUrl() {}

    /** The URL, if a request can be sent to it. */
    static URI of(String text) throws UnusableException {
        try {
            var url = new URI(text);
            var http = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
            if (!http || url.getHost() == null || url.getPort() > LAST_PORT) {
                throw new UnusableException(text);
            }
            return url;
        } catch (URISyntaxException e) {
            throw new UnusableException(text);
        }
    }

    /** Nothing can be sent to such a URL. */
    static final class UnusableException extends ConnectException {
        private static final long serialVersionUID = 1L;

        UnusableException(String url) {
            super("no request can be sent to the URL " + Texts.oneLine(url, 160));
        }
    }
}
