/**
 * What there is to run: suites and editions, their cases as lists and explanations, names that are near a misspelt one.
 *
 * <p>Serves the commands and the run; may use {@code console}. Touches no network and no system.
 */
package org.dpstck.cli.suite;
