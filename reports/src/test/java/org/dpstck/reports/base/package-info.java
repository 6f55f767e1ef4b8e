/** Tests of what every form of report stands on. */
package org.dpstck.reports.base;
