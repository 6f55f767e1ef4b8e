/**
 * What certification bodies ask for: the seal of a run, the signed certificate or statement, its page, its check.
 *
 * <p>Serves the command line. May use the types of the run record, {@code reports.base} and the editions.
 */
package org.dpstck.reports.certificate;
