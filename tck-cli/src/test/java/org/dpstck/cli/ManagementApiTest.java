package org.dpstck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.dpstck.reference.ControlPlaneOptions;
import org.dpstck.reference.ReferenceControlPlane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A control plane with a management API of its own is led by its description alone: the example that the documents name. */
class ManagementApiTest {

    private static final Map<String, String> KEY = Map.of("MANAGEMENT_KEY", "key-of-the-management-api");

    @Test
    void theExampleLeadsAConsumer(@TempDir Path folder) throws IOException {
        try (var plane = plane();
                var api = ManagementApi.inFrontOf(plane)) {
            var config = config(plane, api.url(), folder);
            var out = folder.resolve("run");
            var result = Shell.with(KEY)
                    .run(
                            "run",
                            "--config",
                            config.toString(),
                            "--only",
                            "TP-SENDS-*,SENDS-PREPARE*,RESUME-SEQUENCE*",
                            "--out",
                            out.toString());

            assertThat(result.code()).as(result.out() + result.err()).isZero();
            var counts = JsonMapper.builder()
                    .build()
                    .readTree(Files.readString(out.resolve("run.json")))
                    .path("counts");
            assertThat(counts.path("inconclusive").asInt()).as(result.out()).isZero();
            assertThat(counts.path("passed").asInt()).as(result.out()).isGreaterThan(20);
            assertThat(api.count("POST /management/v3/transferprocesses")).isPositive();
            assertThat(api.count("POST /management/v3/transferprocesses/[^/]+/suspend"))
                    .isPositive();
            assertThat(api.count("POST /management/v3/transferprocesses/[^/]+/resume"))
                    .isPositive();
            assertThat(Files.readString(out.resolve("run.json"))).doesNotContain(KEY.get("MANAGEMENT_KEY"));
        }
    }

    @Test
    void theDoctorTriesItAndShowsTheId(@TempDir Path folder) throws IOException {
        try (var plane = plane();
                var api = ManagementApi.inFrontOf(plane)) {
            var result = Shell.with(KEY)
                    .run("doctor", "--config", config(plane, api.url(), folder).toString());

            assertThat(result.code()).as(result.out() + result.err()).isZero();
            assertThat(result.out().replaceAll("\\s+", " "))
                    .contains("/@id of the answer is", "triggers.suspend the TransferSuspensionMessage");
        }
    }

    private static ReferenceControlPlane plane() {
        return ReferenceControlPlane.start(
                ControlPlaneOptions.defaults().withEdition("1.0-RC3").withAgreement("agreement-1", "dataset-1"));
    }

    /** The example, with the addresses that its servers really have. */
    private static Path config(ReferenceControlPlane plane, String api, Path folder) throws IOException {
        var origin = plane.dspUrl().toString().replaceFirst("/dsp$", "");
        var text = Files.readString(Path.of("../examples/management-api.yaml"))
                .replace("http://localhost:8080", origin)
                .replace("http://localhost:9191", api);
        return Files.writeString(folder.resolve("sut.yaml"), text);
    }
}
