package org.dpstck.dataplane.flow;

/**
 * What the messages about one flow say otherwise than those about any other.
 *
 * @param transferType the transfer type or profile; null for the one of the system's description
 * @param participant the system's own participant; null as before
 * @param counterParty the participant on the other side; null as before
 */
record FlowTerms(String transferType, String participant, String counterParty) {

    /** Nothing special. */
    static FlowTerms none() {
        return new FlowTerms(null, null, null);
    }

    FlowTerms of(String otherType) {
        return new FlowTerms(otherType, participant, counterParty);
    }

    FlowTerms between(String own, String other) {
        return new FlowTerms(transferType, own, other);
    }

    static String or(String special, String usual) {
        return special == null ? usual : special;
    }
}
