package org.dpstck.core.edition;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The files of an edition as they are written: short forms and defaults not yet resolved. */
record RawEdition(
        String id,
        String title,
        String document,
        Edition.Defaults transferTypes,
        JsonLdForm jsonLd,
        boolean flowsAreProcesses,
        Set<String> features,
        Registration registration,
        LinkedHashMap<String, AuthorizationProfile> authorization,
        LinkedHashMap<String, RawOperation> operations,
        LinkedHashMap<String, RawCallback> callbacks,
        LinkedHashMap<String, RawRetrieval> retrievals,
        LinkedHashMap<String, RawProfile> profiles,
        RawResponseChannel.Offer responseChannel,
        LinkedHashMap<String, RawMessage> messages,
        List<String> types,
        RawMachine machine) {

    record RawOperation(
            String method,
            String path,
            String section,
            String anchor,
            Set<Side> sides,
            boolean creates,
            String message,
            Answer answer,
            Answer asynchronous) {

        Operation named(String name) {
            return new Operation(
                    name, method, path, section, anchor, Set.copyOf(sides), creates, message, answer, asynchronous);
        }
    }

    record RawCallback(
            String method,
            String path,
            String section,
            String anchor,
            String message,
            String state,
            String trigger,
            Set<String> kinds) {

        Callback named(String name) {
            return new Callback(name, method, path, section, anchor, message, state, trigger, RawEdition.kinds(kinds));
        }
    }

    record RawRetrieval(String method, String path, String section, String anchor, String message) {

        Retrieval named(String name) {
            return new Retrieval(name, method, path, section, anchor, message);
        }
    }

    record RawProfile(String push, String pull, String scheme) {

        TransferProfile named(String name) {
            return new TransferProfile(name, push, pull, scheme);
        }
    }

    record RawMessage(
            String section,
            String anchor,
            Map<String, Object> sends,
            String sendsLike,
            Set<String> dataAddress,
            List<Message.AddressDue> dataAddressDue,
            Map<String, Integer> disputed,
            Map<String, Set<String>> only) {

        Message named(String name, Map<String, Object> schema, Map<String, RawMessage> others) {
            var like = sendsLike == null ? this : others.get(sendsLike);
            var plain = like.sends();
            return new Message(
                    name,
                    section,
                    anchor,
                    plain == null ? Map.of() : plain,
                    dataAddress == null ? Set.of() : Set.copyOf(dataAddress),
                    dataAddressDue == null ? List.of() : List.copyOf(dataAddressDue),
                    like.disputed() == null ? Map.of() : Map.copyOf(like.disputed()),
                    like.only() == null ? Map.of() : Map.copyOf(like.only()),
                    schema);
        }
    }

    record RawMachine(
            String section,
            String anchor,
            List<RawState> states,
            RawRefused refused,
            List<RawTransition> transitions,
            List<RawReading> readings) {

        StateMachine machine() {
            return new StateMachine(
                    section,
                    anchor,
                    states.stream().map(RawState::state).toList(),
                    transitions.stream().map(RawTransition::transition).toList(),
                    readings.stream().map(RawReading::reading).toList(),
                    refused.otherwise(),
                    refused.terminal());
        }
    }

    record RawRefused(String otherwise, String terminal) {}

    record RawState(
            String name, List<String> aliases, boolean terminal, boolean interim, Boolean observable, Set<Side> sides) {

        State state() {
            return new State(
                    name,
                    aliases == null ? List.of() : aliases,
                    terminal,
                    interim,
                    observable == null || observable,
                    sides == null ? Set.of(Side.values()) : Set.copyOf(sides));
        }
    }

    record RawTransition(String signal, Set<String> from, String to, Set<String> kinds, String requirement) {

        StateMachine.Transition transition() {
            return new StateMachine.Transition(signal, Set.copyOf(from), to, RawEdition.kinds(kinds), requirement);
        }
    }

    record RawReading(
            String signal,
            Set<String> in,
            Set<String> kinds,
            Set<String> accepts,
            boolean silent,
            boolean strict,
            int position,
            String requirement) {

        StateMachine.Reading reading() {
            return new StateMachine.Reading(
                    signal,
                    Set.copyOf(in),
                    RawEdition.kinds(kinds),
                    accepts == null ? Set.of() : Set.copyOf(accepts),
                    silent,
                    strict,
                    position,
                    requirement);
        }
    }

    record RawRegister(String party, List<RawRequirement> requirements) {}

    record RawRequirement(
            String id,
            Level level,
            String section,
            String anchor,
            String clause,
            List<Integer> positions,
            String untestable) {

        Requirement bindingOn(String party) {
            return new Requirement(
                    id, level, party, section, anchor, clause, positions == null ? List.of() : positions, untestable);
        }
    }

    record RawPosition(
            int number,
            String title,
            List<String> editions,
            List<String> texts,
            Stance stance,
            String decision,
            String why) {

        Position position() {
            return new Position(number, title, editions, texts, stance, decision, why);
        }
    }

    record RawTopic(int from, String title) {}

    record RawPositions(List<RawTopic> topics, List<RawPosition> positions) {}

    record RawIndex(
            @com.fasterxml.jackson.annotation.JsonProperty("default") String preferred, List<String> editions) {}

    private static Set<String> kinds(Set<String> kinds) {
        if (kinds != null) {
            return Set.copyOf(kinds);
        }
        var all = new HashSet<String>();
        FlowKind.all().forEach(kind -> all.add(kind.id()));
        return Set.copyOf(all);
    }
}
