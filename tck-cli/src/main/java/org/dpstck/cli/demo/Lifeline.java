package org.dpstck.cli.demo;

import java.util.Arrays;
import java.util.Optional;

/** The four planes, in the order in which they are drawn: neighbours talk to each other. */
public enum Lifeline {
    CONSUMER_DATA("consumer", "data plane"),
    CONSUMER_CONTROL("consumer", "control plane"),
    PROVIDER_CONTROL("provider", "control plane"),
    PROVIDER_DATA("provider", "data plane");

    private final String participant;
    private final String plane;

    Lifeline(String participant, String plane) {
        this.participant = participant;
        this.plane = plane;
    }

    /** The participant that it works for. */
    public String participant() {
        return participant;
    }

    /** What it is. */
    public String plane() {
        return plane;
    }

    /** What it calls itself in its requests, like {@code consumer-data-plane}. */
    public String id() {
        return participant + "-" + plane.replace(' ', '-');
    }

    /** The same in words. */
    public String words() {
        return participant + "'s " + plane;
    }

    /** The one that calls itself so. */
    static Optional<Lifeline> of(String id) {
        return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
    }
}
