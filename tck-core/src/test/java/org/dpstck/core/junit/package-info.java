/** Tests of how cases run and how each of them comes to its one result. */
package org.dpstck.core.junit;
