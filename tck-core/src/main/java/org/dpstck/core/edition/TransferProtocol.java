package org.dpstck.core.edition;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A form of the protocol by which two control planes agree on a transfer process, as a value.
 *
 * @param id like {@code 2025-1}
 * @param title for people
 * @param document name of the document
 * @param ids members that name the process in what the system sends, by side
 * @param carries members that every message about a process carries
 * @param messages by name, in the order of the document
 * @param process name of the message that acknowledges
 * @param error name of the message that refuses
 * @param get where the state of a process is asked for
 * @param catalogued how the catalogue is asked for; null where the kit does not know
 * @param machine states of a process, and what messages do to it
 * @param requirements the register, by id, in the order of the document
 * @param schemas every JSON Schema of the form, by its file name
 */
public record TransferProtocol(
        String id,
        String title,
        String document,
        Map<Side, String> ids,
        List<String> carries,
        Map<String, TransferMessage> messages,
        String process,
        String error,
        Get get,
        Catalog catalogued,
        StateMachine machine,
        Map<String, Requirement> requirements,
        Map<String, Map<String, Object>> schemas) {

    /**
     * Where the state of a process is asked for.
     *
     * @param path below the base address, with {@code {pid}}
     * @param status of the answer
     */
    public record Get(String path, int status) {}

    /**
     * How the catalogue of a provider is asked for, by POST.
     *
     * @param path below the base address
     * @param status of the answer
     * @param sends the request in its plain form
     */
    public record Catalog(String path, int status, Map<String, Object> sends) {}

    /** How the catalogue is asked for, if the kit knows it of this form. */
    public Optional<Catalog> catalog() {
        return Optional.ofNullable(catalogued);
    }

    /** A message that the form is known to have. */
    public TransferMessage message(String name) {
        return Optional.ofNullable(messages.get(name))
                .orElseThrow(() -> new EditionException("transfer process " + id + " has no message " + name));
    }

    /** The messages that a side is sent by the other one, in the order of the document. */
    public List<TransferMessage> sentTo(Side side) {
        return messages.values().stream()
                .filter(message -> message.sentBy().contains(side.other()))
                .toList();
    }

    /** The schema of a message, by its type. */
    public Map<String, Object> schema(String type) {
        return schemas.get(type + ".schema.json");
    }

    /** Members that a message requires, in the order of its schema. */
    @SuppressWarnings("unchecked")
    public List<String> required(String type) {
        return (List<String>) schema(type).getOrDefault("required", List.of());
    }
}
