/** Tests of the wire against hostile servers, and of what is recorded. */
package org.dpstck.core.exchange;
