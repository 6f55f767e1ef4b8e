package org.dpstck.reference.edition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dpstck.reference.flow.DataAddress;
import org.dpstck.reference.flow.Direction;
import org.dpstck.reference.flow.Side;
import org.dpstck.reference.flow.Signal;
import org.dpstck.reference.http.Operation;

/**
 * What distinguishes one edition of the specification from another.
 *
 * @param id as the project names the edition
 * @param routes the operations it has, with method and path
 * @param required the required properties of each message; {@code claims} is an object, every other one a string
 * @param namesCallbacks whether a message may say where callbacks go, which otherwise only a registration does
 * @param naming how a transfer is named
 * @param status how answers and callbacks identify themselves
 * @param completedHasBody whether the {@code completed} callback carries a message
 * @param wireFailure what a failure of the wire that is reported as {@code errored} does to the flow
 * @param startOpensConsumer whether a pull start that brings a data address is the consumer's
 * @param registration the form of a control plane's registration
 * @param authorization the authorization profiles it has
 * @param controlPlane what the control plane serves, and what it makes of it
 * @param convention what the EDC's own interface does in another way
 * @param hasHttpProfile whether there is an HTTP profile, with data addresses and token renewal of its own
 */
public record ReferenceEdition(
        String id,
        Routes<Operation> routes,
        Map<Operation, List<String>> required,
        boolean namesCallbacks,
        TransferNaming naming,
        StatusForm status,
        boolean completedHasBody,
        Signal wireFailure,
        boolean startOpensConsumer,
        RegistrationForm registration,
        AuthorizationForm authorization,
        ControlPlaneForm controlPlane,
        Convention convention,
        boolean hasHttpProfile) {

    private static final String HTTP_PROFILE = "https://w3id.org/dspace-sig/profile/http-";

    /** The required properties of an operation's message; none means that the message may be left out. */
    public List<String> required(Operation operation) {
        return required.getOrDefault(operation, List.of());
    }

    /** Whose flow a start opens. */
    public Side startSide(Direction direction, Optional<DataAddress> address) {
        boolean consumer = startOpensConsumer && direction == Direction.PULL && address.isPresent();
        return consumer ? Side.CONSUMER : Side.PROVIDER;
    }

    /** Whether a transfer of this name follows the HTTP profile. */
    public boolean usesHttpProfile(String transferName) {
        return hasHttpProfile && transferName.startsWith(HTTP_PROFILE);
    }
}
