package org.dpstck.core.edition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A message of the protocol.
 *
 * @param name like {@code DataFlowStartMessage}
 * @param section heading of the document
 * @param anchor fragment of the heading
 * @param sends its plain form: member to value, with placeholders; empty for messages the suite never sends
 * @param carriesDataAddress kinds of flow for which the plain form carries a data address
 * @param dataAddressDue where the message, as an answer or a callback, has to carry a data address
 * @param disputed members that are required by one text and not by another, with the position that decides
 * @param only members of the plain form that go with some kinds of flow alone, with the ids of these kinds
 * @param schema its JSON Schema, as a tree of maps and lists
 */
public record Message(
        String name,
        String section,
        String anchor,
        Map<String, Object> sends,
        Set<String> carriesDataAddress,
        List<AddressDue> dataAddressDue,
        Map<String, Integer> disputed,
        Map<String, Set<String>> only,
        Map<String, Object> schema) {

    /**
     * A place where an answer has to carry a data address.
     *
     * @param kind id of the kind of flow
     * @param state name of the reported state
     * @param requirement id in the register
     */
    public record AddressDue(String kind, String state, String requirement) {}

    /** Where it has to carry a data address about a kind of flow; the first place, empty if there is none. */
    public Optional<AddressDue> addressDue(FlowKind kind) {
        return dataAddressDue.stream()
                .filter(due -> due.kind().equals(kind.id()))
                .findFirst();
    }

    /** Whether the plain form of a message about a kind of flow has a member. */
    public boolean sends(String member, FlowKind kind) {
        return sends.containsKey(member)
                && (!only.containsKey(member) || only.get(member).contains(kind.id()));
    }

    /** Whether the document says anything of its members. */
    public boolean defined() {
        return schema.get("properties") instanceof Map<?, ?> properties && !properties.isEmpty();
    }

    /** Whether the document names a member of it. */
    public boolean declares(String member) {
        return schema.get("properties") instanceof Map<?, ?> properties && properties.containsKey(member);
    }

    /** Whether a member that the document names is an object. */
    public boolean isObject(String member) {
        return schema.get("properties") instanceof Map<?, ?> properties
                && properties.get(member) instanceof Map<?, ?> about
                && "object".equals(about.get("type"));
    }

    /** Members that the schema requires, in its order. */
    @SuppressWarnings("unchecked")
    public List<String> required() {
        return (List<String>) schema.getOrDefault("required", List.of());
    }
}
