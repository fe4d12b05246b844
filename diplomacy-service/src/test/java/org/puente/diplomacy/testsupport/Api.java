package org.puente.diplomacy.testsupport;

import static io.restassured.RestAssured.given;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.restassured.OpenApiValidationFilter;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** Requests whose every answer is held against the OpenAPI document that the service itself gives. */
public final class Api {

    private static OpenApiValidationFilter filter;

    private Api() {}

    /** A request of the public. */
    public static RequestSpecification anyone() {
        return given().filter(documented());
    }

    /** A request with this token. */
    public static RequestSpecification as(String token) {
        return anyone().auth().oauth2(token);
    }

    /** Starts a record as a draft. */
    public static Response create(String collection, String editor, Map<String, ?> document) {
        return as(Tokens.editor(editor))
                .contentType(ContentType.JSON)
                .body(document)
                .post("/v1/" + collection);
    }

    /** Writes a new draft on top of the newest version. */
    public static Response replace(String address, String editor, String reason, Map<String, ?> document) {
        return as(Tokens.editor(editor))
                .contentType(ContentType.JSON)
                .header("If-Match", tagOf(address))
                .queryParam("reason", reason)
                .body(document)
                .put(address);
    }

    /** Reviews and publishes the newest version. */
    public static void publish(String address, String reviewer) {
        for (String move : new String[] {"review", "publish"}) {
            as(Tokens.reviewer(reviewer))
                    .header("If-Match", tagOf(address))
                    .post(address + "/" + move)
                    .then()
                    .statusCode(200);
        }
    }

    /** The entity tag of the newest version. */
    public static String tagOf(String address) {
        return as(Tokens.editor("anyone"))
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    private static synchronized OpenApiValidationFilter documented() {
        if (filter == null) {
            String document = given().accept(ContentType.JSON).get("/openapi").asString();
            // Tests send wrong requests on purpose; it is the answers that must be as documented.
            LevelResolver answersOnly = LevelResolver.create()
                    .withLevel("validation.request", ValidationReport.Level.IGNORE)
                    .build();
            filter = new OpenApiValidationFilter(OpenApiInteractionValidator.createForInlineApiSpecification(document)
                    .withLevelResolver(answersOnly)
                    .build());
        }
        return filter;
    }
}
