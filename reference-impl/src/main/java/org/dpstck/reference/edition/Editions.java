package org.dpstck.reference.edition;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dpstck.reference.flow.Signal;
import org.dpstck.reference.http.Operation;

/** The editions that the reference planes speak, oldest first. */
public final class Editions {

    private static final List<String> MESSAGE_ID = List.of("messageId");

    /** What prepare and start require in every edition that says what they require. */
    private static final List<String> BASE = List.of(
            "messageId",
            "participantId",
            "counterPartyId",
            "dataspaceContext",
            "processId",
            "agreementId",
            "datasetId");

    private static final ReferenceEdition DRAFT_2025_08 = new ReferenceEdition(
            "2025-08",
            byPost(Routes.common()
                    .and(Operation.START_FLOW, "POST", "/dataflows/:id/start")
                    .and(Operation.STATUS, "GET", "/dataflows/:id")),
            // The document defines no message; these two are what no data plane could do without.
            opening(List.of("processId", "transferType")),
            true,
            TransferNaming.FORWARD_AND_RESPONSE,
            StatusForm.DATAPLANE_ID,
            true,
            Signal.WIRE_FAILED,
            true,
            RegistrationForm.LIST_OF_AUTHORIZATIONS,
            AuthorizationForm.SECRETS,
            ControlPlaneForm.DRAFT_2025_08,
            Convention.SIGNALING,
            false);

    /** The edition that is spoken unless another one is asked for. */
    public static final ReferenceEdition DEFAULT = new ReferenceEdition(
            "2026-02",
            byPost(Routes.common()
                    .and(Operation.STARTED, "POST", "/dataflows/:id/started")
                    .and(Operation.STATUS, "GET", "/dataflows/:id/status")),
            opening(plus("callbackAddress", "transferType")),
            true,
            TransferNaming.ENDING,
            StatusForm.DATAPLANE_ID,
            false,
            Signal.WIRE_FAILED,
            false,
            RegistrationForm.LIST_OF_AUTHORIZATIONS,
            AuthorizationForm.SECRETS,
            ControlPlaneForm.DRAFT_2026_02,
            Convention.SIGNALING,
            false);

    private static final ReferenceEdition RC1 = new ReferenceEdition(
            "1.0-RC1",
            candidate(),
            // The schema does not list callbackAddress; the table does, and the text stands above the schema.
            with(
                    opening(plus("callbackAddress", "transferType", "claims")),
                    Operation.RESUME,
                    List.of("messageId", "processId")),
            true,
            TransferNaming.ENDING,
            StatusForm.DATAPLANE_ID,
            false,
            Signal.WIRE_BROKEN,
            false,
            RegistrationForm.ONE_AUTHORIZATION,
            AuthorizationForm.CLAIMS,
            ControlPlaneForm.RC1,
            Convention.SIGNALING,
            false);

    private static final ReferenceEdition RC2 = new ReferenceEdition(
            "1.0-RC2",
            candidate(),
            identified(opening(plus("callbackAddress", "transferType", "claims"))),
            true,
            TransferNaming.ENDING,
            StatusForm.MESSAGE_ID,
            true,
            Signal.WIRE_BROKEN,
            false,
            RegistrationForm.ONE_AUTHORIZATION,
            AuthorizationForm.KEYS,
            ControlPlaneForm.RC2,
            Convention.SIGNALING,
            false);

    private static final ReferenceEdition RC3 = new ReferenceEdition(
            "1.0-RC3",
            candidate(),
            identified(opening(plus("profile", "claims"))),
            false,
            TransferNaming.PROFILE_URL,
            StatusForm.MESSAGE_ID,
            true,
            Signal.WIRE_BROKEN,
            false,
            RegistrationForm.ONE_AUTHORIZATION,
            AuthorizationForm.KEYS_AND_EXCHANGE,
            ControlPlaneForm.RC2,
            Convention.SIGNALING,
            true);

    private static final ReferenceEdition EDC_1 = new ReferenceEdition(
            "edc-1",
            Routes.<Operation>none()
                    .and(Operation.START, "POST", "/v1/dataflows")
                    .and(Operation.SUSPEND, "POST", "/v1/dataflows/:id/suspend")
                    .and(Operation.TERMINATE, "POST", "/v1/dataflows/:id/terminate")
                    .and(Operation.STATUS, "GET", "/v1/dataflows/:id/state")
                    .and(Operation.CHECK, "GET", "/v1/dataflows/check"),
            // No table says so; these three are what no data plane could do without.
            Map.of(Operation.START, List.of("processId", "transferType", "sourceDataAddress")),
            false,
            TransferNaming.ENDING,
            StatusForm.DATAPLANE_ID,
            false,
            Signal.WIRE_FAILED,
            false,
            RegistrationForm.ONE_AUTHORIZATION,
            AuthorizationForm.SECRETS,
            ControlPlaneForm.EDC,
            Convention.EDC,
            false);

    private static final List<ReferenceEdition> ALL = List.of(EDC_1, DRAFT_2025_08, DEFAULT, RC1, RC2, RC3);

    private Editions() {}

    /** Every edition, oldest first. */
    public static List<ReferenceEdition> all() {
        return ALL;
    }

    /** The edition with this id, which is compared letter by letter. */
    public static Optional<ReferenceEdition> byId(String id) {
        return ALL.stream().filter(edition -> edition.id().equals(id)).findFirst();
    }

    private static Routes<Operation> byPost(Routes<Operation> routes) {
        return routes.and(Operation.REGISTER, "POST", "/controlplanes/registration")
                .and(Operation.REPLACE_REGISTRATION, "PUT", "/controlplanes/:id/registration")
                .and(Operation.DELETE_REGISTRATION, "DELETE", "/controlplanes/:id/registration");
    }

    private static Routes<Operation> candidate() {
        return Routes.common()
                .and(Operation.STARTED, "POST", "/dataflows/:id/started")
                .and(Operation.RESUME, "POST", "/dataflows/:id/resume")
                .and(Operation.STATUS, "GET", "/dataflows/:id/status")
                .and(Operation.REGISTER, "PUT", "/controlplanes")
                .and(Operation.DELETE_REGISTRATION, "DELETE", "/controlplanes/:id");
    }

    private static List<String> plus(String... more) {
        List<String> names = new ArrayList<>(BASE);
        names.addAll(List.of(more));
        return List.copyOf(names);
    }

    private static Map<Operation, List<String>> opening(List<String> names) {
        return Map.of(Operation.PREPARE, names, Operation.START, names);
    }

    private static Map<Operation, List<String>> identified(Map<Operation, List<String>> required) {
        Map<Operation, List<String>> all = required;
        for (Operation signal : List.of(Operation.STARTED, Operation.SUSPEND, Operation.RESUME, Operation.TERMINATE)) {
            all = with(all, signal, MESSAGE_ID);
        }
        return all;
    }

    private static Map<Operation, List<String>> with(
            Map<Operation, List<String>> required, Operation operation, List<String> names) {
        Map<Operation, List<String>> all = new EnumMap<>(required);
        all.put(operation, names);
        return Map.copyOf(all);
    }
}
