package org.dpstck.cli.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dpstck.core.edition.Edition;
import org.dpstck.reference.http.Sighting;

/** Makes of what the servers have seen the messages between planes, each with the name that its document gives it. */
final class Messages {

    private static final Pattern DATA = Pattern.compile("/(data|sink)/[^/]+");
    private static final String SIGNALING = "/signaling";

    private final Edition edition;

    private Messages(Edition edition) {
        this.edition = edition;
    }

    /** Whether it was an exchange of the wire. */
    static boolean isData(Sighting seen) {
        return DATA.matcher(seen.path()).matches();
    }

    /** What has happened since a mark of the ledger. */
    static List<Event> of(Edition edition, Ledger ledger, long mark) {
        var messages = new Messages(edition);
        var notes = ledger.notes().stream().filter(note -> note.at() >= mark).toList();
        var seen = ledger.sightings().stream()
                .filter(each ->
                        each.began() >= mark && Lifeline.of(each.caller()).isPresent())
                .sorted(Comparator.comparingLong(Sighting::began))
                .toList();
        var events = new ArrayList<Timed>();
        notes.forEach(note ->
                events.add(new Timed(note.at(), new Event.Noted(millis(note.at(), mark), note.kind(), note.text()))));
        var bundles = bundles(seen, notes);
        for (var i = 0; i < bundles.size(); i++) {
            messages.events(bundles.get(i), i + 1, mark).forEach(events::add);
        }
        return events.stream()
                .sorted(Comparator.comparingLong(Timed::at))
                .map(Timed::event)
                .toList();
    }

    private record Timed(long at, Event event) {}

    private static long millis(long at, long mark) {
        return (at - mark) / 1_000_000;
    }

    /** Exchanges that are drawn as one: each by itself, but the pieces of data between two notes together. */
    private static List<List<Sighting>> bundles(List<Sighting> seen, List<Ledger.Note> notes) {
        var bundles = new ArrayList<List<Sighting>>();
        for (var each : seen) {
            var fitting = bundles.stream()
                    .filter(bundle ->
                            isData(each) && alike(bundle.get(0), each) && samePhase(bundle.get(0), each, notes))
                    .findFirst();
            fitting.ifPresentOrElse(bundle -> bundle.add(each), () -> bundles.add(new ArrayList<>(List.of(each))));
        }
        return bundles;
    }

    private static boolean alike(Sighting one, Sighting other) {
        return one.server().equals(other.server())
                && one.caller().equals(other.caller())
                && one.method().equals(other.method())
                && one.path().equals(other.path())
                && one.status() == other.status();
    }

    private static boolean samePhase(Sighting one, Sighting other, List<Ledger.Note> notes) {
        return notes.stream().noneMatch(note -> note.at() > one.began() && note.at() < other.began());
    }

    private Stream<Timed> events(List<Sighting> bundle, int number, long mark) {
        var first = bundle.get(0);
        var last =
                bundle.stream().max(Comparator.comparingLong(Sighting::ended)).orElse(first);
        var from = Lifeline.of(first.caller()).orElseThrow();
        var to = Lifeline.of(first.server()).orElseThrow();
        var asked = new Event.Asked(
                millis(first.began(), mark),
                number,
                from,
                to,
                label(first),
                first.method() + " " + first.path(),
                hasAddress(first.request()),
                isData(first),
                bundle.size(),
                bundle.stream().mapToLong(Sighting::received).sum());
        var answered = new Event.Answered(
                millis(last.ended(), mark),
                number,
                to,
                from,
                first.status(),
                state(first),
                hasAddress(first.answer()),
                isData(first),
                bundle.size(),
                bundle.stream().mapToLong(Sighting::sent).sum(),
                last.whole());
        return Stream.of(new Timed(first.began(), asked), new Timed(last.ended(), answered));
    }

    private static boolean hasAddress(String text) {
        return Operator.read(text)
                .filter(message -> message.path("dataAddress").isObject()
                        && !message.path("dataAddress").isEmpty())
                .isPresent();
    }

    private static String state(Sighting seen) {
        return Operator.read(seen.answer())
                .map(answer -> answer.path("state").asString(""))
                .orElse("");
    }

    private String label(Sighting seen) {
        return dspType(seen)
                .or(() -> operation(seen))
                .or(() -> callback(seen))
                .orElse(isData(seen) ? seen.method() + " data" : seen.method() + " " + seen.path());
    }

    /** Messages between control planes say their type. */
    private static Optional<String> dspType(Sighting seen) {
        return Operator.read(seen.request())
                .map(message -> message.path("@type").asString(""))
                .filter(type -> !type.isEmpty())
                .map(type -> type.replaceFirst("^dspace:", "").replaceFirst("Message$", ""));
    }

    private Optional<String> operation(Sighting seen) {
        return edition.operations().values().stream()
                .filter(each -> each.method().equals(seen.method()) && is(each.path(), seen))
                .map(each -> each.name())
                .findFirst();
    }

    private Optional<String> callback(Sighting seen) {
        return edition.callbacks().values().stream()
                .filter(each -> each.method().equals(seen.method()) && is(each.path(), seen))
                .map(each -> each.name())
                .findFirst();
    }

    private static boolean is(String template, Sighting seen) {
        var form = Pattern.quote(SIGNALING + template).replaceAll("\\{[^}]+}", "\\\\E[^/]+\\\\Q");
        return seen.path().matches(form);
    }
}
