/**
 * The reference data plane as its users see it: start it with options, faults and variants, and close it.
 */
package org.dpstck.reference;
