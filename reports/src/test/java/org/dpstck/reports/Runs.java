package org.dpstck.reports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dpstck.core.edition.Level;
import org.dpstck.core.exchange.Exchange;
import org.dpstck.core.exchange.Header;
import org.dpstck.core.verdict.CaseResult;
import org.dpstck.core.verdict.Counts;
import org.dpstck.core.verdict.Finding;
import org.dpstck.core.verdict.Outcome;
import org.dpstck.core.verdict.Place;
import org.dpstck.core.verdict.Revocation;
import org.dpstck.core.verdict.RunRecord;
import org.dpstck.core.verdict.Verdict;

/** Run records for tests: one case of every outcome, a big one, and a hostile one. */
public final class Runs {

    static final Instant BEGAN = Instant.parse("2026-11-21T10:00:00.250Z");

    /** Markup, the end of a CDATA section, control characters of both blocks, ANSI, half a surrogate, reversed text. */
    public static final String HOSTILE =
            "</system-out>]]><script>alert(1)</script>&amp;\u001b[31mred\u0000\u009b2J\b\r\uD800|\uDC00 \uFFFE"
                    + "\u202Edrawkcab \uD83D\uDE00 §→\r\nlast";

    private Runs() {}

    public static RunRecord everyOutcome() {
        return of(List.of(
                new Case("PREPARE-200.consumer-push", Outcome.PASSED).build(),
                failed("observed state STARTED", "{\"error\":\"no\",\"n\":1.10,\"n\":2}"),
                warned(),
                new Case("STATUS-200.suspend", Outcome.NOT_APPLICABLE)
                        .message("the system declares no suspend")
                        .build(),
                new Case("CALLBACK-ERRORED.push", Outcome.UNTESTED)
                        .message("no trigger makes a flow fail")
                        .build(),
                new Case("STATUS-200.any", Outcome.INCONCLUSIVE)
                        .message("the set-up was refused\nwith 401")
                        .exchanges(List.of(unanswered("x9")))
                        .build()));
    }

    public static RunRecord hostile() {
        return of(List.of(failed(HOSTILE, HOSTILE)));
    }

    public static RunRecord big(int cases, int exchanges) {
        var results = new ArrayList<CaseResult>();
        for (int at = 0; at < cases; at++) {
            var wire = new ArrayList<Exchange>();
            for (int x = at; x < exchanges; x += cases) {
                wire.add(exchange("x" + x, "{\"dataFlowId\":\"flow-" + x + "\",\"state\":\"STARTED\"}"));
            }
            results.add(new Case("CASE-" + at, Outcome.PASSED).exchanges(wire).build());
        }
        return of(results);
    }

    /** A finding about members of a body: two that are there, one that is missing, and a body that is no JSON. */
    public static RunRecord schemaViolation() {
        var places = List.of(
                new Place("/state", "must be a string"),
                new Place("/dataAddress/endpointProperties/1/name", "must not be null"),
                new Place("/dataAddress/endpoint", "is missing"),
                new Place("/dataAddress/endpoint~1s", "also missing"));
        var body =
                "{\"state\":1.50,\"dataAddress\":{\"endpointProperties\":[{\"name\":\"a\"},{\"name\":null}]},\"e\":{}}";
        return of(List.of(
                failed("START-DUPLICATE.provider-pull", "a body with three defects", body, places),
                failed(
                        "START-RESPONSE.provider-pull",
                        "a body that is no JSON",
                        "<html>",
                        List.of(new Place("", "no JSON object")))));
    }

