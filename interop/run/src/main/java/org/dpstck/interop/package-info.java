/**
 * Starts Eclipse EDC on loopback, for the tests of this module and for whoever wants to look at it by hand.
 *
 * <p>Uses the JDK and Jackson alone. EDC and the kit run in processes of their own, because their libraries do not go together.
 */
package org.dpstck.interop;
