package org.dpstck.controlplane.doctor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.doctor.Finding;
import org.dpstck.core.doctor.LocalAddresses;
import org.dpstck.core.doctor.Step;
import org.dpstck.core.edition.ControlPlaneEditions;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.Editions;
import org.dpstck.core.edition.MessageSchemas;
import org.dpstck.core.edition.Side;
import org.dpstck.core.standin.Arrival;

/** The first signal of the control plane has the form of the edition. */
final class EditionStep implements Step<Examination> {

    private static final int SHOWN = 2;

    @Override
    public String id() {
        return "edition";
    }

    @Override
    public List<String> standsOn() {
        return List.of(LocalAddresses.ADVERTISE);
    }

    @Override
    public Finding look(Examination examination) {
        var edition = examination.edition();
        var arrival = arrival(examination);
        if (arrival.isEmpty()) {
            return Finding.notChecked("no signal has come");
        }
        var signal = arrival.get().exchange().purpose();
        var problems = problems(edition, signal, arrival.get());
        if (problems.isEmpty()) {
            return Finding.ok(signal + " has the form of " + edition.id());
        }
        var installed = new ControlPlaneEditions(new Editions());
        var fitting = installed.ids().stream()
                .map(id -> installed.load(id, null))
                .filter(other -> isDefined(other, signal)
                        && problems(other, signal, arrival.get()).isEmpty())
                .map(Edition::id)
                .toList();
        var observed = signal + " has not the form of " + edition.id() + ": "
                + String.join("; ", problems.stream().limit(SHOWN).toList());
        return fitting.isEmpty()
                ? Finding.warning(
                        observed,
                        "The system has a defect, which a run will tell.",
                        "`dps-tck detect --role control-plane` shows what speaks for which edition.")
                : Finding.problem(
                        observed + "; it has that of " + String.join(" and ", fitting),
                        "The system speaks another edition: nearly every case would fail.",
                        "Name the edition that it speaks: `edition:` in the description, or --edition. `dps-tck detect"
                                + " --role control-plane` shows the evidence.");
    }

    private static Optional<Arrival> arrival(Examination examination) {
        return examination
                .accepted()
                .map(Opening::transfer)
                .or(examination::asked)
                .filter(transfer -> transfer.hasFlow())
                .flatMap(transfer -> transfer.flow().inbox().all().stream()
                        .filter(arrival -> begins(examination.edition(), arrival))
                        .findFirst());
    }

    private static boolean begins(Edition edition, Arrival arrival) {
        return Stream.of(Side.values())
                .flatMap(side -> edition.transfers().signal(side, "begin").stream())
                .anyMatch(arrival.exchange().purpose()::equals);
    }

    private static boolean isDefined(Edition edition, String signal) {
        var message = edition.find(signal).map(operation -> operation.message());
        return message.isPresent() && !edition.message(message.get()).required().isEmpty();
    }

    private static List<String> problems(Edition edition, String signal, Arrival arrival) {
        var body = Bodies.object(arrival.body());
        var message = edition.find(signal).map(operation -> operation.message());
        if (body.isEmpty() || message.isEmpty()) {
            return List.of("it is no JSON object");
        }
        return new MessageSchemas(edition)
                .validate(message.get(), body.get()).stream()
                        .map(String::valueOf)
                        .toList();
    }
}
