/** Tests of the editions as they are delivered. */
package org.dpstck.core.edition;
