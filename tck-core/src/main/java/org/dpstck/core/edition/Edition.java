package org.dpstck.core.edition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One edition of the protocol, as a value.
 *
 * @param id like {@code 2026-02}
 * @param title for people
 * @param document name of the document
 * @param defaults what the edition uses where the system's description gives nothing
 * @param conventions what holds for all of its messages
 * @param registration how a control plane is registered through an endpoint; null where the edition has no such thing
 * @param authorization the authorization profiles of a registration, by name
 * @param operations of the data plane, by name, in the order of the document
 * @param callbacks to the control plane, by name
 * @param retrievals what the data plane may ask of the control plane, by name
 * @param profiles transfer profiles that are published with the edition, by name
 * @param messages by name
 * @param machine the data flow state machine
 * @param requirements the register, by id, in the order of the document
 * @param positions by number
 * @param schemas every JSON Schema of the edition, by its file name
 * @param transfers what binds a control plane; null where the requirements are those of a data plane
 * @param responseChannel the response channel that transfers may have; null where the edition offers none
 */
public record Edition(
        String id,
        String title,
        String document,
        Defaults defaults,
        Conventions conventions,
        Registration registration,
        Map<String, AuthorizationProfile> authorization,
        Map<String, Operation> operations,
        Map<String, Callback> callbacks,
        Map<String, Retrieval> retrievals,
        Map<String, TransferProfile> profiles,
        Map<String, Message> messages,
        StateMachine machine,
        Map<String, Requirement> requirements,
        Map<Integer, Position> positions,
        Map<String, Map<String, Object>> schemas,
        TransferRules transfers,
        ResponseChannel responseChannel) {

    /** An edition as it binds a data plane. */
    public Edition(
            String id,
            String title,
            String document,
            Defaults defaults,
            Conventions conventions,
            Registration registration,
            Map<String, AuthorizationProfile> authorization,
            Map<String, Operation> operations,
            Map<String, Callback> callbacks,
            Map<String, Retrieval> retrievals,
            Map<String, TransferProfile> profiles,
            Map<String, Message> messages,
            StateMachine machine,
            Map<String, Requirement> requirements,
            Map<Integer, Position> positions,
            Map<String, Map<String, Object>> schemas) {
        this(
                id,
                title,
                document,
                defaults,
                conventions,
                registration,
                authorization,
                operations,
                callbacks,
                retrievals,
                profiles,
                messages,
                machine,
                requirements,
                positions,
                schemas,
                null,
                null);
    }

    /** The same edition with a response channel, and with what is demanded of it. */
    Edition offering(ResponseChannel channel, Map<String, Requirement> register) {
        return with(register, schemas, transfers, channel);
    }

    /** The same edition with the register of its other half: what binds a control plane. */
    Edition binding(
            Map<String, Requirement> register, TransferRules rules, Map<String, Map<String, Object>> allSchemas) {
        return with(register, allSchemas, rules, responseChannel);
    }

    private Edition with(
            Map<String, Requirement> register,
            Map<String, Map<String, Object>> allSchemas,
            TransferRules rules,
            ResponseChannel channel) {
        return new Edition(
                id,
                title,
                document,
                defaults,
                conventions,
                registration,
                authorization,
                operations,
                callbacks,
                retrievals,
                profiles,
                messages,
                machine,
                register,
                positions,
                allSchemas,
                rules,
                channel);
    }

    /**
     * Values for what the system's description leaves out.
     *
     * @param push name of a push transfer type or profile; null for the kit's own
     * @param pull the same for a pull
     */
    public record Defaults(String push, String pull) {}

    /**
     * What holds for all messages and paths.
     *
     * @param jsonLd how messages are JSON-LD; null where they are plain JSON
     * @param flowsAreProcesses whether paths name a flow by the id of its transfer process, and no answer names another
     * @param features what only a system that declares it is held to, by the ids of their files
     */
    public record Conventions(JsonLdForm jsonLd, boolean flowsAreProcesses, Set<String> features) {

        /** Copies the ids. */
        public Conventions {
            features = features == null ? Set.of() : Set.copyOf(features);
        }

        /** Plain JSON, and flows with ids of their own. */
        public static Conventions plain() {
            return new Conventions(null, false, Set.of());
        }
    }

    /** Whether a part of the register is for systems alone that declare the capability of this id. */
    public boolean leavesToDeclare(String feature) {
        return conventions.features().contains(feature);
    }

    /** How messages are JSON-LD; empty where they are plain JSON. */
    public Optional<JsonLdForm> jsonLd() {
        return Optional.ofNullable(conventions.jsonLd());
    }

    /** The kinds of flow that the edition has operations to make. */
    public List<FlowKind> kinds() {
        return FlowKind.all().stream()
                .filter(kind -> creating().stream()
                        .anyMatch(operation -> operation.sides().contains(kind.side())))
                .toList();
    }

    /** How a control plane is registered through an endpoint, if the edition has such a thing. */
    public Optional<Registration> registered() {
        return Optional.ofNullable(registration);
    }

    /** Whether callbacks go to the endpoint that a control plane registered, wherever messages say nothing else. */
    public boolean callsBackWhereRegistered() {
        return registered().filter(Registration::takesCallbacks).isPresent();
    }

    /** The response channel that transfers may have, if the edition offers one. */
    public Optional<ResponseChannel> responses() {
        return Optional.ofNullable(responseChannel);
    }

    /** The published transfer profile that a transfer type belongs to. */
    public Optional<TransferProfile> profileOf(String transferType) {
        return profiles.values().stream()
                .filter(profile -> profile.declares(transferType))
                .findFirst();
    }

    /** Whether the register has a requirement that a test can reach. */
    public boolean asks(String requirement) {
        return requirements.containsKey(requirement)
                && requirements.get(requirement).untestable() == null;
    }

    /** An operation, if the edition has it. */
    public Optional<Operation> find(String operation) {
        return Optional.ofNullable(operations.get(operation));
    }

    /** An operation that the edition is known to have. */
    public Operation operation(String name) {
        return find(name).orElseThrow(() -> new EditionException("edition " + id + " has no operation " + name));
    }

    /** A callback that the edition is known to have. */
    public Callback callback(String name) {
        return Optional.ofNullable(callbacks.get(name))
                .orElseThrow(() -> new EditionException("edition " + id + " has no callback " + name));
    }

    /** A message that the edition is known to have. */
    public Message message(String name) {
        return Optional.ofNullable(messages.get(name))
                .orElseThrow(() -> new EditionException("edition " + id + " has no message " + name));
    }

    /** A requirement that the register is known to have. */
    public Requirement requirement(String requirement) {
        return Optional.ofNullable(requirements.get(requirement))
                .orElseThrow(() -> new EditionException("edition " + id + " has no requirement " + requirement));
    }

    /** Operations that make a new flow. */
    public List<Operation> creating() {
        return operations.values().stream().filter(Operation::creates).toList();
    }

    /** Operations that make a new flow of a kind. */
    public Operation creating(FlowKind kind) {
        return creating().stream()
                .filter(operation -> operation.sides().contains(kind.side()))
                .findFirst()
                .orElseThrow(() -> new EditionException("edition " + id + " creates no " + kind + " flow"));
    }

    /** The signals that lead a flow of a kind to a state; empty if only something outside the protocol does. */
    public Optional<List<StateMachine.Transition>> path(Given given) {
        return machine.path(given.kind(), given.state(), signal -> operation(signal)
                .sides()
                .contains(given.kind().side()));
    }

    /** The creating operation that, answered asynchronously, leaves a flow in an interim state. */
    public Optional<Operation> interimOperation(State state) {
        return creating().stream()
                .filter(operation -> operation
                        .asynchronousAnswer()
                        .filter(answer -> state.name().equals(answer.state()))
                        .isPresent())
                .findFirst();
    }

    /** Operations that may move a flow, in the order of the document. */
    public Collection<Operation> signals() {
        return operations.values().stream()
                .filter(operation -> operation.answer().state() != null)
                .toList();
    }

    /** The whole state × signal table, for every kind of flow. */
    public List<Cell> cells() {
        var cells = new ArrayList<Cell>();
        for (var kind : kinds()) {
            for (var state : machine.observable(kind)) {
                for (var signal : signals()) {
                    cells.add(new Cell(kind, state, signal, machine.expectation(kind, state, signal)));
                }
            }
        }
        return cells;
    }
}
