/**
 * Drives data flows: makes them, brings them into a state, sends signals, reads the state back.
 *
 * <p>Serves the cases. Set-up asks for no more than the next step needs, so that a system which breaks one rule fails the
 * case of that rule and not everything that begins with a flow.
 */
package org.dpstck.dataplane.flow;
