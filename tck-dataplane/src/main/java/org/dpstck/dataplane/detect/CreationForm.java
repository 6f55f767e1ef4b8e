package org.dpstck.dataplane.detect;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dpstck.core.edition.Direction;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Message;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.sut.SystemUnderTest;

/**
 * What a creating message of an edition looks like on the wire; editions with one form need it sent once.
 *
 * @param line method and path
 * @param sends the plain form of the message
 * @param dataAddress whether it carries a data address
 * @param type the transfer type or profile that it names
 */
record CreationForm(String line, Map<String, Object> sends, boolean dataAddress, String type) {

    /** The form of an edition for a kind of flow; empty if the edition has no such flow. */
    static Optional<CreationForm> of(Edition edition, FlowKind kind, SystemUnderTest system) {
        return operation(edition, kind).map(operation -> {
            var own = edition.defaults();
            var types = system.transferTypes().over(own.push(), own.pull());
            var type = kind.direction() == Direction.PUSH ? types.push() : types.pull();
            var message = message(edition, operation);
            return new CreationForm(
                    operation.line(),
                    message.map(Message::sends).orElse(Map.of()),
                    message.filter(it -> it.carriesDataAddress().contains(kind.id()))
                            .isPresent(),
                    type);
        });
    }

    static Optional<Operation> operation(Edition edition, FlowKind kind) {
        return edition.creating().stream()
                .filter(operation -> operation.sides().contains(kind.side()))
                .findFirst();
    }

    private static Optional<Message> message(Edition edition, Operation operation) {
        return Optional.ofNullable(operation.message()).map(edition::message);
    }

    /** Members that an edition demands in its creating message, without those that its own texts dispute. */
    static Set<String> demanded(Edition edition, FlowKind kind) {
        var demanded = new LinkedHashSet<String>();
        operation(edition, kind)
                .flatMap(operation -> message(edition, operation))
                .ifPresent(message -> {
                    demanded.addAll(message.required());
                    demanded.removeAll(message.disputed().keySet());
                });
        return demanded;
    }

    /** Members that tell the message of one edition from that of another: sent by the one alone, and not disputed there. */
    static Set<String> tellingMembers(Edition edition, Edition other, FlowKind kind) {
        var telling = new LinkedHashMap<String, Object>();
        operation(edition, kind).flatMap(it -> message(edition, it)).ifPresent(message -> {
            telling.putAll(message.sends());
            telling.keySet().removeAll(message.disputed().keySet());
        });
        operation(other, kind).flatMap(it -> message(other, it)).ifPresent(message -> telling.keySet()
                .removeAll(message.sends().keySet()));
        return telling.keySet();
    }
}
