/**
 * What went over the wire, in both directions: exchanges, the journal that keeps them, the bounded client that makes them.
 *
 * <p>Serves the stand-in, the suites and the reports; may use {@code edition} and nothing above it.
 */
package org.dpstck.core.exchange;
