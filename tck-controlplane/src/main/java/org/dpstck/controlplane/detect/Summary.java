package org.dpstck.controlplane.detect;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.dpstck.core.detect.Evidence;
import org.dpstck.core.detect.Evidence.Bearing;

/** What was found, in one line. */
final class Summary {

    private Summary() {}

    static <E, F> String of(List<Dossier<E>> spoken, List<Dossier<E>> all, List<Dossier<F>> forms) {
        var process = forms.isEmpty()
                ? "no form of the transfer process fits"
                : "its transfer process is that of "
                        + forms.stream().map(Dossier::id).collect(Collectors.joining(" and of "))
                        + " (dsp.form)";
        if (spoken.size() == 1) {
            return "the system speaks " + spoken.get(0).id() + ", and " + process;
        }
        if (spoken.isEmpty()) {
            return "no edition fits: " + misfit(all) + "; " + process;
        }
        return "the system may speak "
                + spoken.stream().map(Dossier::id).collect(Collectors.joining(" or "))
                + ": nothing that could be tried tells them apart; " + process;
    }

    private static <E> String misfit(List<Dossier<E>> all) {
        var nearest = all.stream()
                .filter(each -> each.candidate().count(Bearing.FOR) > 0)
                .min(Comparator.comparingLong(each -> each.candidate().count(Bearing.AGAINST)));
        return nearest.map(each -> each.id() + " is nearest, but "
                        + each.candidate().evidence().stream()
                                .filter(it -> it.bearing() == Bearing.AGAINST)
                                .map(Evidence::meaning)
                                .findFirst()
                                .orElse("not everything of it is there"))
                .orElseGet(() -> "nothing of any of them was seen; " + unseen(all));
    }

    /** What the first question gave, if there was one: without an answer the description is to be mended first. */
    private static <E> String unseen(List<Dossier<E>> all) {
        return all.stream()
                .flatMap(each -> each.candidate().evidence().stream())
                .filter(it -> it.bearing() == Bearing.OPEN && it.exchange() != null)
                .findFirst()
                .map(it -> it.sent() + " gave " + it.seen()
                        + ", and `dps-tck doctor --role control-plane` says what to change")
                .orElse("declare registration if the system takes it, and see `dps-tck doctor --role control-plane`");
    }
}
