/** Tests of what runs, what does not and why. */
package org.dpstck.core.plan;
