/**
 * A small but real control plane: consumer and provider in one, in memory; served by the classes that start it.
 */
package org.dpstck.reference.controlplane;
