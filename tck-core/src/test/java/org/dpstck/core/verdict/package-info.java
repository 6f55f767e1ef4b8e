/** Tests of how findings become outcomes and outcomes a verdict. */
package org.dpstck.core.verdict;
