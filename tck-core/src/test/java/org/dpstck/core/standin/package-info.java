/** Tests of the stand-in. */
package org.dpstck.core.standin;
