/**
 * Looks, before a run, at everything that a run against a control plane stands on.
 *
 * <p>Serves the suite; may use {@code flow} and the examinations of the core.
 */
package org.dpstck.controlplane.doctor;
