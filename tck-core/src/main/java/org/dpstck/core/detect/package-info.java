/**
 * Which editions a system speaks: the question to a suite, and its answer with the evidence for each candidate.
 *
 * <p>Serves the suites, which find out, and the command line, which shows it; may use the packages below {@code plan}.
 */
package org.dpstck.core.detect;
