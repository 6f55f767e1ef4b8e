/**
 * Messages to the control plane; serves the life cycle of flows.
 */
package org.dpstck.reference.callback;
