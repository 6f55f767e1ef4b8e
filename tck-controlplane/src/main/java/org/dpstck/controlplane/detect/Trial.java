package org.dpstck.controlplane.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.dpstck.controlplane.flow.Answers;
import org.dpstck.controlplane.flow.DataFlow;
import org.dpstck.controlplane.flow.Rehearsal;
import org.dpstck.controlplane.flow.Script;
import org.dpstck.controlplane.flow.Transfer;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.Replies;
import org.dpstck.core.detect.Evidence.Bearing;
import org.dpstck.core.edition.Direction;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.edition.Side;
import org.dpstck.core.edition.TransferProtocol;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.standin.Arrival;
import org.dpstck.core.standin.Served;
import org.dpstck.core.sut.Capability;
import org.dpstck.core.sut.SystemUnderTest;
import org.dpstck.core.sut.TriggerPoint;
import org.dpstck.core.verdict.Unjudgeable;

/** Transfers that are made to see the form of what the system says, and are terminated. */
final class Trial {

    private final BiFunction<String, String, Rehearsal> rehearsals;
    private final List<Dossier<Edition>> editions;
    private final List<Dossier<TransferProtocol>> forms;
    private final SystemUnderTest system;

    /**
     * A trial.
     *
     * @param rehearsals opens stand-ins for an edition and a form
     */
    Trial(
            BiFunction<String, String, Rehearsal> rehearsals,
            List<Dossier<Edition>> editions,
            List<Dossier<TransferProtocol>> forms,
            SystemUnderTest system) {
        this.rehearsals = rehearsals;
        this.editions = editions;
        this.forms = forms;
        this.system = system;
    }

    /** Plays; why nothing could be found out. */
    Optional<String> play() {
        var direction = directions().stream().findFirst();
        if (direction.isEmpty()) {
            return Optional.of(
                    "the system declares no direction (push, pull), so no transfer can be made; set capabilities");
        }
        var refusals = new ArrayList<Reply>();
        var looked = false;
        if (system.can(Capability.PROVIDER)) {
            for (var form : forms) {
                looked |= request(form, new FlowKind(Side.PROVIDER, direction.get()), !looked, refusals);
            }
        }
        if (system.can(Capability.CONSUMER)
                && system.trigger(TriggerPoint.REQUEST_TRANSFER).isPresent()
                && (!looked || Dossier.best(editions).size() != 1)) {
            ask(new FlowKind(Side.CONSUMER, directions().contains(Direction.PULL) ? Direction.PULL : Direction.PUSH));
            looked = true;
        }
        return looked || refusals.isEmpty()
                ? Optional.empty()
                : Optional.of("every TransferRequestMessage is refused, the first one with "
                        + Replies.observed(refusals.get(0))
                        + "; check ids.agreement, transferTypes and dsp.headers in the system's description");
    }

    private List<Direction> directions() {
        return List.of(Direction.values()).stream()
                .filter(it -> system.can(it == Direction.PUSH ? Capability.PUSH : Capability.PULL))
                .toList();
    }

    /**
     * Requests in a form, with the registration and the types of each edition, until a request is taken.
     *
     * @return whether the signals were looked at
     */
    private boolean request(Dossier<TransferProtocol> form, FlowKind kind, boolean look, List<Reply> refusals) {
        var unregistered = new ArrayList<Dossier<Edition>>();
        for (var edition : editions) {
            if (edition.candidate().count(Bearing.AGAINST) > 0) {
                continue;
            }
            try (var rehearsal = rehearsals.apply(edition.id(), form.id())) {
                if (system.can(Capability.REGISTRATION) && rehearsal.register().isPresent()) {
                    unregistered.add(edition);
                    continue;
                }
                var transfer = rehearsal.transfers().fresh(kind).following(tolerant());
                var reply = transfer.request();
                if (!Replies.succeeded(reply)) {
                    refusals.add(reply);
                    continue;
                }
                note(form, reply, Bearing.FOR, "a request in its form is acknowledged");
                refuse(unregistered);
                var seen = look && transfer.systemPid().isPresent();
                if (seen) {
                    new SignalLook(editions, rehearsal, transfer).provider();
                }
                end(rehearsal, transfer);
                return seen;
            }
        }
        if (!refusals.isEmpty()) {
            note(form, refusals.get(refusals.size() - 1), Bearing.AGAINST, "a request in its form is refused");
        }
        return false;
    }

