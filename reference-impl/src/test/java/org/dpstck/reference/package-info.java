/**
 * Tests of the reference data plane over real HTTP, from the outside.
 */
package org.dpstck.reference;
