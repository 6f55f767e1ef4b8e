package org.dpstck.reference.message;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dpstck.reference.edition.Editions;
import org.dpstck.reference.edition.ReferenceEdition;
import org.dpstck.reference.edition.TransferNaming;
import org.dpstck.reference.flow.DataAddress;
import org.dpstck.reference.flow.DataFlow;
import org.dpstck.reference.flow.Direction;
import org.dpstck.reference.flow.FlowRequest;
import org.dpstck.reference.flow.FlowState;
import org.dpstck.reference.flow.Pace;
import org.dpstck.reference.flow.Side;
import org.dpstck.reference.flow.Wishes;
import org.dpstck.reference.hook.Hooks;
import org.dpstck.reference.hook.Rule;
import org.dpstck.reference.http.Operation;
import org.dpstck.reference.http.Refusal;
import org.dpstck.reference.http.Refusal.Kind;
import org.dpstck.reference.http.Request;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the messages of the control plane and refuses what breaks the tables of an edition.
 *
 * <p>Properties that no table names are ignored.
 */
public final class MessageReader {

    /** The required properties that prepare and start share in the default edition, in the order of their tables. */
    public static final List<String> REQUIRED = Editions.DEFAULT.required(Operation.PREPARE);

    /** The wire of this plane is HTTP; the other two are names for the same thing that tests use. */
    private static final Set<String> SERVED = Set.of("http", "httpdata", "test", "other");

    private static final Set<String> OBJECTS = Set.of("claims", SourcedStart.SOURCE);
    private static final String CALLBACK = "callbackAddress";
    private static final String PROCESS = "processId";

    private final ReferenceEdition edition;
    private final HttpProfile profile;
    private final Hooks hooks;

    /** Reads the messages of {@code edition}; the hooks say which rules of its HTTP profile are kept. */
    public MessageReader(ReferenceEdition edition, Hooks hooks) {
        this.edition = edition;
        this.profile = new HttpProfile(edition, hooks);
        this.hooks = hooks;
    }

    /**
     * Reads a prepare message.
     *
     * @throws Refusal if it is not one
     */
    public FlowRequest prepare(Request request) throws Refusal {
        // A data address is no property of prepare: like any unknown one it is ignored.
        return flowRequest(message(request, Operation.PREPARE), Optional.empty());
    }

    /**
     * Reads a start message, with the rules on its data address: push needs one, a provider's pull must not bring one.
     *
     * @throws Refusal if it is not one
     */
    public FlowRequest start(Request request) throws Refusal {
        ObjectNode message = message(request, Operation.START);
        if (edition.convention().relays()) {
            return flowRequest(message, Optional.empty());
        }
        FlowRequest read = flowRequest(message, DataAddresses.read(message));
        if (edition.startSide(read.direction(), read.dataAddress()) == Side.PROVIDER) {
            checkAddress(read.direction() == Direction.PUSH, read.dataAddress(), "start");
        }
        profile.check(read.transferName(), read.dataAddress(), message);
        return read;
    }

    /**
     * Reads a message that may bring the address of the other side to a flow that exists.
     *
     * @throws Refusal if it is not one
     */
    public ObjectNode signal(Request request, Operation operation) throws Refusal {
        return message(request, operation);
    }

    /**
     * Reads the data address of a message to {@code flow}.
     *
     * @throws Refusal if it is there and is not one
     */
    public Optional<DataAddress> address(ObjectNode message, DataFlow flow) throws Refusal {
        Optional<DataAddress> address = DataAddresses.read(message);
        profile.check(flow.request().transferName(), address, message);
        return address;
    }

    /**
     * Checks that a consumer's flow gets a data address if it is to pull, and none of a forward channel if the provider
     * pushes.
     *
     * @throws Refusal if not
     */
    public static void checkStartedAddress(FlowRequest request, Optional<DataAddress> address) throws Refusal {
        boolean response = request.responseType().isPresent()
                && address.filter(DataAddress::isOfResponsesAlone).isPresent();
        checkAddress(request.direction() == Direction.PULL, response ? Optional.empty() : address, "started");
    }

    /**
     * Checks that a flow that begins to pull now, and not after a suspension, gets a data address.
     *
     * @throws Refusal if not
     */
    public static void checkStartAddress(DataFlow flow, Optional<DataAddress> address) throws Refusal {
        if (flow.state() == FlowState.PREPARED && flow.request().direction() == Direction.PULL) {
            checkAddress(true, address, "start");
        }
    }

    /**
     * Checks that a message that names a process names the one of the flow.
     *
     * @throws Refusal if not
     */
    public static void checkProcess(ObjectNode message, DataFlow flow) throws Refusal {
        String named = message.path(PROCESS).stringValue(flow.request().processId());
        if (!named.equals(flow.request().processId())) {
            throw new Refusal(Kind.INVALID_PROPERTY, PROCESS, "processId is not the one of this data flow");
        }
    }

