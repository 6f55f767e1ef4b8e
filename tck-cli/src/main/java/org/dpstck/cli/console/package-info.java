/**
 * The terminal and what stands for it: streams, colour, safe text, questions to a person, the end of the process.
 *
 * <p>Serves every other package of the command line; uses none of them.
 */
package org.dpstck.cli.console;
