package org.puente.gateway;

import static io.restassured.RestAssured.when;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(EncryptedUpstreamTest.OfItsOwn.class)
@WithTestResource(value = EncryptedService.class, scope = TestResourceScope.MATCHING_RESOURCES)
class EncryptedUpstreamTest {

    public static class OfItsOwn implements QuarkusTestProfile {}

    @Test
    void theGatewayKnowsTheServiceByItsCertificateAndShowsItsOwn() {
        when().get("/api/v1/releases/1").then().statusCode(200).body("encrypted", equalTo(true));
    }

    @Test
    void withoutACertificateOfItsOwnTheGatewayIsNotLetInAndSaysNothingOfWhy() {
        when().get("/api/v1/agreements/x")
                .then()
                .statusCode(502)
                .contentType("application/problem+json")
                .body("title", equalTo("Bad Gateway"));
    }

    @Test
    void renewedCertificatesAreShownAndBelievedWithoutARestart() {
        when().get("/api/v1/releases/renewal").then().statusCode(200);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> when().get("/api/v1/releases/1").asString(), containsString("\"renewed\":true"));
    }
}
