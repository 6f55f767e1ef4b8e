package org.dpstck.core.sut;

/**
 * The ids that messages to the system bear, for a system that knows only some.
 *
 * @param participant the sender of the messages
 * @param counterParty the other party of the transfer
 * @param dataspaceContext the dataspace in which the transfer happens
 * @param agreement the contract agreement
 * @param dataset the dataset that is transferred
 */
public record Ids(String participant, String counterParty, String dataspaceContext, String agreement, String dataset) {

    /** Ids that say where they come from. */
    public static Ids defaults() {
        return new Ids(
                "dps-tck-participant",
                "dps-tck-counter-party",
                "dps-tck-dataspace",
                "dps-tck-agreement",
                "dps-tck-dataset");
    }
}
