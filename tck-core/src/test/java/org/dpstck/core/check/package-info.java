/** Tests of what looks at messages of a system. */
package org.dpstck.core.check;
