/**
 * One run, from what the user asked for to the exit code: the target, the plan, the judging, the records on the way.
 *
 * <p>Serves the command {@code run}; may use {@code console}, {@code suite}, {@code summary} and every other module.
 */
package org.dpstck.cli.run;
