/** Unusual but legal behaviour; serves the self-test of the conformance kit, which must not object to any of it. */
package org.dpstck.reference.variant;
