package org.dpstck.reference.controlplane.transfer;

/** Who takes a step: this control plane or the counter-party. */
public enum Party {
    SELF,
    PEER
}
