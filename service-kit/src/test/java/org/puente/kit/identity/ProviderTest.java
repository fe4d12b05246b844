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
            return Map.of(
                    "quarkus.oidc.roles.role-claim-path", "realm_access/roles",
                    "quarkus.oidc.token.forced-jwk-refresh-interval", "1S",
                    "puente.client.trusted-proxies", "127.0.0.1",
                    "puente.rate.address", "100",
                    "puente.rate.per", "60s",
                    "puente.rate.subject", "150",
                    "puente.limits.slow-body-patience", "1s");
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
}
