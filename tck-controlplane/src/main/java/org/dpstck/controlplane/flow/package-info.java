/**
 * What the cases stand on: transfers, the data plane and the counter-party that the suite plays, and what is read from both.
 *
 * <p>Serves the cases; uses the core alone.
 */
package org.dpstck.controlplane.flow;
