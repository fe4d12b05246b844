package org.puente.diplomacy.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.puente.diplomacy.testsupport.Api.anyone;
import static org.puente.diplomacy.testsupport.Api.as;
import static org.puente.diplomacy.testsupport.Api.create;
import static org.puente.diplomacy.testsupport.Api.publish;
import static org.puente.diplomacy.testsupport.Api.replace;
import static org.puente.diplomacy.testsupport.Api.tagOf;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.puente.diplomacy.record.Kind;
import org.puente.diplomacy.reference.ReferenceData;
import org.puente.diplomacy.testsupport.DiplomacyTest;
import org.puente.diplomacy.testsupport.Tokens;

@DiplomacyTest
class WithdrawalTest {

    private static final String WHY = "The meeting never took place";

    @Inject
    ReferenceData reference;

    private static Map<String, Object> event(String slug) {
        return Map.of(
                "slug", slug, "title", "Zyzzyva talks", "date", "2712-03-04", "sources", List.of("public-record"));
    }

    private static String published(String slug) {
        create("events", "ana", event(slug)).then().statusCode(201);
        publish("/v1/events/" + slug, "rosa");
        return "/v1/events/" + slug;
    }

    private static Response withdraw(String address, String reason) {
        return as(Tokens.reviewer("rosa"))
                .header("If-Match", tagOf(address))
                .queryParam("reason", reason)
                .post(address + "/withdraw");
    }

    @Test
    void whatIsWithdrawnIsGoneForThePublicWhichLearnsWhy() {
        String address = published("withdrawn-talks");
        withdraw(address, WHY)
                .then()
                .statusCode(200)
                .body("editorial.withdrawalReason", equalTo(WHY))
                .body("editorial.withdrawnAt", notNullValue());
        anyone().get(address)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", containsString("was withdrawn on "))
                .body("detail", endsWith(": " + WHY));
        for (String list : List.of("/v1/events?limit=200&from=2712-01-01&to=2712-12-31", "/v1/search?q=zyzzyva")) {
            anyone().get(list).then().statusCode(200).body("items.slug", not(hasItem("withdrawn-talks")));
        }
        anyone().get("/v1/timeline?from=2712-01-01&to=2712-12-31")
                .then()
                .body("items.record.slug", not(hasItem("withdrawn-talks")));
    }

    @Test
    void historyAndThePastKeepWhatWasWithdrawn() {
        String address = published("withdrawn-but-kept");
        String shown = anyone().get(address).path("editorial.knownSince");
        withdraw(address, WHY).then().statusCode(200);
        anyone().queryParam("asOf", shown)
                .get(address)
                .then()
                .statusCode(200)
                .body("title", equalTo("Zyzzyva talks"))
                .body("editorial.withdrawalReason", nullValue());
        anyone().get(address + "/history")
                .then()
                .body("versions.withdrawnBy", contains("rosa"))
                .body("versions.withdrawalReason", contains(WHY))
                .body("versions[0].publicUntil", notNullValue())
                .body("versions[0].document.title", equalTo("Zyzzyva talks"));
    }

    @Test
    void aWithdrawnRecordCanBePublishedAnew() {
        String address = published("withdrawn-and-back");
        withdraw(address, WHY).then().statusCode(200);
        withdraw(address, WHY).then().statusCode(409).body("detail", equalTo("Only what is public can be withdrawn"));
        replace(address, "ana", "It did take place", event("withdrawn-and-back"))
                .then()
                .statusCode(200)
                .body("editorial.version", equalTo(2));
        publish(address, "rosa");
        anyone().get(address)
                .then()
                .statusCode(200)
                .body("date", equalTo("2712-03-04"))
                .body("editorial.state", equalTo("published"))
                .body("editorial.withdrawalReason", nullValue());
        anyone().get(address + "/history").then().body("versions.withdrawalReason", contains(WHY, null));
    }

    @Test
    void withdrawingNeedsAReasonTheVersionAndTheRole() {
        String address = published("withdrawn-carelessly");
        withdraw(address, " ").then().statusCode(422).body("violations.field", contains("reason"));
        as(Tokens.reviewer("rosa"))
                .queryParam("reason", WHY)
                .post(address + "/withdraw")
                .then()
                .statusCode(428);
        as(Tokens.reviewer("rosa"))
                .header("If-Match", "\"7-ab\"")
                .queryParam("reason", WHY)
                .post(address + "/withdraw")
                .then()
                .statusCode(412);
        as(Tokens.editor("ana"))
                .header("If-Match", tagOf(address))
                .queryParam("reason", WHY)
                .post(address + "/withdraw")
                .then()
                .statusCode(403);
        anyone().get(address).then().statusCode(200);
    }

    @Test
    void whatOthersReferToStaysUntilTheyDoNot() {
        withdraw("/v1/agreements/merida-initiative", WHY)
                .then()
                .statusCode(409)
                .body("detail", containsString("agreement bicentennial-framework"));
        anyone().get("/v1/agreements/merida-initiative").then().statusCode(200);
    }

    @Test
    void referenceDataThatRefersToWhatWasWithdrawnIsLeftAlone() throws Exception {
        ObjectMapper json = new ObjectMapper();
        Map<String, Object> topic = Map.of("slug", "abandoned-topic", "title", "A topic");
        reference.load(Kind.TOPIC, json.valueToTree(List.of(topic)));
        withdraw("/v1/topics/abandoned-topic", "Nothing is about it").then().statusCode(200);
        Map<String, Object> event = new HashMap<>(event("about-the-abandoned"));
        event.put("topics", List.of("abandoned-topic"));
        assertThat(reference.load(Kind.EVENT, json.valueToTree(List.of(event)))).isZero();
        anyone().get("/v1/events/about-the-abandoned").then().statusCode(404);
    }

    @Test
    void aChangedFileOfReferenceDataBringsNothingBack() throws Exception {
        ObjectMapper json = new ObjectMapper();
        Map<String, Object> topic = Map.of("slug", "withdrawn-topic", "title", "A topic");
        reference.load(Kind.TOPIC, json.valueToTree(List.of(topic)));
        withdraw("/v1/topics/withdrawn-topic", "Nothing is about it").then().statusCode(200);
        Map<String, Object> changed = Map.of("slug", "withdrawn-topic", "title", "A changed topic");
        assertThat(reference.load(Kind.TOPIC, json.valueToTree(List.of(changed))))
                .isZero();
        anyone().get("/v1/topics/withdrawn-topic").then().statusCode(404);
    }
}
