package org.dpstck.core.edition;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Checks that what binds a control plane names only things that are there. */
final class TransferChecks {

    private final Edition edition;
    private final List<String> problems = new ArrayList<>();

    private TransferChecks(Edition edition) {
        this.edition = edition;
    }

    static void check(Edition edition) {
        var checks = new TransferChecks(edition);
        checks.signals();
        checks.machine();
        checks.messages();
        edition.requirements().values().forEach(checks::requirement);
        if (!checks.problems.isEmpty()) {
            throw new EditionException("the control-plane half of edition " + edition.id() + " contradicts itself:\n  "
                    + String.join("\n  ", checks.problems));
        }
    }

    private void signals() {
        edition.transfers()
                .signals()
                .forEach((side, signals) -> signals.forEach((event, signal) -> expect(
                        edition.find(signal).isPresent(),
                        "signals of the " + side.id() + ": " + event,
                        "operation " + signal)));
    }

    private void messages() {
        var protocol = edition.transfers().protocol();
        protocol.messages().values().forEach(message -> {
            var where = "message " + message.name();
            expect(protocol.schema(message.type()) != null, where, "schema");
            expect(protocol.machine().find(message.state()).isPresent(), where, "state " + message.state());
        });
        edition.transfers().naming().alternatives().forEach(each -> {
            expect(edition.messages().containsKey(each.message()), "alternatives", "message " + each.message());
            reference("alternatives", each.requirement());
            expect(edition.positions().containsKey(each.position()), "alternatives", "position " + each.position());
        });
        var registration = edition.transfers().registration();
        expect(
                edition.transfers().messages().containsKey(registration.message()),
                "registration",
                "message " + registration.message());
    }

    private void machine() {
        var machine = edition.transfers().machine();
        reference("refused", machine.refusedOtherwise());
        reference("refused", machine.refusedInTerminal());
        machine.transitions().forEach(edge -> {
            var where = "transition " + edge.signal();
            signal(where, edge.signal());
            edge.from().forEach(name -> state(where, name));
            state(where, edge.to());
            reference(where, edge.requirement());
        });
        machine.readings().forEach(reading -> {
            var where = "reading " + reading.signal();
            signal(where, reading.signal());
            reading.in().forEach(name -> state(where, name));
            reference(where, reading.requirement());
            expect(edition.positions().containsKey(reading.position()), where, "position " + reading.position());
        });
    }

    private void requirement(Requirement requirement) {
        var where = "requirement " + requirement.id();
        expect(requirement.clause() != null && requirement.clause().length() <= 200, where, "a clause of two lines");
        expect(requirement.level() != null, where, "a level");
        expect(Objects.toString(requirement.anchor(), "").startsWith("#"), where, "an anchor");
        requirement
                .positions()
                .forEach(number -> expect(edition.positions().containsKey(number), where, "position " + number));
    }

    private void signal(String where, String name) {
        var message = edition.transfers().protocol().messages().containsKey(name);
        expect(message || edition.callbacks().containsKey(name), where, "message or callback " + name);
    }

    private void state(String where, String name) {
        expect(edition.transfers().machine().find(name).isPresent(), where, "state " + name);
    }

    private void reference(String where, String requirement) {
        expect(edition.requirements().containsKey(requirement), where, "requirement " + requirement);
    }

    private void expect(boolean holds, String where, String what) {
        if (!holds) {
            problems.add(where + ": there is no " + what);
        }
    }
}
