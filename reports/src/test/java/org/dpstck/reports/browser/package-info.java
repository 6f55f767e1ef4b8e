/** The HTML report as a person meets it: in a browser, on a phone, without a mouse, printed by nobody but Chromium. */
package org.dpstck.reports.browser;
