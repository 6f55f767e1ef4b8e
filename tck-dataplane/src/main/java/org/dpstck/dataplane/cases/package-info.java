/**
 * The cases: each verifies one clause, over the rows that the edition gives it.
 *
 * <p>Serves the run, and whoever reads the document beside it. No case names an edition; what differs is data.
 */
package org.dpstck.dataplane.cases;
