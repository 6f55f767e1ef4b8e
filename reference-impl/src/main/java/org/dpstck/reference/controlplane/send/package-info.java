/**
 * Messages on their way out, with the patience that transient errors deserve; serves whoever writes messages.
 */
package org.dpstck.reference.controlplane.send;
