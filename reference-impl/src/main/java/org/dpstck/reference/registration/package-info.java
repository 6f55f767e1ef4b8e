/**
 * Control planes that have registered, and where callbacks go; serves the signaling operations and the life cycle.
 */
package org.dpstck.reference.registration;
