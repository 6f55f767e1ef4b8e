/** Unusual but legal control planes; only the classes that start one know them. */
package org.dpstck.reference.controlplane.variant;
