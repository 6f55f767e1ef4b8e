package org.dpstck.controlplane.detect;

import java.util.ArrayList;
import java.util.List;
import org.dpstck.core.detect.Candidate;
import org.dpstck.core.detect.Evidence;
import org.dpstck.core.detect.Evidence.Bearing;
import org.dpstck.core.exchange.Exchange;

/**
 * What was found out about one candidate: an edition, or a form of the transfer process.
 *
 * @param <C> what it is about
 */
final class Dossier<C> {

    private final C about;
    private final String id;
    private final List<Evidence> evidence = new ArrayList<>();

    Dossier(C about, String id) {
        this.about = about;
        this.id = id;
    }

    C about() {
        return about;
    }

    String id() {
        return id;
    }

    /** Notes what an exchange says of it; the exchange is null for one that did not take place. */
    void note(Bearing bearing, String sent, Exchange exchange, String seen, String meaning) {
        evidence.add(new Evidence(bearing, sent, seen, meaning, exchange == null ? null : exchange.id()));
    }

    boolean fits() {
        return candidate().fits();
    }

    boolean isDoubtful() {
        return candidate().count(Bearing.DOUBT) > 0;
    }

    Candidate candidate() {
        return new Candidate(id, evidence);
    }

    /** The candidates that fit; where some of them are free of doubt, those. */
    static <C> List<Dossier<C>> best(List<Dossier<C>> all) {
        var fitting = all.stream().filter(Dossier::fits).toList();
        var clear = fitting.stream().filter(each -> !each.isDoubtful()).toList();
        return clear.isEmpty() ? fitting : clear;
    }

    static <C> List<String> ids(List<Dossier<C>> some) {
        return some.stream().map(Dossier::id).toList();
    }
}
