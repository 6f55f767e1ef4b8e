/**
 * The static Allure report of a run, made by Allure's own generator, with the history of earlier runs.
 *
 * <p>Serves the command line; may use the run record and the Allure results of this module.
 */
package org.dpstck.reports.allurehtml;
