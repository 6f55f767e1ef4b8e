package org.dpstck.interop;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A control plane of EDC as its owner uses it: offers an asset, and as a consumer negotiates and transfers it. */
public final class Management {

    private static final String PROTOCOL = "dataspace-protocol-http:2025-1";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Map<String, String> CONTEXT = Map.of("@vocab", "https://w3id.org/edc/v0.0.1/ns/");
    private static final String ODRL = "http://www.w3.org/ns/odrl.jsonld";

    private final HttpClient client = HttpClient.newHttpClient();
    private final EdcControlPlane edc;
    private final Counterpart around;

    /**
     * With what stands around it.
     *
     * @param edc the control plane, which deals with itself
     * @param around where the data of assets comes from, and who hears its events
     */
    public Management(EdcControlPlane edc, Counterpart around) {
        this.edc = edc;
        this.around = around;
    }

    /** Offers data over HTTP, to anybody, and returns the id of the asset. */
    public String offer() throws IOException, InterruptedException {
        var id = UUID.randomUUID().toString();
        post(
                "/v3/assets",
                Map.of(
                        "@context",
                        CONTEXT,
                        "@id",
                        id,
                        "properties",
                        Map.of("name", "data"),
                        "dataAddress",
                        httpData("/source")));
        post(
                "/v3/policydefinitions",
                Map.of(
                        "@context",
                        CONTEXT,
                        "@id",
                        "anybody-" + id,
                        "policy",
                        Map.of("@context", ODRL, "@type", "Set")));
        post(
                "/v3/contractdefinitions",
                Map.of(
                        "@context", CONTEXT,
                        "@id", "offer-" + id,
                        "accessPolicyId", "anybody-" + id,
                        "contractPolicyId", "anybody-" + id,
                        "assetsSelector",
                                List.of(Map.of(
                                        "@type", "Criterion",
                                        "operandLeft", "https://w3id.org/edc/v0.0.1/ns/id",
                                        "operator", "=",
                                        "operandRight", id))));
        return id;
    }

    /** The transfer types that the catalogue offers for an asset, and the id of its offer. */
    public JsonNode dataset(String asset) throws IOException, InterruptedException {
        var catalogue = post(
                "/v3/catalog/request",
                Map.of(
                        "@context",
                        CONTEXT,
                        "counterPartyAddress",
                        edc.dsp().toString(),
                        "counterPartyId",
                        EdcControlPlane.PARTICIPANT,
                        "protocol",
                        PROTOCOL));
        return catalogue
                .path("dataset")
                .valueStream()
                .filter(dataset -> dataset.path("@id").asString().equals(asset))
                .findFirst()
                .orElseThrow(() -> new EdcException("the asset " + asset + " is not in the catalogue: " + catalogue));
    }

    /** Negotiates for an asset, and returns the id of the agreement. */
    public String agree(String asset) throws IOException, InterruptedException {
        var offer = dataset(asset).path("hasPolicy").path(0).path("@id").asString();
        var negotiation = post(
                "/v3/contractnegotiations",
                Map.of(
                        "@context",
                        CONTEXT,
                        "@type",
                        "ContractRequest",
                        "counterPartyAddress",
                        edc.dsp().toString(),
                        "protocol",
                        PROTOCOL,
                        "callbackAddresses",
                        events("contract.negotiation"),
                        "policy",
                        Map.of(
                                "@context", ODRL,
                                "@type", "Offer",
                                "@id", offer,
                                "assigner", EdcControlPlane.PARTICIPANT,
                                "target", asset)));
        var id = negotiation.path("@id").asString();
        return around.event(
                        "ContractNegotiationFinalized",
                        told -> told.path("contractNegotiationId").asString().equals(id))
                .path("contractAgreement")
                .path("id")
                .asString();
    }

    /** Requests a transfer, and returns its id. */
    public String transfer(String agreement, String transferType) throws IOException, InterruptedException {
        return post(
                        "/v3/transferprocesses",
                        Map.of(
                                "@context",
                                CONTEXT,
                                "@type",
                                "TransferRequest",
                                "counterPartyAddress",
                                edc.dsp().toString(),
                                "protocol",
                                PROTOCOL,
                                "contractId",
                                agreement,
                                "transferType",
                                transferType,
                                "callbackAddresses",
                                events("transfer.process"),
                                "dataDestination",
                                httpData("/destination")))
                .path("@id")
                .asString();
    }

    /** Waits until the consumer's side of a transfer has told an event. */
    public JsonNode told(String transfer, String event) throws InterruptedException {
        return around.event(
                event, told -> told.path("transferProcessId").asString().equals(transfer));
    }

    public void terminate(String transfer) throws IOException, InterruptedException {
        post("/v3/transferprocesses/" + transfer + "/terminate", Map.of("@context", CONTEXT, "reason", "enough"));
    }

    private JsonNode post(String path, Map<String, ?> body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(edc.management() + path))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(10))
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new EdcException(path + " gave " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
    }

    private Map<String, String> httpData(String path) {
        return Map.of(
                "@type",
                "DataAddress",
                "type",
                "HttpData",
                "baseUrl",
                around.at(path).toString());
    }

    private List<Map<String, Object>> events(String kind) {
        return List.of(Map.of("uri", around.at("/events").toString(), "events", List.of(kind), "transactional", false));
    }
}
