/**
 * What was decided and why: outcomes, findings, case results and the run record.
 *
 * <p>The run record is the only thing the reports module reads. May use {@code edition} and {@code exchange}.
 */
package org.dpstck.core.verdict;
