/**
 * Tokens that the suite's control plane presents, good and bad, and the requests for tokens that a data plane sends; serves
 * the flows and the cases. Knows no server and sends nothing.
 */
package org.dpstck.dataplane.token;
