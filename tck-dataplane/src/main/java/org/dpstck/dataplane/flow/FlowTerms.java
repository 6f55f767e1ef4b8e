package org.dpstck.dataplane.flow;

/**
 * What the messages about one flow say otherwise than those about any other.
 *
 * @param transferType the transfer type or profile; null for the one of the system's description
 * @param participant the system's own participant; null as before
 * @param counterParty the participant on the other side; null as before
 * @param source where its data comes from, in editions whose messages say so; null for the suite's usual one
 * @param sink where its data goes to; null as before
 * @param dataset what is transferred; null for the one of the system's description
 */
record FlowTerms(
        String transferType, String participant, String counterParty, String source, String sink, String dataset) {

    /** Nothing special. */
    static FlowTerms none() {
        return new FlowTerms(null, null, null, null, null, null);
    }

    FlowTerms of(String otherType) {
        return new FlowTerms(otherType, participant, counterParty, source, sink, dataset);
    }

    FlowTerms between(String own, String other) {
        return new FlowTerms(transferType, own, other, source, sink, dataset);
    }

    FlowTerms from(String otherSource) {
        return new FlowTerms(transferType, participant, counterParty, otherSource, sink, dataset);
    }

    FlowTerms to(String otherSink) {
        return new FlowTerms(transferType, participant, counterParty, source, otherSink, dataset);
    }

    FlowTerms about(String otherDataset) {
        return new FlowTerms(transferType, participant, counterParty, source, sink, otherDataset);
    }

    static String or(String special, String usual) {
        return special == null ? usual : special;
    }
}
