package org.dpstck.interop;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The kit judges EDC's data plane, and finds what is known, no more and no less. */
@ExtendWith(EdcPairExtension.class)
class DataPlaneTest {

    @Test
    void findsWhatIsKnown(EdcPair edc) throws Exception {
        Kit.findsWhatIsKnown(
                "data-plane",
                "known-findings.yaml",
                id -> id.contains("provider-push"), // One that runs can be neither suspended nor terminated.
                Map.of(),
                "--url",
                edc.signaling().toString());
    }
}
