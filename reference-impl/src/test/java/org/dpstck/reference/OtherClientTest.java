package org.dpstck.reference;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

/** The data plane speaks to a client with habits of its own, too: a kept connection, a charset, a list of what it takes. */
class OtherClientTest extends PlaneTest {

    @Test
    void answersAClientThatAddsACharset() {
        var plane = opened(ReferenceDataPlane.start(ReferenceOptions.defaults()));
        var flow = asked(plane)
                .body(Message.push(inbox).json())
                .post("/dataflows/prepare")
                .then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .body("state", equalTo("PREPARED"))
                .body("dataFlowId", not(blankOrNullString()))
                .extract()
                .<String>path("dataFlowId");
        asked(plane).body("{}").post("/dataflows/{id}/started", flow).then().statusCode(200);
        asked(plane).get("/dataflows/{id}/status", flow).then().statusCode(200).body("state", equalTo("STARTED"));
        asked(plane)
                .body("{\"reason\": \"seen enough\"}")
                .post("/dataflows/{id}/terminate", flow)
                .then()
                .statusCode(200);
        asked(plane).get("/dataflows/{id}/status", flow).then().body("state", equalTo("TERMINATED"));
    }

    @Test
    void refusesWhatSuchAClientSendsByDefault() {
        var plane = opened(ReferenceDataPlane.start(ReferenceOptions.defaults()));
        given().baseUri(plane.baseUrl().toString())
                .formParam("processId", "no-json")
                .post("/dataflows/prepare")
                .then()
                .statusCode(415);
    }

    private static RequestSpecification asked(ReferenceDataPlane plane) {
        return given().baseUri(plane.baseUrl().toString()).contentType(ContentType.JSON);
    }
}
