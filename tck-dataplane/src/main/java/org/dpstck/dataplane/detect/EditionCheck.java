package org.dpstck.dataplane.detect;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.dpstck.core.detect.Evidence.Bearing;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.Editions;
import org.dpstck.core.exchange.Journal;
import org.dpstck.dataplane.flow.FirstSight;
import org.dpstck.dataplane.flow.Shared;

/**
 * Stops a run in an edition that the system does not speak.
 *
 * <p>A system that works in the edition asked for is judged in it, and so is one that is merely faulty: another edition
 * is named only if something that the one asked for has is missing, everything that the other one has is there, and
 * nothing is there that only the one asked for has.
 */
public final class EditionCheck implements FirstSight.Check {

    private final CompletableFuture<List<Edition>> editions;

    private EditionCheck(CompletableFuture<List<Edition>> editions) {
        this.editions = editions;
    }

    /** A check against every edition there is; they are read while the run begins. */
    public static EditionCheck againstAll() {
        return new EditionCheck(CompletableFuture.supplyAsync(() -> {
            var installed = new Editions();
            return installed.ids().stream().map(installed::wire).toList();
        }));
    }

    @Override
    public Optional<String> otherEdition(Shared shared, List<FirstSight> sights, Journal journal) {
        var candidates = editions.join();
        if (!new Suspicion(shared, candidates, journal).raisedBy(sights)) {
            return Optional.empty();
        }
        try (var examination = new Examination(candidates, shared, journal)) {
            return examination.look().isPresent() ? Optional.empty() : verdict(examination, shared.edition());
        }
    }

    private static Optional<String> verdict(Examination examination, Edition edition) {
        var asked = examination.of(edition);
        var rivals = examination.fitting().stream()
                .filter(rival -> rival != asked)
                .filter(rival -> beats(rival, asked, examination))
                .toList();
        if (rivals.isEmpty()) {
            return Optional.empty();
        }
        var spoken = examination.tellApart(rivals::contains).stream()
                .filter(Dossier::fits)
                .toList();
        if (spoken.isEmpty()) {
            return Optional.empty();
        }
        var ids = spoken.stream().map(dossier -> dossier.edition().id()).toList();
        var reasons = new Reasons(asked, spoken.get(0), examination.creations().kind());
        return Optional.of("your system speaks " + Wording.list(ids, "or") + " (" + reasons + "); run with --edition "
                + Wording.list(ids, "or"));
    }

    private static boolean beats(Dossier rival, Dossier asked, Examination examination) {
        var askedHasItsOwn = examination.tryOperation(asked, rival).orElse(false);
        examination.tryOperation(rival, asked);
        var complete = rival.fits() && rival.has(Trait.STATUS, Bearing.FOR);
        if (askedHasItsOwn || !complete || asked.fits()) {
            return false;
        }
        // What accepts more than an edition allows may well be another one with a fault; unless nothing of that works.
        var lenient = rival.signs(Bearing.DOUBT).anyMatch(sign -> sign.trait() != Trait.OPERATION);
        return !lenient || !asked.isUnderstood();
    }
}
