/**
 * What follows from what: the order of messages to data planes and counter-parties; serves the end points of the control
 * plane, which know neither.
 */
package org.dpstck.reference.controlplane.conduct;
