/**
 * Transfer processes: their states, and what a control plane knows of each; serves every other package of the control plane.
 */
package org.dpstck.reference.controlplane.transfer;
