/**
 * Where faults and variants reach the correct control plane; serves every other package of it.
 */
package org.dpstck.reference.controlplane.hook;
