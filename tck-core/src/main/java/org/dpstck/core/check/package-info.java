/**
 * Looks at what a system sent: bodies, messages, data addresses, refusals.
 *
 * <p>Serves the suites; knows nothing of flows or transfers. Every check tells the judge under which requirement it speaks.
 * May use {@code edition}, {@code exchange} and {@code verdict}.
 */
package org.dpstck.core.check;
