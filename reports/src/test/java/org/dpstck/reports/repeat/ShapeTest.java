package org.dpstck.reports.repeat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.dpstck.core.exchange.Exchange;
import org.dpstck.core.exchange.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written into a script and what its library makes of the same message are the same. */
class ShapeTest {

    private static final String ID = "832638ac-f231-4174-a998-cab0f7fa146c";
    private static final String SUITE = "http://127.0.0.1:34103";
    private static final String SYSTEM = "http://127.0.0.1:8080/signaling";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no JSON",
                "{}",
                "[1, true, null, \"x\"]",
                "{\"state\":\"STARTED\",\"@type\":\"Data Address\",\"note\":\"some words\"}",
                "{\"id\":\"" + ID + "\",\"pid\":\"urn:uuid:" + ID + "\",\"a/b~c\":\"" + ID + ID + "\"}",
                "{\"endpoint\":\"" + SUITE + "/data/urn:uuid:" + ID + "?v=1\",\"schema\":\"https://w3id.org/v1/x\"}",
                "{\"endpoint\":\"" + SYSTEM + "/public\",\"other\":\"http://127.0.0.1:8080/other\"}",
                "{\"reason\":\"flow " + ID + " is über, \\\"odd\\\" ☃ \\u2603 and\\tlong-12 gone?\"}"
            })
    void asTheLibrarySeesIt(String body) throws Exception {
        var answer = new Exchange.Answer(
                200,
                List.of(new Header("Content-Type", "application/json"), new Header("Location", "/flows/" + ID)),
                body,
                0);

        assertThat(byTheLibrary(body)).containsExactlyElementsOf(Shape.of(answer, names()));
    }

    @Test
    void anAddressOfAnotherLooksDifferent() {
        assertThat(shape("{\"endpoint\":\"" + SUITE + "/data/" + ID + "\"}"))
                .contains("/endpoint string =CALLBACK_URL/data/=KEY");
        assertThat(shape("{\"endpoint\":\"http://nowhere.example/data\"}")).contains("/endpoint string *");
        assertThat(shape("{\"pid\":\"urn:uuid:" + ID + "\"}")).contains("/pid string urn:uuid:=KEY");
    }

    private static List<String> shape(String body) {
        return Shape.of(new Exchange.Answer(200, List.of(), body, 0), names());
    }

    private static Names names() {
        var names = new Names();
        names.define(SYSTEM, "BASE_URL");
        names.define("http://127.0.0.1:8080", "ORIGIN");
        names.define(SUITE, "CALLBACK_URL");
        names.invent(ID, "KEY");
        return names;
    }

    private List<String> byTheLibrary(String body) throws IOException, InterruptedException {
        try (var library = Shape.class.getResourceAsStream("lib.sh")) {
            Files.copy(library, folder.resolve("lib.sh"));
        }
        Files.writeString(folder.resolve("body"), body);
        Files.writeString(
                folder.resolve("script.sh"),
                """
                . "$1/lib.sh"
                define BASE_URL %s
                define ORIGIN http://127.0.0.1:8080
                define CALLBACK_URL %s
                define KEY %s id
                cp "$1/body" "$WORK/body"
                printf 'Content-Type: application/json\\r\\nLocation: /flows/%s\\r\\n' >"$WORK/head"
                LINE='HTTP 200'
                shape
                cat "$WORK/shape"
                """
                        .formatted(SYSTEM, SUITE, ID, ID));
        var process = new ProcessBuilder("sh", folder.resolve("script.sh").toString(), folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("the script ends").isTrue();
        return new String(Files.readAllBytes(folder.resolve("said")), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }
}
