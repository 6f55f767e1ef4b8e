/**
 * Finds out which edition of Data Plane Signaling and which form of the transfer process a control plane speaks: from what
 * they differ in, as their data has it, and from a handful of exchanges.
 *
 * <p>Serves the suite; may use {@code flow}. Nothing here names an edition or a form.
 */
package org.dpstck.controlplane.detect;
