package org.dpstck.reports.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.dpstck.core.edition.Editions;
import org.dpstck.core.verdict.RunRecord;
import org.dpstck.reports.ReportForm;
import org.dpstck.reports.Runs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HtmlReportTest {

    private static final String FAILED = "START-DUPLICATE.provider-pull";

    private Browser browser;

    @TempDir
    private Path dir;

    @BeforeAll
    void start() {
        browser = Browser.start();
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void askNothingOfTheNetworkAndNothingIsAmiss() throws IOException {
        open(Runs.everyOutcome(), "#case=" + FAILED);
        browser.js("document.querySelectorAll('.case').forEach(it => it.open = true)");
        browser.until("document.querySelectorAll('.case .inside').length === 6");

        assertThat(browser.console()).isEmpty();
        assertThat(browser.requests()).hasSize(1).allMatch(it -> it.contains("report.html"));
    }

    @Test
    void aLinkToACaseOpensItWithEverything() throws IOException {
        open(Runs.everyOutcome(), "#case=" + FAILED);

        var text = browser.find(".case[open]").getText();
        assertThat(browser.shown(".case[open]")).hasSize(1);
        assertThat(text)
                .contains("If a data flow already exists", "A second start.", "Look it up first.")
                .contains("a 4xx and no second flow", "observed state STARTED", "position 18")
                .contains("--only '" + FAILED + "'", "curl -X POST")
                .contains("1234 ms, 24 ms of it on the wire", "\"n\": 1.10,", "\"n\": 2");
        assertThat(browser.shown(".sequence li")).hasSize(2);
        assertThat(browser.shown(".sequence li.offending")).hasSize(1);
        assertThat(browser.shown(".exchange.offending[open]")).hasSize(1);
    }

    @Test
    void filtersLiveInTheAddress() throws IOException {
        open(Runs.everyOutcome(), "#view=cases&outcome=failed,warned");
        assertThat(browser.shown(".case")).hasSize(2);
        assertThat(browser.find("#shown-cases").getText()).isEqualTo("2 of 6");

        browser.find("input[name=outcome][value=warned]").click();
        browser.until("location.hash === '#view=cases&outcome=failed'");
        assertThat(browser.shown(".case")).hasSize(1);

        browser.find("button[type=reset]").click();
        assertThat(browser.shown(".case")).hasSize(6);

        browser.find("input[name=q]").sendKeys("401 status");
        browser.until("location.hash === '#view=cases&q=401+status'");
        assertThat(browser.shown(".case")).hasSize(1);

        browser.find("input[name=q]").sendKeys("nowhere");
        browser.until("document.getElementById('nothing').hidden === false");
        assertThat(browser.shown("#nothing")).hasSize(1);
    }

    @Test
    void requirementsAreFilteredByLevelRoleAndSection() throws IOException {
        open(Runs.everyOutcome(), "#level=SHOULD&role=data-plane");
        var rows = browser.shown("#requirements .row[data-id]");
        assertThat(rows).isNotEmpty().allMatch(row -> row.getText().contains("SHOULD"));
        var section = rows.get(0).getDomAttribute("data-section");
        browser.js("location.hash = new URLSearchParams({section: arguments[0]})", section);
        browser.until("new FormData(document.getElementById('filters')).get('level') === ''");
        assertThat(browser.shown("#requirements .row[data-id]"))
                .isNotEmpty()
                .allMatch(row -> section.equals(row.getDomAttribute("data-section")));

        browser.go("#requirement=START-DUPLICATE");
        browser.until("document.querySelectorAll('.case:not([hidden])').length === 1");
        assertThat(browser.shown(".case")).hasSize(1);
    }

    @Test
    void theKeyboardIsEnough() throws IOException {
        open(Runs.everyOutcome(), "#view=cases");
        browser.find(".case[data-id='" + FAILED + "'] > summary").sendKeys(Keys.ENTER);
        browser.until("document.querySelectorAll('.case .inside').length === 1");
        browser.until("location.hash.includes('case=" + FAILED + "')");
        browser.find(".sequence li.offending a").sendKeys(Keys.ENTER);
        browser.until("document.activeElement.closest('.exchange.offending') !== null");
    }

    @Test
    void schemaViolationsStandAtTheirMember() throws IOException {
        open(Runs.schemaViolation(), "#case=" + FAILED);
        assertThat(browser.shown(".case[open] .code mark").stream()
                        .map(it -> it.getText().strip()))
                .containsExactly(
                        "\"state\": 1.50,  ◀ must be a string",
                        "\"dataAddress\": {  ◀ /dataAddress/endpoint is missing  ◀ /dataAddress/endpoint~1s also missing",
                        "\"name\": null  ◀ must not be null");
        var links = browser.shown(".case[open] .finding .place");
        assertThat(links.stream().map(it -> it.getText()))
                .containsExactly(
                        "/state",
                        "/dataAddress/endpointProperties/1/name",
                        "/dataAddress/endpoint",
                        "/dataAddress/endpoint~1s");
        browser.js("document.querySelector('.exchange.offending').open = false");
        links.get(1).click();
        browser.until("document.activeElement.textContent.includes('\"name\": null')");

        open(Runs.schemaViolation(), "#case=START-RESPONSE.provider-pull");
        assertThat(browser.shown(".case[open] .exchange.offending .problem").stream()
                        .map(it -> it.getText().strip()))
                .containsExactly("no JSON object");
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void whatTheSystemSaysIsNeverMarkup() throws IOException {
        open(Runs.hostile(), "#case=" + FAILED);
        browser.js("document.querySelectorAll('details').forEach(it => it.open = true)");

        assertThat(browser.find(".case[open]").getText())
                .contains("<script>alert(1)</script>", "\\u001b[31mred\\u0000", "\\u202edrawkcab");
        assertThat(browser.js("return document.scripts.length")).isEqualTo(3L);
        assertThat(browser.js("return document.querySelectorAll('img,iframe,object,embed,link,base').length"))
                .isEqualTo(0L);
        assertThat(browser.console()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"390,light", "390,dark", "1280,light", "1280,dark"})
    void nobodyIsShutOut(int width, String scheme) throws IOException {
        browser.size(width, 844);
        browser.dark(scheme.equals("dark"));
        for (var view : List.of("#level=SHOULD", "#case=" + FAILED, "#view=cases&q=nowhere")) {
            open(Runs.everyOutcome(), view);
            browser.js("document.querySelectorAll('.case[open] details').forEach(it => it.open = true)");
            browser.js("document.querySelector('details.table').open = true");
            assertThat(browser.tooWide()).as(view).isEmpty();
            // Axe takes its time; nothing is on the last page that is not on the others.
            if (!view.contains("nowhere")) {
                assertThat(browser.barriers()).as(view).isEmpty();
            }
            browser.picture(Path.of("target", "browser", width + "-" + scheme + view.replaceAll("\\W+", "-") + ".png"));
        }
        browser.dark(false);
    }

    @Test
    void onPaperIsEverythingThatDidNotHold() throws IOException {
        // The width of a sheet of A4 between its margins, in points of a style sheet.
        browser.size(718, 1050);
        open(Runs.everyOutcome(), "");

        browser.paper(true);
        assertThat(browser.shown(".case").stream().map(it -> it.getDomAttribute("data-id")))
                .containsExactly(FAILED, "BASE-URL-HTTPS");
        assertThat(browser.js("return document.querySelectorAll('.case.printed details:not([open])').length"))
                .isEqualTo(0L);
        assertThat(browser.shown("#filters, nav, button")).isEmpty();
        assertThat(browser.tooWide()).isEmpty();
        assertThat(browser.js("return [...document.querySelectorAll('.scroll')].filter(it =>"
                        + " it.scrollWidth > it.clientWidth && getComputedStyle(it).overflowX !== 'visible').length"))
                .isEqualTo(0L);
        assertThat(browser.js("return getComputedStyle(document.querySelector('.row[data-id]')).gridTemplateColumns"))
                .as("id, outcome, clause and cases side by side")
                .asString()
                .matches("\\S+ \\S+ \\S+ \\S+");
        assertThat(browser.js("return [...document.querySelectorAll('.scroll')].filter(it =>"
                        + " it.clientHeight > it.firstElementChild.offsetHeight + 10).length"))
                .as("empty lines around tables")
                .isEqualTo(0L);
        browser.picture(Path.of("target", "browser", "paper.png"));

        browser.paper(false);
        assertThat(browser.shown(".case[open]")).isEmpty();
        assertThat(browser.shown("#filters")).hasSize(1);
    }

    @Test
    void manyCasesOpenAndAreFiltered() throws IOException {
        open(Runs.big(2_000, 6_000), "#view=cases&q=case-1999");
        assertThat(browser.shown(".case")).hasSize(1);
        assertThat(browser.js("return document.querySelectorAll('.inside').length"))
                .isEqualTo(0L);
    }

    @Test
    void theScriptThatRepeatsACaseIsNamed() throws IOException {
        open(Runs.everyOutcome(), "#case=" + FAILED);
        assertThat(browser.find(".case[open]").getText()).contains("sh repeat/" + FAILED + ".sh");
        assertThat(browser.find(".case[open] a[href$='.sh']").getDomAttribute("href"))
                .isEqualTo("repeat/" + FAILED + ".sh");
    }

    @Test
    void anEditionThatThisKitDoesNotHaveIsSaid() throws IOException {
        ReportForm.HTML.write(Runs.everyOutcome(), null, dir);
        browser.open(dir.resolve(ReportForm.HTML.file()), "");
        assertThat(browser.find("header").getText()).contains("does not have edition 2026-02");
        assertThat(browser.shown("#requirements .row[data-id]")).isNotEmpty();
        assertThat(browser.console()).isEmpty();
    }

    private void open(RunRecord run, String fragment) throws IOException {
        ReportForm.HTML.write(run, new Editions().load(run.edition()), dir);
        browser.open(dir.resolve(ReportForm.HTML.file()), fragment);
    }
}
