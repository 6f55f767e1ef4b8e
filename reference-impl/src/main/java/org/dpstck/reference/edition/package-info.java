/**
 * The editions of the specification as values; serves everything that reads, decides or writes, so that no other code
 * asks which edition it speaks.
 */
package org.dpstck.reference.edition;
