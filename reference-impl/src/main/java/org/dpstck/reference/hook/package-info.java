/**
 * The places where faults and variants take part; serves them, so that the correct code need not know any of them.
 */
package org.dpstck.reference.hook;
