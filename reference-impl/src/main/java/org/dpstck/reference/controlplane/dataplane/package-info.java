/**
 * The data planes that are registered with a control plane, and the end point by which they register themselves.
 */
package org.dpstck.reference.controlplane.dataplane;