    /**
     * Reads a suspend or terminate message, of whose optional properties only the type of {@code reason} matters.
     *
     * @throws Refusal if it is not one
     */
    public void reason(Request request, Operation operation) throws Refusal {
        JsonNode reason = message(request, operation).path("reason");
        if (!Bodies.isAbsent(reason) && !reason.isString()) {
            throw new Refusal(Kind.MISTYPED_OPTIONAL, "reason", "reason must be a string");
        }
    }

    /**
     * Reads the request of {@code completed}: nothing, or any JSON object.
     *
     * @throws Refusal if it is neither
     */
    public void completed(Request request) throws Refusal {
        message(request, Operation.COMPLETED);
    }

    private static void checkAddress(boolean needed, Optional<DataAddress> address, String signal) throws Refusal {
        if (needed && address.isEmpty()) {
            throw new Refusal(Kind.DATA_ADDRESS_MISSING, "dataAddress", signal + " needs a dataAddress here");
        }
        if (!needed && address.isPresent()) {
            throw new Refusal(
                    Kind.DATA_ADDRESS_FORBIDDEN, "dataAddress", signal + " must not carry a dataAddress here");
        }
    }

    private ObjectNode message(Request request, Operation operation) throws Refusal {
        List<String> required = edition.required(operation);
        ObjectNode message = edition.convention().jsonLd()
                ? JsonLdMessages.object(request, required.isEmpty())
                : Bodies.object(request, required.isEmpty());
        for (String name : required) {
            if (OBJECTS.contains(name)) {
                Bodies.checkObject(message, name);
            } else {
                Bodies.string(message, name);
            }
        }
        return message;
    }

    private FlowRequest flowRequest(ObjectNode message, Optional<DataAddress> address) throws Refusal {
        checkLabels(message.path("labels"));
        JsonNode metadata = message.path("metadata");
        if (!Bodies.isAbsent(metadata) && !metadata.isObject()) {
            throw new Refusal(Kind.MISTYPED_OPTIONAL, "metadata", "metadata must be an object");
        }
        String naming = edition.naming().member();
        String transferName = message.get(naming).stringValue();
        Direction direction = edition.naming()
                .direction(transferName)
                .orElseThrow(() -> new Refusal(
                        Kind.TRANSFER_FORM,
                        naming,
                        naming + " " + edition.naming().rule()));
        if (!SERVED.contains(TransferNaming.protocol(transferName))) {
            throw new Refusal(
                    Kind.UNSERVED_TRANSFER, naming, naming + " names nothing that is served: " + transferName);
        }
        profile.checkOpening(transferName, message);
        boolean relays = edition.convention().relays();
        return new FlowRequest(
                message.get(PROCESS).stringValue(),
                message.path("participantId").stringValue(""),
                message.path("counterPartyId").stringValue(""),
                message.path("datasetId").stringValue(""),
                callbackAddress(message),
                transferName,
                direction,
                response(transferName),
                relays ? SourcedStart.destination(message, direction) : address,
                relays ? Optional.of(SourcedStart.source(message)) : Optional.empty(),
                wishes(metadata.path("reference")));
    }

    /** The response channel of this plane is HTTP, as its wire is. */
    private Optional<String> response(String transferName) throws Refusal {
        Optional<String> type = edition.naming().response(transferName);
        boolean served = type.isEmpty() || SERVED.contains(TransferNaming.protocol(type.get()));
        if (!served && hooks.keeps(Rule.RESPONSE_TYPE_SERVED)) {
            throw new Refusal(
                    Kind.UNSERVED_TRANSFER,
                    edition.naming().member(),
                    "transferType asks for a response channel of the type " + type.get() + ", and there is none");
        }
        return type;
    }

    private Optional<URI> callbackAddress(ObjectNode message) throws Refusal {
        boolean known = edition.namesCallbacks() && !Bodies.isAbsent(message.path(CALLBACK));
        return known ? Optional.of(Bodies.url(message, CALLBACK)) : Optional.empty();
    }

    private static void checkLabels(JsonNode labels) throws Refusal {
        boolean valid = Bodies.isAbsent(labels) || labels.isArray();
        for (JsonNode label : labels) {
            valid &= label.isString();
        }
        if (!valid) {
            throw new Refusal(Kind.MISTYPED_OPTIONAL, "labels", "labels must be an array of strings");
        }
    }

    private static Wishes wishes(JsonNode reference) {
        return new Wishes(
                Pace.ofWord(reference.path("answer").stringValue("")),
                reference.path("push").booleanValue(false),
                reference.path("fetch").booleanValue(false),
                reference.path("respond").booleanValue(false));
    }
}
