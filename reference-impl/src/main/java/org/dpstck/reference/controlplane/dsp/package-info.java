/**
 * The Dataspace Protocol between control planes: its messages, in two forms, and the end points that take them.
 */
package org.dpstck.reference.controlplane.dsp;
