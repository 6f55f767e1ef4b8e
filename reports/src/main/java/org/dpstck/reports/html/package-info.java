/**
 * The report as one HTML file: values for the templates in {@code src/main/jte}, made from a run record and its edition.
 *
 * <p>Serves {@code Reports}. Every text in these values is printable; the templates escape it. May use
 * {@code reports.base} and the types of the run record and of editions.
 */
package org.dpstck.reports.html;
