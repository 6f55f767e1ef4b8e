/** Tests of editions and what is read from them. */
package org.dpstck.core.edition;
