/**
 * The system under test as its owner describes it: address, capabilities, ids, and triggers for what no message can ask.
 *
 * <p>Serves the plan, the stand-in, the suites and the command line. Uses nothing of the other core packages: a
 * description can be read, checked and shown without a run.
 */
package org.dpstck.core.sut;
