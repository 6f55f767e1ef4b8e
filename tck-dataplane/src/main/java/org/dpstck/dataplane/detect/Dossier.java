package org.dpstck.dataplane.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dpstck.core.detect.Candidate;
import org.dpstck.core.detect.Evidence;
import org.dpstck.core.detect.Evidence.Bearing;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.exchange.Reply;

/** What was found out about one candidate. */
final class Dossier {

    private final Speaker speaker;
    private final List<Sign> signs = new ArrayList<>();

    Dossier(Speaker speaker) {
        this.speaker = speaker;
    }

    Speaker speaker() {
        return speaker;
    }

    Edition edition() {
        return speaker.edition();
    }

    /** Notes what an exchange says of this edition. */
    void note(Trait trait, Bearing bearing, String sent, Reply reply, String seen, String meaning, String tell) {
        var exchange = reply == null ? null : reply.exchange().id();
        signs.add(new Sign(trait, new Evidence(bearing, sent, seen, meaning, exchange), tell));
    }

    Stream<Sign> signs(Bearing bearing) {
        return signs.stream().filter(sign -> sign.bearing() == bearing);
    }

    boolean has(Trait trait, Bearing bearing) {
        return signs(bearing).anyMatch(sign -> sign.trait() == trait);
    }

    /** Whether its own message made a flow. */
    boolean isUnderstood() {
        return has(Trait.MESSAGE, Bearing.FOR);
    }

    boolean fits() {
        return isUnderstood() && signs(Bearing.AGAINST).findAny().isEmpty();
    }

    Candidate candidate() {
        return new Candidate(edition().id(), signs.stream().map(Sign::evidence).toList());
    }
}
