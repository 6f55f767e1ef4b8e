/**
 * The authorization profiles of registered control planes: what callbacks carry, and which requests are let in; serves
 * registration, callbacks and the signaling operations.
 */
package org.dpstck.reference.authorization;
