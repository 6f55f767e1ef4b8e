/**
 * The token renewal profile as either side of it sees it: a client with a DID that renews, a provider that is renewed at.
 *
 * <p>Serves the cases; may use {@code flow} and {@code check}. What comes back is judged by the cases.
 */
package org.dpstck.dataplane.renewal;
