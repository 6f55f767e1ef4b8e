package org.dpstck.cli;

import java.net.URI;
import org.dpstck.cli.console.UsageException;

/** Addresses on the command line. */
final class HttpUrls {

    private HttpUrls() {}

    /**
     * Checks that an option holds a URL that can be called.
     *
     * @throws UsageException if not
     */
    static void check(String option, URI url, String example) {
        boolean http = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        if (url.getHost() == null || !http) {
            throw new UsageException(option + " " + url + " is no http or https URL; write for example " + example);
        }
    }
}
