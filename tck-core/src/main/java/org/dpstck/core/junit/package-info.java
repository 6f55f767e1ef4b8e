/**
 * Runs cases on JUnit: the annotations they wear, the extension that gives them rows and judges, the run itself.
 *
 * <p>Serves the suites, which hold the cases, and the command line, which starts a run; may use every other package of the
 * core. Cases run in parallel; what they share lives in the launcher session's store, nothing in static fields.
 */
package org.dpstck.core.junit;
