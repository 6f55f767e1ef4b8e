/**
 * Messages and their JSON; serves the signaling operations, which see only what a valid message said.
 */
package org.dpstck.reference.message;
