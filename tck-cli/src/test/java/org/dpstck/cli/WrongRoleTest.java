package org.dpstck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.dpstck.reference.ControlPlaneOptions;
import org.dpstck.reference.ReferenceControlPlane;
import org.dpstck.reference.ReferenceDataPlane;
import org.dpstck.reference.ReferenceOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that is pointed at the other half of the protocol says so and stops. */
class WrongRoleTest {

    @Test
    void aDataPlaneIsNotJudgedAsAControlPlane(@TempDir Path out) {
        try (var plane = ReferenceDataPlane.start(ReferenceOptions.defaults())) {
            var url = plane.baseUrl().toString();
            var result = Shell.plain()
                    .run("run", "--role", "control-plane", "--url", url, "--dsp-url", url, "--out", out.toString());

            assertThat(result.code()).as(result.out() + result.err()).isEqualTo(3);
            assertThat((result.out() + result.err()).replaceAll("\\s+", " "))
                    .contains("a data plane answers at " + url + ", and no control plane", "--role data-plane");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"signaling", "dsp"})
    void aControlPlaneIsNotJudgedAsADataPlane(String side, @TempDir Path out) {
        try (var plane = ReferenceControlPlane.start(ControlPlaneOptions.defaults())) {
            var url = (side.equals("dsp") ? plane.dspUrl() : plane.signalingUrl()).toString();
            var result = Shell.plain().run("run", "--url", url, "--out", out.toString());

            assertThat(result.code()).as(result.out() + result.err()).isEqualTo(3);
            assertThat((result.out() + result.err()).replaceAll("\\s+", " "))
                    .contains("a control plane answers at " + url + ", and no data plane", "--role control-plane");
        }
    }

    @Test
    void anIdOfTheOtherRoleIsExplainedThere() {
        var here = Shell.plain().run("explain", "TP-SENDS-REQUEST");

        assertThat(here.code()).isEqualTo(2);
        assertThat(here.errLines()).singleElement().asString().contains("control plane", "add --role control-plane");
        assertThat(Shell.plain()
                        .run("explain", "--role", "control-plane", "TP-SENDS-REQUEST")
                        .code())
                .isZero();
    }
}
