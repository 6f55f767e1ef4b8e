package org.dpstck.core.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.Editions;
import org.dpstck.core.edition.Stance;
import org.dpstck.core.exchange.Exchange;
import org.dpstck.core.exchange.Header;
import org.dpstck.core.verdict.Finding.Kind;
import org.junit.jupiter.api.Test;

class JudgeTest {

    private static final String MUST = "PREPARE-200";
    private static final String IMPLIED = "PREPARE-METHOD";
    private static final String SHOULD = "PUSH-READY-FOR-DATA";

    private final Edition edition = new Editions().load("2026-02");
    private final Judge judge = new Judge(edition, List.of(MUST, IMPLIED, SHOULD));

    @Test
    void nothingFoundIsAPass() {
        assertThat(judge.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(judge.findings()).isEmpty();
        assertThatCode(judge::stop).doesNotThrowAnyException();
    }

    @Test
    void aShouldIsAWarning() {
        judge.violated(SHOULD, "expected", "observed", null);

        assertThat(judge.outcome()).isEqualTo(Outcome.WARNED);
        assertThat(judge.violated()).isFalse();
        assertThat(judge.findings()).extracting(Finding::kind).containsExactly(Kind.WARNING);
        assertThatCode(judge::stop).doesNotThrowAnyException();
    }

    @Test
    void violationsComeFirst() {
        judge.violated(SHOULD, "a", "b", null);
        judge.warned(MUST, 7, "c", "d", null);
        judge.violated(IMPLIED, "e", "f", null);
        judge.violated(MUST, "g", "h", null);
        judge.violated(MUST, "g", "h", null);

        assertThat(judge.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(judge.findings()).extracting(Finding::expected).containsExactly("e", "g", "a", "c");
        assertThatThrownBy(judge::stop)
                .isInstanceOf(Violation.class)
                .hasMessage(judge.findings().get(0).text());
    }

    @Test
    void aRequirementOfAnotherCaseIsRefused() {
        assertThat(judge.covers(MUST)).isTrue();
        assertThat(judge.covers("START-200")).isFalse();
        assertThatThrownBy(() -> judge.violated("START-200", "a", "b", null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the case does not say that it verifies START-200");
        assertThatThrownBy(() -> judge.warned("START-200", 7, "a", "b", null))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new Judge(edition, List.of("NO-SUCH")).violated("NO-SUCH", "a", "b", null))
                .hasMessage("edition 2026-02 has no requirement NO-SUCH");
        assertThat(judge.findings()).isEmpty();
    }

    @Test
    void theTextSaysItInTheOrderAReaderNeeds() {
        judge.violated(MUST, "200", "500", exchange("POST", "http://h/x", "{}"));

        assertThat(judge.findings().get(0).exchange()).isEqualTo("x1");
        assertThat(judge.findings().get(0).text())
                .isEqualTo("required: " + edition.requirement(MUST).clause() + " (PREPARE-200, §Prepare)\n"
                        + "expected: 200\nobserved: 500\nrepeat: curl -i -g --path-as-is -X POST"
                        + " -H 'Content-Type: application/json' --data-raw '{}' 'http://h/x'");
    }

    @Test
    void aReadingIsCited() {
        judge.warned(MUST, 7, "a", "b", null);

        assertThat(judge.findings().get(0).text())
                .contains("\nreading: position 7 (")
                .doesNotContain("repeat:");
        assertThat(judge.findings().get(0).reading())
                .isEqualTo(edition.positions().get(7).cite());
    }

    @Test
    void bothReadingsAreCitedWherePositionsWarn() {
        for (var position : edition.positions().values()) {
            assertThat(position.texts()).as(position.title()).hasSizeGreaterThan(1);
            assertThat(position.cite()).contains(position.texts()).contains(position.decision());
        }
    }

    @Test
    void aStrictRunFailsWhatAPositionOnlyWarnsOf() {
        var strict = new Judge(edition, List.of(MUST, SHOULD), Strictness.STRICT);
        strict.warned(MUST, 7, "a", "b", null);
        strict.warned(SHOULD, 7, "a", "b", null);

        assertThat(strict.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(strict.findings()).extracting(Finding::kind).containsExactly(Kind.VIOLATION, Kind.WARNING);
        assertThat(strict.findings()).extracting(Finding::strict).containsExactly(true, false);
        assertThat(strict.findings().get(0).positions()).containsExactly(7);
        assertThat(strict.findings().get(0).reading())
                .startsWith(edition.positions().get(7).cite())
                .contains("This run is strict", "--strict");
    }

    @Test
    void aStrictRunLeavesToASettingWhatIsConfigurable() {
        assertThat(edition.positions().get(15).stance()).isEqualTo(Stance.CONFIGURABLE);
        var strict = new Judge(edition, List.of(MUST), Strictness.STRICT);
        strict.warned(MUST, 15, "a", "b", null);

        assertThat(strict.outcome()).isEqualTo(Outcome.WARNED);
    }

    @Test
    void aViolationIsNoMatterOfStrictness() {
        var strict = new Judge(edition, List.of(MUST, SHOULD), Strictness.STRICT);
        strict.violated(MUST, "a", "b", null);
        strict.violated(SHOULD, "a", "b", null);

        assertThat(strict.findings()).extracting(Finding::kind).containsExactly(Kind.VIOLATION, Kind.WARNING);
        assertThat(strict.findings()).noneMatch(Finding::strict);
    }

    @Test
    void curlRepeatsExactlyWhatWasSent() {
        assertThat(Curl.of(exchange("GET", "http://h/it's?a=[1]&b={2}", null)))
                .isEqualTo("curl -i -g --path-as-is -X GET -H 'Content-Type: application/json'"
                        + " 'http://h/it'\\''s?a=[1]&b={2}'");
        assertThat(Curl.of(exchange("POST", "http://h/", "@it's\n$x `y`")))
                .endsWith(" --data-raw '@it'\\''s\n$x `y`' 'http://h/'");
        assertThat(Curl.of(exchange("HEAD", "http://h/", null))).startsWith("curl -i -g --path-as-is --head -H");
        assertThat(Curl.of(exchange("POST", "http://h/", "x".repeat(5_000))))
                .endsWith("xx… (5000 characters)' 'http://h/'");
    }

    @Test
    void curlAddsNoHeaderOfItsOwn() {
        var headers =
                List.of(new Header("Accept", "*/*"), new Header("Content-Length", "2"), new Header("X-Empty", ""));
        var request = new Exchange.Request("POST", "http://h/", headers, "{}");

        assertThat(Curl.of(exchange(Exchange.Direction.TO_SYSTEM, request)))
                .isEqualTo(
                        "curl -i -g --path-as-is -X POST -H 'X-Empty;' -H 'Content-Type:' --data-raw '{}' 'http://h/'");
    }

    @Test
    void aRequestOfTheSystemCannotBeRepeated() {
        var request = new Exchange.Request("POST", "http://h/", List.of(), null);
        judge.violated(MUST, "a", "b", exchange(Exchange.Direction.FROM_SYSTEM, request));

        assertThat(judge.findings().get(0).repeat()).isNull();
        assertThat(judge.findings().get(0).exchange()).isEqualTo("x1");
    }

    private static Exchange exchange(String method, String url, String body) {
        var headers = List.of(new Header("Accept", "*/*"), new Header("Content-Type", "application/json"));
        return exchange(Exchange.Direction.TO_SYSTEM, new Exchange.Request(method, url, headers, body));
    }

    private static Exchange exchange(Exchange.Direction direction, Exchange.Request request) {
        return new Exchange("x1", direction, "test", Instant.EPOCH, 1, request, null, "none");
    }
}
