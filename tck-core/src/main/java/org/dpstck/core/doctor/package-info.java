/**
 * Examinations before a run: steps that find something, the order they are taken in, and the steps that any role needs.
 *
 * <p>Serves the suites; may use every other package of the core.
 */
package org.dpstck.core.doctor;
