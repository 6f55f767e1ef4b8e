package org.dpstck.core.detect;

/**
 * One thing that was seen and speaks for or against an edition.
 *
 * @param bearing what it means for the edition
 * @param sent what was asked, in a few words: {@code POST /dataflows/prepare with claims}
 * @param seen what came back, in a few words
 * @param meaning why that bears on the edition, in one line
 * @param exchange id of the exchange; null if nothing was sent
 */
public record Evidence(Bearing bearing, String sent, String seen, String meaning, String exchange) {

    /** What evidence means for an edition. */
    public enum Bearing {
        /** What the edition has was there. */
        FOR,
        /** What the edition has was not there: the system does not speak it, or is faulty. */
        AGAINST,
        /** More was accepted than the edition allows: the system is lenient, or speaks another one. */
        DOUBT,
        /** It could not be found out. */
        OPEN
    }
}
