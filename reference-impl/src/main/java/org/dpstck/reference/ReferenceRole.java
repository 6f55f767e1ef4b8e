package org.dpstck.reference;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Optional;

/** Which of the two planes a reference implementation plays. */
public enum ReferenceRole {
    @JsonProperty("data-plane")
    DATA_PLANE("data-plane"),
    @JsonProperty("control-plane")
    CONTROL_PLANE("control-plane");

    private final String word;

    ReferenceRole(String word) {
        this.word = word;
    }

    /** The role as the command line and the lists of faults write it. */
    public String word() {
        return word;
    }

    /** The role that is written so. */
    public static Optional<ReferenceRole> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word.equals(word)).findFirst();
    }
}