    /** The registrations of some editions were refused where that of another one was taken. */
    private static void refuse(List<Dossier<Edition>> unregistered) {
        unregistered.forEach(each -> each.note(
                Bearing.AGAINST,
                each.about().transfers().registration().create().line() + " in its form",
                null,
                "refused",
                "the registration of a data plane in the form of another edition is taken"));
    }

    private static void note(Dossier<TransferProtocol> form, Reply reply, Bearing bearing, String meaning) {
        var ids = String.join(" and ", new TreeSet<>(form.about().ids().values()));
        form.note(
                bearing,
                "POST " + form.about().message("request").path() + " (answers name " + ids + ")",
                reply.exchange(),
                ControlPlaneDetector.seen(reply),
                meaning);
    }

    /** Whatever edition the system speaks, the answer holds what that demands. */
    static Script tolerant() {
        return Script.obedient().answering("start", Trial::everything).answering("prepare", Trial::everything);
    }

    private static Served everything(Operation signal, DataFlow flow) {
        return Answers.inEveryForm(signal, flow);
    }

    /** Makes the system ask, as a consumer: which signal tells its data plane of the start is another sign. */
    private void ask(FlowKind kind) {
        var first = likely(forms).get(0);
        ask(kind, first);
        var told = likely(forms);
        if (!told.contains(first)) {
            // What was answered in the wrong form led nowhere.
            ask(kind, told.get(0));
        }
    }

    private void ask(FlowKind kind, Dossier<TransferProtocol> form) {
        var unregistered = new ArrayList<Dossier<Edition>>();
        for (var edition : likely(editions)) {
            try (var rehearsal = rehearsals.apply(edition.id(), form.id())) {
                if (system.can(Capability.REGISTRATION) && rehearsal.register().isPresent()) {
                    unregistered.add(edition);
                    continue;
                }
                refuse(unregistered);
                ask(kind, rehearsal);
                return;
            }
        }
    }

    /** What nothing speaks against; all of it if something speaks against each. */
    private static <C> List<Dossier<C>> likely(List<Dossier<C>> all) {
        var open = all.stream()
                .filter(each -> each.candidate().count(Bearing.AGAINST) == 0)
                .toList();
        var best = Dossier.best(all);
        return !best.isEmpty() ? best : open.isEmpty() ? all : open;
    }

    private void ask(FlowKind kind, Rehearsal rehearsal) {
        var transfer = rehearsal.transfers().fresh(kind).following(tolerant());
        try {
            var request = rehearsal.transfers().asked(transfer);
            request.ifPresent(this::named);
            if (request.isPresent() && transfer.hasFlow()) {
                new SignalLook(editions, rehearsal, transfer).consumer();
                end(rehearsal, transfer);
            }
        } catch (Unjudgeable e) {
            editions.forEach(
                    each -> each.note(Bearing.OPEN, "trigger request-transfer", null, "nothing", e.getMessage()));
        }
    }

    /** By which member the request of a consumer names the process. */
    private void named(Arrival request) {
        var body = Bodies.object(request.body());
        for (var form : forms) {
            var sends = form.about().message("request").sends();
            var member = sends.entrySet().stream()
                    .filter(each -> "{consumerPid}".equals(each.getValue()))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow();
            var there = body.filter(it -> it.has(member)).isPresent();
            form.note(
                    there ? Bearing.FOR : Bearing.AGAINST,
                    "its TransferRequestMessage",
                    request.exchange(),
                    body.map(it -> String.join(", ", it.propertyNames())).orElse("no JSON object"),
                    there ? "it names the process by " + member : "it has no " + member + ", which names the process");
        }
    }

    private static void end(Rehearsal rehearsal, Transfer transfer) {
        if (transfer.systemPid().isPresent()) {
            transfer.sends(rehearsal.message("termination"));
        }
    }
}
