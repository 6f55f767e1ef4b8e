package org.dpstck.reference.edition;

import static org.dpstck.reference.edition.ControlPlaneOperation.AGREEMENT;
import static org.dpstck.reference.edition.ControlPlaneOperation.COMPLETED;
import static org.dpstck.reference.edition.ControlPlaneOperation.DELETE_REGISTRATION;
import static org.dpstck.reference.edition.ControlPlaneOperation.ERRORED;
import static org.dpstck.reference.edition.ControlPlaneOperation.PREPARED;
import static org.dpstck.reference.edition.ControlPlaneOperation.REGISTER;
import static org.dpstck.reference.edition.ControlPlaneOperation.REPLACE_REGISTRATION;
import static org.dpstck.reference.edition.ControlPlaneOperation.STARTED;

import java.util.List;

/**
 * What distinguishes the control plane of one edition from that of another.
 *
 * @param routes the operations it serves, with method and path (sections "Control Plane Endpoint" and "Registration")
 * @param callback the required strings of a callback's message
 * @param completedHasMessage whether the {@code completed} callback carries that message
 * @param answer the required strings of a data plane's answer to prepare and start
 * @param erroredTerminates whether {@code errored} tells of a flow that is TERMINATED; otherwise it causes no transition
 *     and is not propagated
 * @param suspenderResumes whether only the party that has suspended a transfer may resume it
 * @param selects whether it looks after data planes as the EDC does: messages in JSON-LD that name the source, heart-beats,
 *     a choice by source and availability, requests that are repeated until they are acknowledged, no data plane of consumers
 */
public record ControlPlaneForm(
        Routes<ControlPlaneOperation> routes,
        List<String> callback,
        boolean completedHasMessage,
        List<String> answer,
        boolean erroredTerminates,
        boolean suspenderResumes,
        boolean selects) {

    private static final List<String> BY_DATAPLANE = List.of("dataplaneId", "dataFlowId", "state");
    private static final List<String> BY_MESSAGE = List.of("messageId", "dataFlowId", "state");

    // The oldest document names a message and does not define it; of its members only the state can be counted on.
    static final ControlPlaneForm DRAFT_2025_08 = new ControlPlaneForm(
            callbacks()
                    .and(REGISTER, "POST", "/dataplanes/registration")
                    .and(REPLACE_REGISTRATION, "PUT", "/dataplanes/:id/registration")
                    .and(DELETE_REGISTRATION, "DELETE", "/dataplanes/:id/registration"),
            List.of(),
            false,
            List.of("state"),
            true,
            false,
            false);

    static final ControlPlaneForm DRAFT_2026_02 = new ControlPlaneForm(
            callbacks()
                    .and(REGISTER, "POST", "/dataplanes/register")
                    .and(REPLACE_REGISTRATION, "PUT", "/dataplanes/:id")
                    .and(DELETE_REGISTRATION, "DELETE", "/dataplanes/:id"),
            BY_DATAPLANE,
            false,
            BY_DATAPLANE,
            true,
            false,
            false);

    static final ControlPlaneForm RC1 =
            new ControlPlaneForm(candidate(), BY_DATAPLANE, false, BY_DATAPLANE, false, true, false);

    static final ControlPlaneForm RC2 =
            new ControlPlaneForm(candidate(), BY_MESSAGE, true, BY_MESSAGE, false, true, false);

    // The document has no path for data planes to register at; this one is that of the software which it describes.
    static final ControlPlaneForm EDC = new ControlPlaneForm(
            Routes.<ControlPlaneOperation>none()
                    .and(REGISTER, "POST", "/v1/dataplanes")
                    .and(DELETE_REGISTRATION, "PUT", "/v1/dataplanes/:id/unregister")
                    .and(DELETE_REGISTRATION, "DELETE", "/v1/dataplanes/:id"),
            List.of(),
            false,
            List.of(),
            false,
            false,
            true);

    private static Routes<ControlPlaneOperation> callbacks() {
        return Routes.<ControlPlaneOperation>none()
                .and(PREPARED, "POST", "/transfers/:id/dataflow/prepared")
                .and(STARTED, "POST", "/transfers/:id/dataflow/started")
                .and(COMPLETED, "POST", "/transfers/:id/dataflow/completed")
                .and(ERRORED, "POST", "/transfers/:id/dataflow/errored");
    }

    private static Routes<ControlPlaneOperation> candidate() {
        return callbacks()
                .and(AGREEMENT, "GET", "/transfers/:id/agreement")
                .and(REGISTER, "PUT", "/dataplanes")
                .and(DELETE_REGISTRATION, "DELETE", "/dataplanes/:id");
    }
}
