/**
 * The suite for control planes: the service that the command line finds.
 *
 * <p>Uses the core alone. {@code flow} has what the cases stand on, {@code cases} the cases.
 */
package org.dpstck.controlplane;
