/**
 * The run record in; {@code run.json}, HTML, JUnit XML, Markdown, a badge and Allure results out.
 *
 * <p>Serves the command line. May use the run-record types of the core ({@code verdict}, {@code exchange}), and
 * {@code edition} for clauses and states, and nothing else of it: no report asks a case, a plan or a system. Whatever came
 * from the system under test is taken for hostile: it is escaped before it reaches a file.
 */
package org.dpstck.reports;
