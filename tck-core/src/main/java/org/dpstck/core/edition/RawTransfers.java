package org.dpstck.core.edition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dpstck.core.edition.RawEdition.RawMachine;
import org.dpstck.core.edition.RawEdition.RawMessage;
import org.dpstck.core.edition.RawEdition.RawReading;
import org.dpstck.core.edition.RawEdition.RawRequirement;
import org.dpstck.core.edition.RawEdition.RawTransition;

/** The files about control planes as they are written. */
final class RawTransfers {

    private RawTransfers() {}

    /** The file {@code control-plane.yaml} of an edition. */
    record RawControlPlane(
            String party,
            Map<String, LinkedHashMap<String, String>> signals,
            String pushAddress,
            List<TransferRules.Alternative> alternatives,
            Map<String, List<String>> due,
            String furtherType,
            Registration registration,
            RawCallbacks callbacks,
            LinkedHashMap<String, RawMessage> messages,
            List<RawRequirement> requirements) {}

    record RawCallbacks(List<RawTransition> transitions, List<RawReading> readings) {}

    /** The file {@code protocol.yaml} of a form of the transfer process. */
    record RawProtocol(
            String id,
            String title,
            String document,
            Map<String, String> ids,
            List<String> carries,
            LinkedHashMap<String, RawTransferMessage> messages,
            String process,
            String error,
            TransferProtocol.Get get,
            TransferProtocol.Catalog catalog,
            RawMachine machine,
            List<RawRequirement> requirements) {}

    record RawTransferMessage(
            String type,
            Set<Side> sentBy,
            String path,
            int status,
            String state,
            String section,
            String anchor,
            Map<String, Object> sends,
            Set<Direction> dataAddress) {

        TransferMessage named(String name) {
            return new TransferMessage(
                    name,
                    type,
                    Set.copyOf(sentBy),
                    path,
                    status,
                    state,
                    section,
                    anchor,
                    sends,
                    dataAddress == null ? Set.of() : Set.copyOf(dataAddress));
        }
    }

    record RawForms(@com.fasterxml.jackson.annotation.JsonProperty("default") String preferred, List<String> forms) {}
}
