package org.puente.kit.identity;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.puente.identity.Tokens;

/** A provider named by its address alone, that keeps roles where Keycloak does. */
@QuarkusTest
@TestProfile(ProviderTest.ByDiscovery.class)
@WithTestResource(value = Provider.class, scope = TestResourceScope.MATCHING_RESOURCES)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
public class ProviderTest {

    public static class ByDiscovery implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.ofEntries(
                    Map.entry("quarkus.oidc.roles.role-claim-path", "realm_access/roles"),
                    Map.entry("quarkus.oidc.token.forced-jwk-refresh-interval", "1S"),
                    Map.entry("quarkus.http.idle-timeout", "4s"),
                    Map.entry("quarkus.http.cors.enabled", "true"),
                    Map.entry("quarkus.http.cors.origins", "https://news.example"),
                    Map.entry("puente.client.trusted-proxies", "127.0.0.1"),
                    Map.entry("puente.rate.address", "100"),
                    Map.entry("puente.rate.per", "60s"),
                    Map.entry("puente.rate.subject", "150"),
                    Map.entry("puente.limits.header-patience", "2s"),
                    Map.entry("puente.limits.slow-body-patience", "1s"));
        }
    }

    /** What {@link Provider} answers. */
    public static String provider(String what) {
        String issuer = ConfigProvider.getConfig().getValue("quarkus.oidc.auth-server-url", String.class);
        return given().get(issuer + "/" + what).asString();
    }

    @Test
    @Order(1)
    void itsTokensAreBelieved() {
        given().auth()
                .oauth2(provider("token?roles=librarian"))
                .post("/books/1/lend")
                .then()
                .statusCode(200)
                .body(equalTo("\"ana\""));
        given().auth()
                .oauth2(provider("token?roles=reader"))
                .post("/books/1/lend")
                .then()
                .statusCode(403);
    }

    @Test
    @Order(2)
    void nobodyElsesAre() {
        given().auth()
                .oauth2(Tokens.of("librarian"))
                .post("/books/1/lend")
                .then()
                .statusCode(401);
    }

    @Test
    @Order(3)
    void aNewKeyOfItsIsFetchedAndTheOldOneForgotten() {
        String old = provider("token?roles=librarian");
        provider("rotate?id=second");
        await().atMost(20, SECONDS)
                .until(() -> given().auth()
                                .oauth2(provider("token?roles=librarian"))
                                .post("/books/1/lend")
                                .statusCode()
                        == 200);
        await().atMost(20, SECONDS)
                .until(() -> given().auth().oauth2(old).post("/books/1/lend").statusCode() == 401);
    }

    @Test
    @Order(4)
    void whileItCanNotBeReachedATokenOfAnUnknownKeyIsNobodysFaultAndReadsGoOn() {
        provider("rotate?id=third");
        String token = provider("token?roles=librarian");
        provider("hide?keys=true");
        try {
            await().atMost(20, SECONDS).untilAsserted(() -> given().auth()
                    .oauth2(token)
                    .post("/books/1/lend")
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", "1")
                    .body("detail", equalTo("Tokens can't be checked at present")));
            given().get("/books").then().statusCode(200);
            given().post("/books/1/lend").then().statusCode(401);
        } finally {
            provider("hide?keys=false");
        }
        await().atMost(20, SECONDS)
                .until(() -> given().auth().oauth2(token).post("/books/1/lend").statusCode() == 200);
    }
}