    public static RunRecord of(List<CaseResult> cases) {
        var levels = new EnumMap<Level, Counts>(Level.class);
        levels.put(Level.MUST, Counts.of(cases));
        return new RunRecord(
                RunRecord.FORMAT,
                Verdict.NOT_CONFORMANT,
                RunRecord.Status.COMPLETE,
                "1 of 6 cases failed",
                "2026-02",
                "data-plane",
                "0.1.0",
                new RunRecord.SystemInfo("Ünder test", null, "http://localhost:8080/signaling"),
                Map.of("timeouts.answer", "PT5S", "parallel", 8, "capabilities", List.of("push", "pull")),
                List.of("START-*"),
                false,
                17L,
                BEGAN,
                BEGAN.plusMillis(5_500),
                Counts.of(cases),
                levels,
                List.of("Nothing was heard on the callback address."),
                Map.of(
                        "START-DUPLICATE",
                        new RunRecord.Explanation("A second start.", "HTTP 4xx.", "Look it up first.")),
                cases,
                null,
                new Revocation(12, 2, List.of(new Revocation.Trials("suspend", 12, 2))));
    }

    static CaseResult failed(String observed, String body) {
        return failed("START-DUPLICATE.provider-pull", observed, body, List.of());
    }

    private static CaseResult failed(String id, String observed, String body, List<Place> places) {
        var finding = new Finding(
                Finding.Kind.VIOLATION,
                "START-DUPLICATE",
                "Start",
                "#start",
                "If a flow exists for the processId, the answer MUST be a 4xx.",
                "a 4xx and no second flow",
                observed,
                "position 18",
                "x2",
                "curl -X POST http://localhost:8080/signaling/dataflows/start",
                List.of(18),
                false,
                places);
        return new Case(id, Outcome.FAILED)
                .message("a second start was accepted\n" + observed)
                .findings(List.of(finding))
                .exchanges(List.of(exchange("x1", "{}"), exchange("x2", body)))
                .build();
    }

    static CaseResult warned() {
        var finding = new Finding(
                Finding.Kind.WARNING,
                "BASE-URL-HTTPS",
                "Base URL",
                "#base-url",
                "The base URL MUST use the HTTPS scheme.",
                "https",
                "the base URL is plain http",
                null,
                null,
                null,
                List.of(),
                false,
                List.of());
        return new Case("BASE-URL-HTTPS", Outcome.WARNED)
                .message("the base URL is plain http")
                .findings(List.of(finding))
                .build();
    }

    static Exchange exchange(String id, String body) {
        return new Exchange(
                id,
                Exchange.Direction.TO_SYSTEM,
                "stimulus",
                BEGAN.plusMillis(10),
                12,
                new Exchange.Request(
                        "POST",
                        "http://localhost:8080/signaling/dataflows/start",
                        List.of(new Header("Content-Type", "application/json")),
                        "{\"processId\":\"p-1\"}"),
                new Exchange.Answer(200, List.of(new Header("X-Note", body)), body, body.length()),
                null);
    }

    static Exchange unanswered(String id) {
        var request = new Exchange.Request("GET", "http://localhost:8080/dataflows/1/status", List.of(), null);
        return new Exchange(
                id, Exchange.Direction.TO_SYSTEM, "read back", BEGAN, 5_000, request, null, "no answer within 5 s");
    }

    /** A case in the making; only what a test cares about is said. */
    static final class Case {
        private final String id;
        private final Outcome outcome;
        private String message = "";
        private List<Finding> findings = List.of();
        private List<Exchange> exchanges = List.of();

        Case(String id, Outcome outcome) {
            this.id = id;
            this.outcome = outcome;
        }

        Case message(String text) {
            message = text;
            return this;
        }

        Case findings(List<Finding> found) {
            findings = found;
            return this;
        }

        Case exchanges(List<Exchange> wire) {
            exchanges = wire;
            return this;
        }

        CaseResult build() {
            var ran = outcome != Outcome.NOT_APPLICABLE && outcome != Outcome.UNTESTED;
            var requirement = id.replaceAll("\\..*", "");
            return new CaseResult(
                    id,
                    "Shows " + id,
                    outcome,
                    Level.MUST,
                    List.of(requirement, "STATE-NAMES"),
                    id.startsWith("STATUS") ? "Status" : "Start",
                    ran ? BEGAN.plusMillis(5) : null,
                    ran ? 1_234 : 0,
                    message,
                    findings,
                    exchanges);
        }
    }
}
