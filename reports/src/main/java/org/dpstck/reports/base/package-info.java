/**
 * What every form of report stands on: text made safe to show, JSON, files, and what came of each requirement.
 *
 * <p>Serves this module alone. May use the types of the run record.
 */
package org.dpstck.reports.base;
