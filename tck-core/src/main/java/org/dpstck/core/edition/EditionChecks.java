package org.dpstck.core.edition;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks that the parts of an edition name only things that are there. */
final class EditionChecks {

    private static final Set<String> KINDS =
            FlowKind.all().stream().map(FlowKind::id).collect(Collectors.toUnmodifiableSet());
    /** What a reading may accept besides the name of a state. */
    private static final Set<String> ACCEPTED = Set.of("unchanged", "same-flow", "new-flow");

    private final Edition edition;
    private final List<String> problems = new ArrayList<>();

    private EditionChecks(Edition edition) {
        this.edition = edition;
    }

    static void check(Edition edition) {
        var checks = new EditionChecks(edition);
        edition.operations().values().forEach(checks::operation);
        edition.callbacks().values().forEach(checks::callback);
        edition.retrievals().values().forEach(it -> checks.message("retrieval " + it.name(), it.message()));
        edition.profiles().values().forEach(checks::profile);
        edition.messages().values().forEach(checks::message);
        edition.registered().ifPresent(checks::registration);
        edition.authorization().values().forEach(checks::profile);
        checks.machine();
        edition.positions().values().forEach(checks::position);
        edition.requirements().values().forEach(checks::requirement);
        if (!checks.problems.isEmpty()) {
            throw new EditionException(
                    "edition " + edition.id() + " contradicts itself:\n  " + String.join("\n  ", checks.problems));
        }
    }

    private void operation(Operation operation) {
        var where = "operation " + operation.name();
        message(where, operation.message());
        for (var answer :
                List.of(operation.answer(), operation.asynchronousAnswer().orElse(operation.answer()))) {
            message(where, answer.message());
            state(where, answer.state());
            expect(answer.location() == null || edition.find(answer.location()).isPresent(), where, answer.location());
            expect(
                    answer.callback() == null || edition.callbacks().containsKey(answer.callback()),
                    where,
                    answer.callback());
        }
    }

    private void callback(Callback callback) {
        message("callback " + callback.name(), callback.message());
        state("callback " + callback.name(), callback.state());
        reference("callback " + callback.name(), callback.requirement());
        kinds("callback " + callback.name(), callback.kinds());
    }

    private void profile(TransferProfile profile) {
        var where = "profile " + profile.name();
        expect(profile.push() != null && profile.pull() != null, where, "value for push and for pull");
        expect(profile.scheme() != null, where, "scheme");
    }

    private void message(Message message) {
        expect(message.schema() != null, "message " + message.name(), "a schema");
        kinds("message " + message.name(), message.carriesDataAddress());
        message.disputed()
                .values()
                .forEach(number -> expect(
                        edition.positions().containsKey(number), "message " + message.name(), "position " + number));
        message.dataAddressDue().forEach(due -> {
            kinds("message " + message.name(), Set.of(due.kind()));
            state("message " + message.name(), due.state());
            reference("message " + message.name(), due.requirement());
        });
    }

    private void registration(Registration registration) {
        message("registration", registration.message());
        expect(!registration.create().addressesOne(), "registration: create", "path without an id");
        expect(registration.delete().addressesOne(), "registration: delete", "path with " + Registration.ID);
        registration
                .ownUpdate()
                .ifPresent(update ->
                        expect(update.addressesOne(), "registration: update", "path with " + Registration.ID));
        var message = edition.messages().get(registration.message());
        registration
                .id()
                .members()
                .forEach(member ->
                        expect(message != null && message.declares(member), "registration: id", "member " + member));
    }

    private void profile(AuthorizationProfile profile) {
        var where = "authorization " + profile.name();
        expect(edition.registered().isPresent(), where, "registration");
        expect(profile.sends().containsKey("type"), where, "type");
        reference(where, profile.requirement("OBJECT"));
    }

    private void machine() {
        var machine = edition.machine();
        reference("refused", machine.refusedOtherwise());
        reference("refused", machine.refusedInTerminal());
        for (var edge : machine.transitions()) {
            var where = "transition " + edge.signal();
            expect(edition.find(edge.signal()).isPresent(), where, edge.signal());
            edge.from().forEach(name -> state(where, name));
            state(where, edge.to());
            kinds(where, edge.kinds());
            reference(where, edge.requirement());
        }
        for (var reading : machine.readings()) {
            var where = "reading " + reading.signal();
            expect(edition.find(reading.signal()).isPresent(), where, reading.signal());
            reading.in().forEach(name -> state(where, name));
            kinds(where, reading.kinds());
            reading.accepts().stream().filter(name -> !ACCEPTED.contains(name)).forEach(name -> state(where, name));
            reference(where, reading.requirement());
            expect(edition.positions().containsKey(reading.position()), where, "position " + reading.position());
        }
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

    /** A report has to be able to say what conflicts, what was decided and why. */
    private void position(Position position) {
        var where = "position " + position.number();
        expect(position.texts().size() > 1, where, "second text that conflicts");
        expect(!position.editions().isEmpty(), where, "edition");
        expect(position.stance() != null, where, "stance");
        for (var text : List.of(position.title(), position.decision(), position.why())) {
            expect(!text.isBlank(), where, "title, decision or reason");
        }
    }

    private void message(String where, String name) {
        expect(name == null || edition.messages().containsKey(name), where, "message " + name);
    }

    private void state(String where, String name) {
        expect(name == null || edition.machine().find(name).isPresent(), where, "state " + name);
    }

    private void kinds(String where, Set<String> ids) {
        ids.forEach(id -> expect(KINDS.contains(id), where, "kind " + id));
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
