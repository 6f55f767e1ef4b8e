/**
 * Shell scripts that repeat a case without the suite: its requests in their order, its callbacks, and what is required.
 *
 * <p>Serves the command line and the run; may use the run record, the edition and {@code base}, and nothing else of the
 * reports.
 */
package org.dpstck.reports.repeat;
