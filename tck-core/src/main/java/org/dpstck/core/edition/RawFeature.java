package org.dpstck.core.edition;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.dpstck.core.edition.RawEdition.RawRequirement;

/**
 * The file of a feature that a system may declare: what is the same in every edition that has it.
 *
 * @param id of the feature, and of the capability
 * @param dataPlane the register of those that bind a data plane
 */
record RawFeature(String id, @JsonProperty("data-plane") List<RawRequirement> dataPlane) {

    static RawFeature read(Editions editions, String id) {
        return editions.read(Editions.ROOT + "features/" + id + ".yaml", RawFeature.class);
    }
}
