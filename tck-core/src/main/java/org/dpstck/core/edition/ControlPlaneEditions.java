package org.dpstck.core.edition;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dpstck.core.edition.RawEdition.RawRequirement;
import org.dpstck.core.edition.RawTransfers.RawControlPlane;
import org.dpstck.core.edition.RawTransfers.RawForms;
import org.dpstck.core.edition.RawTransfers.RawProtocol;

/**
 * Loads editions as they bind a control plane: with the register of its half, and of a form of the transfer process.
 *
 * <p>A run against a control plane has two names: the edition of Data Plane Signaling, and the form of the Dataspace Protocol.
 */
public final class ControlPlaneEditions {

    private static final String PARTY = "control-plane";
    private static final String FORMS = Editions.ROOT + "transfer-process/";

    private final Editions editions;

    /** A loader beside the one for data planes. */
    public ControlPlaneEditions(Editions editions) {
        this.editions = editions;
    }

    /** Ids of the editions by which control planes are judged, newest first. */
    public List<String> ids() {
        return editions.ids().stream().filter(id -> raw(id).signals() != null).toList();
    }

    /** Ids of the forms of the transfer process, newest first. */
    public List<String> forms() {
        return index().forms();
    }

    /** Id of the form that is judged by when none is named. */
    public String defaultForm() {
        return index().preferred();
    }

    /**
     * An edition whose requirements are those that bind a control plane.
     *
     * @param id of the edition
     * @param form of the transfer process; null for the default
     * @throws EditionException if there is no such edition or form, or their files are faulty
     */
    public Edition load(String id, String form) {
        var base = editions.load(id);
        var folder = folder(id);
        var raw = raw(id);
        if (raw.signals() == null) {
            throw new EditionException("edition " + id + " has no case for control planes yet; editions that have: "
                    + String.join(", ", ids()));
        }
        var protocol = protocol(form == null ? defaultForm() : form);
        var schemas = new LinkedHashMap<>(base.schemas());
        raw.messages()
                .keySet()
                .forEach(name -> schemas.put(
                        name + ".schema.json", editions.tree(folder + "messages/" + name + ".schema.json")));
        schemas.putAll(protocol.schemas());
        var messages = Editions.named(
                raw.messages(), (name, it) -> it.named(name, schemas.get(name + ".schema.json"), raw.messages()));
        var register = new LinkedHashMap<String, Requirement>();
        add(register, raw.requirements(), id);
        if (base.responses().isPresent()) {
            add(register, RawResponseChannel.read(editions).controlPlane(), id);
        }
        protocol.requirements().forEach((key, requirement) -> {
            if (register.put(key, requirement) != null) {
                throw new EditionException("requirement " + key + " stands in " + id + " and in " + protocol.id());
            }
        });
        var rules = new TransferRules(
                protocol,
                bySide(raw.signals()),
                new TransferRules.Naming(raw.pushAddress(), raw.alternatives(), raw.due(), raw.furtherType()),
                raw.registration(),
                messages,
                machine(protocol, raw));
        var edition = base.binding(register, rules, schemas);
        TransferChecks.check(edition);
        return edition;
    }

    private RawControlPlane raw(String id) {
        return editions.read(folder(id) + "control-plane.yaml", RawControlPlane.class);
    }

    private static String folder(String id) {
        return Editions.ROOT + "editions/" + id + "/";
    }

    private RawForms index() {
        return editions.read(FORMS + "index.yaml", RawForms.class);
    }

    private TransferProtocol protocol(String form) {
        if (!forms().contains(form)) {
            throw new EditionException(
                    "unknown form " + form + " of the transfer process; known forms: " + String.join(", ", forms()));
        }
        var folder = FORMS + form + "/";
        var raw = editions.read(folder + "protocol.yaml", RawProtocol.class);
        var schemas = new LinkedHashMap<String, Map<String, Object>>();
        var names = new ArrayList<>(raw.messages().values().stream()
                .map(RawTransfers.RawTransferMessage::type)
                .toList());
        names.addAll(List.of(raw.process(), raw.error(), "TransferDataAddress"));
        names.forEach(name ->
                schemas.put(name + ".schema.json", editions.tree(folder + "messages/" + name + ".schema.json")));
        var register = new LinkedHashMap<String, Requirement>();
        add(register, raw.requirements(), form);
        return new TransferProtocol(
                raw.id(),
                raw.title(),
                raw.document(),
                bySide(raw.ids()),
                List.copyOf(raw.carries()),
                Editions.named(raw.messages(), (name, it) -> it.named(name)),
                raw.process(),
                raw.error(),
                raw.get(),
                raw.catalog(),
                raw.machine().machine(),
                register,
                schemas);
    }

    private static <T> Map<Side, T> bySide(Map<String, ? extends T> raw) {
        var sides = new EnumMap<Side, T>(Side.class);
        raw.forEach((name, it) -> sides.put(Side.valueOf(name.toUpperCase(Locale.ROOT)), it));
        return sides;
    }

    private static void add(Map<String, Requirement> register, List<RawRequirement> raw, String where) {
        raw.forEach(each -> {
            if (register.put(each.id(), each.bindingOn(PARTY)) != null) {
                throw new EditionException("requirement " + each.id() + " stands twice in " + where);
            }
        });
    }

    /** Messages move a process and so do callbacks: one table. */
    private static StateMachine machine(TransferProtocol protocol, RawControlPlane raw) {
        var own = protocol.machine();
        var transitions = new ArrayList<>(own.transitions());
        raw.callbacks().transitions().forEach(it -> transitions.add(it.transition()));
        var readings = new ArrayList<>(own.readings());
        raw.callbacks().readings().forEach(it -> readings.add(it.reading()));
        return new StateMachine(
                own.section(),
                own.anchor(),
                own.states(),
                transitions,
                readings,
                own.refusedOtherwise(),
                own.refusedInTerminal());
    }
}
