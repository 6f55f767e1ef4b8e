/** Tests of what stands on the page before a browser shows it. */
package org.dpstck.reports.html;
