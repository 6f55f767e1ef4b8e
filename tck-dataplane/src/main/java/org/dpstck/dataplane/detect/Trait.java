package org.dpstck.dataplane.detect;

/** What editions differ in, the most telling first. */
enum Trait {
    /** Members of the message that creates a flow. */
    MESSAGE,
    /** Members of the answer to it. */
    ANSWER,
    /** The path of the status. */
    STATUS,
    /** An operation that only some editions have. */
    OPERATION,
    /** Members of the message that ends a flow. */
    END
}
