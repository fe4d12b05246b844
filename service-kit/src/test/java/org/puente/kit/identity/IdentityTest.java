package org.puente.kit.identity;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.puente.identity.Claims;
import org.puente.identity.Forged;
import org.puente.identity.Tokens;

@QuarkusTest
class IdentityTest {

    @Test
    void aWriteWithoutATokenIsChallenged() {
        when().post("/books/1/lend")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer")
                .body("detail", equalTo("This needs a valid bearer token"));
    }

    @Test
    void aTokenWithoutTheRoleIsNotEnough() {
        given().auth()
                .oauth2(Tokens.of("reader"))
                .post("/books/1/lend")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("detail", equalTo("The token is valid, but its roles don't allow this"));
    }

    @Test
    void theRoleOpensTheDoorInTheNameOfItsSubject() {
        given().auth()
                .oauth2(Tokens.as("ana", "librarian"))
                .post("/books/1/lend")
                .then()
                .statusCode(200)
                .body(equalTo("\"ana\""));
    }

    @ParameterizedTest
    @EnumSource
    void aForgedTokenIsWorthNothing(Forged forged) {
        var answer = given().auth().oauth2(forged.token("librarian", "admin")).post("/books/1/lend");
        answer.then().statusCode(401).header("WWW-Authenticate", "Bearer");
        assertThat(answer.asString()).doesNotContain("jose4j", "Exception", "signature", "expired");
    }

    /** Someone who believes to be known must not be answered as if they were anybody. */
    @ParameterizedTest
    @EnumSource
    void aForgedTokenIsRefusedWhereNoneIsNeeded(Forged forged) {
        given().auth()
                .oauth2(forged.token("librarian"))
                .get("/books")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer")
                .body("instance", equalTo("/books"));
    }

    @Test
    void clocksMayDifferByHalfAMinute() {
        for (var late : Map.of(20, 200, 40, 401).entrySet()) {
            Map<String, Object> claims = Claims.of("ana", Duration.ofMinutes(1), List.of("librarian"));
            claims.put("iat", Instant.now().minusSeconds(300).getEpochSecond());
            claims.put("exp", Instant.now().minusSeconds(late.getKey()).getEpochSecond());
            given().auth()
                    .oauth2(Tokens.key().sign(claims))
                    .post("/books/1/lend")
                    .then()
                    .statusCode(late.getValue());
        }
    }

    @Test
    void aWriteThatNobodyDeclaredIsOpenToNobody() {
        given().auth()
                .oauth2(Tokens.of("admin"))
                .post("/books/1/undeclared")
                .then()
                .statusCode(403);
    }
}
