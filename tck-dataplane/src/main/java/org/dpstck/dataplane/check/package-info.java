/**
 * Looks at what came back: bodies, messages, data addresses, refusals.
 *
 * <p>Serves the flows and the cases; knows nothing of either. Every check tells the judge under which requirement it speaks.
 */
package org.dpstck.dataplane.check;
