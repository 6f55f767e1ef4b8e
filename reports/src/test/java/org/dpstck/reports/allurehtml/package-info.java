/** Tests of the static Allure report. */
package org.dpstck.reports.allurehtml;
