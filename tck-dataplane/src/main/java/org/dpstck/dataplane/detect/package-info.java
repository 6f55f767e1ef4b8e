/**
 * Finds out which edition a data plane speaks: from what editions differ in, computed from their data, and from a handful
 * of exchanges.
 *
 * <p>Serves the suite, which is asked for it, and the run, which stops on a system of another edition; may use {@code flow}
 * and {@code check}. Nothing here names an edition, an operation that only some have, or a member of a message.
 */
package org.dpstck.dataplane.detect;
