package org.dpstck.reference.flow;

/** The side a data flow is on: a flow that was prepared is the consumer's, one that was started the provider's. */
public enum Side {
    CONSUMER,
    PROVIDER
}
