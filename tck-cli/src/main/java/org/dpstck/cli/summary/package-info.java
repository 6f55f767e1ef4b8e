/**
 * The run record in words: the verdict, the counts, what failed and why, where the details are.
 *
 * <p>Serves the run; may use {@code console} and the run-record types of the core, and nothing else: everything that is
 * shown at the end of a run stands in its record.
 */
package org.dpstck.cli.summary;
