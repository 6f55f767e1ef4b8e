package org.dpstck.interop;

import org.junit.jupiter.api.Test;

/** The kit judges EDC's control plane, with data planes of its own alone, and finds what is known, no more and no less. */
class ControlPlaneTest {

    @Test
    void findsWhatIsKnown() throws Exception {
        try (var edc = EdcControlPlane.start(EdcPairExtension.root());
                var around = new Counterpart()) {
            var environment = Judged.prepare(edc, around).environment();
            Kit.findsWhatIsKnown("control-plane", "known-findings-control-plane.yaml", environment);
        }
    }
}
