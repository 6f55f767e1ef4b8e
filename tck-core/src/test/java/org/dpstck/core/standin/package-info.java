/** Tests of the plane that the suite plays. */
package org.dpstck.core.standin;
