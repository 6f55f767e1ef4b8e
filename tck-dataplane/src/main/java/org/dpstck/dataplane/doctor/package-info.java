/**
 * Looks, before a run, at everything that the run stands on: address, credentials, ids, callbacks, triggers, clock.
 *
 * <p>Serves {@link org.dpstck.dataplane.DataPlaneSuite}; uses {@code flow} and {@code check}, and no case. It holds no
 * clause against a system: it says what stands in the way and what to change.
 */
package org.dpstck.dataplane.doctor;
