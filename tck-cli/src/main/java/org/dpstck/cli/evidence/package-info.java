/**
 * What the commands about a run that is over stand on: its applicant, its evidence, and what its record leads to.
 *
 * <p>Serves {@code rejudge}, {@code certify} and {@code verify}. May use {@code run}, {@code suite} and {@code console}.
 */
package org.dpstck.cli.evidence;
