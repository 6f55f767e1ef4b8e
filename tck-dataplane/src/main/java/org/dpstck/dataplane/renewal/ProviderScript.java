package org.dpstck.dataplane.renewal;

/**
 * How a provider that the suite plays treats a consumer's tokens.
 *
 * @param ownRefreshEndpoint whether it names a refreshEndpoint, and does not leave it to the endpoint of the data
 * @param plainRefresh whether that endpoint is plain HTTP, to which no refresh request may be sent
 * @param renewals how often the token has to be renewed before it opens the data
 */
public record ProviderScript(boolean ownRefreshEndpoint, boolean plainRefresh, int renewals) {

    /** The access token has expired and is renewed once, at an endpoint of its own. */
    public static ProviderScript usual() {
        return new ProviderScript(true, false, 1);
    }

    /** It is renewed where the data is. */
    public static ProviderScript atTheData() {
        return new ProviderScript(false, false, 1);
    }

    /** It is to be renewed over plain HTTP. */
    public static ProviderScript plain() {
        return new ProviderScript(true, true, 1);
    }

    /** What a renewal gives has expired as well, and is renewed with another refresh token. */
    public static ProviderScript rotating() {
        return new ProviderScript(true, false, 2);
    }
}
