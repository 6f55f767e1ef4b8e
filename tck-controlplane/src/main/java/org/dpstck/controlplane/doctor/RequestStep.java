package org.dpstck.controlplane.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dpstck.core.check.Replies;
import org.dpstck.core.doctor.Finding;
import org.dpstck.core.doctor.LocalAddresses;
import org.dpstck.core.doctor.Step;
import org.dpstck.core.sut.Capability;

/** As a provider, the control plane acknowledges a request in every declared direction, under the agreement described. */
final class RequestStep implements Step<Examination> {

    static final String ID = "ids.agreement";
    private static final Set<Integer> NO_SUCH_PATH = Set.of(404, 405);

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<String> standsOn() {
        return List.of(EndpointStep.DATASPACE, LocalAddresses.BIND, RegistrationStep.ID);
    }

    @Override
    public Finding look(Examination examination) {
        if (examination.directions().isEmpty()) {
            return Finding.problem(
                    "the description declares no direction (push, pull)",
                    "No transfer can be made, so nothing can be judged.",
                    "Add what the system serves to capabilities.");
        }
        if (!examination.system().can(Capability.PROVIDER)) {
            return Finding.notChecked("provider is not among the capabilities");
        }
        var ids = examination.system().ids();
        var refused = examination.openings().stream()
                .filter(opening -> !opening.accepted())
                .toList();
        if (refused.isEmpty()) {
            return identified(examination);
        }
        var observed = refused.stream()
                .map(opening -> opening.kind().id() + " of the form "
                        + examination.rehearsal().protocol().id() + ": " + Replies.observed(opening.reply()))
                .collect(Collectors.joining("; "));
        var changes = new ArrayList<String>();
        first(refused, examination).ifPresent(changes::add);
        changes.addAll(List.of(
                "Name an agreement and a dataset that the system knows: ids.agreement (now " + ids.agreement()
                        + "), ids.dataset (now " + ids.dataset() + ").",
                "Name the types that it serves: transferTypes (now "
                        + refused.stream()
                                .map(opening -> examination.rehearsal().transferType(opening.kind()))
                                .collect(Collectors.joining(", "))
                        + "); if it does not serve a direction, take it out of capabilities.",
                "If it speaks the other form of the transfer process, write `dsp.form`; `dps-tck detect --role control-plane`"
                        + " tells. Its log may say more."));
        return Finding.problem(
                observed,
                examination.accepted().isEmpty()
                        ? "No transfer can be made, so nothing can be judged."
                        : "Every case about these transfers fails or is inconclusive.",
                changes.toArray(String[]::new));
    }

    /** What is the matter where no agreement, type or form has been looked at. */
    private static Optional<String> first(List<Opening> refused, Examination examination) {
        var url = examination.system().controlPlane().dsp();
        if (refused.stream()
                .allMatch(opening -> NO_SUCH_PATH.contains(opening.reply().status()))) {
            var path = examination.rehearsal().protocol().message("request").path();
            return Optional.of("Correct the path of dsp.url (now " + url + "): most likely nothing takes POST " + path
                    + " below it.");
        }
        if (refused.stream().noneMatch(opening -> opening.reply().answered())) {
            return Optional.of(
                    "Look at the log of the system: it answers other requests at dsp.url and not this one. If it"
                            + " needs longer, allow more with timeouts.request.");
        }
        return Optional.empty();
    }

    private static Finding identified(Examination examination) {
        var opening = examination.accepted().orElseThrow();
        return opening.transfer()
                .systemPid()
                .map(pid -> Finding.ok("requests are acknowledged for "
                        + examination.openings().stream()
                                .map(each -> each.kind().id())
                                .collect(Collectors.joining(", "))
                        + " under " + examination.system().ids().agreement()))
                .orElseGet(() -> Finding.problem(
                        "a request is acknowledged, but the answer names no process: "
                                + Replies.observed(opening.reply()),
                        "Nothing can be asked of a process without an id.",
                        "Check dsp.form: a process of "
                                + examination.rehearsal().protocol().id() + " is named by "
                                + examination.rehearsal().protocol().ids().values() + "."));
    }
}
