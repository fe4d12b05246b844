package org.puente.statistics.testsupport;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import org.puente.identity.Tokens;

/** Someone who may import and withdraw. */
public final class Publisher {

    private Publisher() {}

    public static RequestSpecification asPublisher() {
        return RestAssured.given().auth().oauth2(Tokens.of("statistics-publisher"));
    }
}
