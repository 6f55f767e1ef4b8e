/**
 * Pages of the documentation that are made from the data: coverage, cases, positions, in Markdown.
 *
 * <p>Serves the command {@code list}; may use the core and nothing else of the command line.
 */
package org.dpstck.cli.page;
