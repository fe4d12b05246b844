package org.puente.statistics.testsupport;

import static io.restassured.RestAssured.given;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.restassured.OpenApiValidationFilter;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** Requests whose every answer is held against the OpenAPI document that the service itself gives. */
public final class Documented {

    private static OpenApiValidationFilter filter;

    private Documented() {}

    /** A request of the public whose address is sent as it is written. */
    public static RequestSpecification client() {
        return given().urlEncodingEnabled(false).filter(documented());
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
