/**
 * Pure planning: edition, cases and declared capabilities in; what runs, what does not and why, out.
 *
 * <p>Serves the JUnit side, the command line and the tests of coverage; may use {@code edition}, {@code verdict} and
 * {@code sut}. Touches no network, no clock and no file.
 */
package org.dpstck.core.plan;
