/** Deliberate defects, each of one rule; serves the self-test of the conformance kit. */
package org.dpstck.reference.fault;
