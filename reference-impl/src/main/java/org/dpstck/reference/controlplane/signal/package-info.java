/**
 * Signaling between a control plane and its data planes: the messages it writes, and the end points that take callbacks.
 */
package org.dpstck.reference.controlplane.signal;
