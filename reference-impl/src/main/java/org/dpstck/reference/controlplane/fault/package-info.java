/** Defects of the control plane, each of which breaks one rule; only the classes that start one know them. */
package org.dpstck.reference.controlplane.fault;
