package org.dpstck.interop;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What {@code interop/control-plane.yaml} has to be told of a control plane: where it is, and what it has agreed to.
 *
 * @param edc the control plane
 * @param asset that the agreement is about
 * @param agreement of the control plane with itself, so that it is the provider of it and the consumer, too
 */
public record Judged(EdcControlPlane edc, String asset, String agreement) {

    /**
     * Has a control plane offer an asset, and agree to it with itself: all by APIs that everybody has.
     *
     * @throws EdcException if it does not
     */
    public static Judged prepare(EdcControlPlane edc, Counterpart around) throws IOException, InterruptedException {
        var management = new Management(edc, around);
        var asset = management.offer();
        return new Judged(edc, asset, management.agree(asset));
    }

    /** The variables that the description names. */
    public Map<String, String> environment() {
        var variables = new LinkedHashMap<String, String>();
        variables.put("EDC_CONTROL", edc.control().toString());
        variables.put("EDC_DSP", edc.dsp().toString());
        variables.put("EDC_MANAGEMENT", edc.management().toString());
        variables.put("EDC_DATASET", asset);
        variables.put("EDC_AGREEMENT", agreement);
        return variables;
    }
}
