package org.puente.diplomacy.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.puente.diplomacy.testsupport.Api.anyone;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.puente.diplomacy.testsupport.DiplomacyTest;

@DiplomacyTest
class TimelineTest {

    @Test
    void everythingDatedAroundTheTalksStandsInOrder() {
        JsonPath page = anyone().queryParam("from", "2023-12-18")
                .queryParam("to", "2024-01-04")
                .get("/v1/timeline")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        List<String> dates = page.getList("items.date");
        assertThat(dates).isSorted();
        // 2 rail suspensions and 2 resumptions, 4 reopenings, 3 engagements, 2 actions of one agreement, 4 events
        // and an assessment: what the facts have for these days.
        assertThat(page.getList("items.kind", String.class))
                .filteredOn("port-measure"::equals)
                .hasSize(8);
        assertThat(page.getList("items.kind", String.class))
                .filteredOn("engagement"::equals)
                .hasSize(3);
        assertThat(page.getList("items.kind", String.class))
                .filteredOn("agreement-action"::equals)
                .hasSize(2);
        assertThat(page.getList("items.kind", String.class))
                .filteredOn("event"::equals)
                .hasSize(4);
        assertThat(page.getList("items.kind", String.class))
                .filteredOn("assessment"::equals)
                .hasSize(1);
        assertThat(page.getInt("total")).isEqualTo(18);
    }

    @Test
    void entryTellsItsRecordPrecisionAndSources() {
        anyone().queryParam("from", "2023-12-20")
                .queryParam("to", "2023-12-20")
                .get("/v1/timeline")
                .then()
                .body("items.precision", contains("month"))
                .body("items[0].link", equalTo("events/house-ties-ukraine-aid-to-the-border"))
                .body("items[0].record.kind", equalTo("event"))
                .body("items[0].sources.title", hasItem(containsString("Blinken to travel to Mexico")));
    }

    @Test
    void whatHappenedToARecordStandsBesideItsTitleInEachLanguage() {
        anyone().queryParam("from", "2021-10-08")
                .queryParam("to", "2021-10-08")
                .get("/v1/timeline")
                .then()
                .body("items.title", hasItem("Bicentennial Framework: in force"))
                .body(
                        "items.find { it.title == 'Bicentennial Framework: in force' }.record.title",
                        equalTo("Bicentennial Framework"))
                .body(
                        "items.find { it.title == 'Bicentennial Framework: in force' }.record.titleEs",
                        equalTo("Entendimiento Bicentenario"))
                .body("items.state", containsInAnyOrder("superseded", "announced", "in-force"));
        anyone().queryParam("from", "2023-12-04")
                .queryParam("to", "2023-12-04")
                .get("/v1/timeline")
                .then()
                .body("items.state", containsInAnyOrder("all-traffic-suspended", "pedestrians-suspended"));
    }

    @Test
    void measureOfAPortLastsUntilTrafficResumes() {
        JsonPath page = anyone().queryParam("from", "2023-12-04")
                .queryParam("to", "2024-01-04")
                .queryParam("kind", "port-measure")
                .get("/v1/timeline")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        String lukeville = "items.findAll { it.record.slug == 'lukeville' }.";
        assertThat(page.getList(lukeville + "date")).containsExactly("2023-12-04", "2024-01-04");
        assertThat(page.getList(lukeville + "lasts")).containsExactly(true, false);
        assertThat(page.getList(lukeville + "until")).containsExactly("2024-01-04", null);
    }

    @Test
    void onlyWhatChangedAStateLasts() {
        JsonPath page = anyone().queryParam("from", "2023-05-02")
                .queryParam("to", "2023-12-24")
                .queryParam("kind", "event,agreement-action")
                .get("/v1/timeline")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        String lasting = "items.findAll { it.lasts }.";
        // The end of a policy stays, and so does an agreement in force; what was published, announced or signed is
        // over.
        assertThat(page.getList(lasting + "record.slug"))
                .contains("title-42-ends", "return-of-third-country-nationals")
                .doesNotContain("cbp-publishes-november-2023", "caravan-leaves-tapachula");
        assertThat(page.getList("items.findAll { it.record.slug == 'return-of-third-country-nationals' }.lasts"))
                .containsExactly(false, true);
        assertThat(page.getList("items.until")).containsOnlyNulls();
    }

    @Test
    void pagesJoinToTheWholeInBothDirections() {
        for (String sort : List.of("date", "-date")) {
            List<String> whole = anyone().queryParam("from", "2023-12-01")
                    .queryParam("to", "2024-12-31")
                    .queryParam("sort", sort)
                    .get("/v1/timeline")
                    .jsonPath()
                    .getList("items.title");
            List<String> joined = new ArrayList<>();
            String cursor = null;
            do {
                var request = anyone().queryParam("from", "2023-12-01")
                        .queryParam("to", "2024-12-31")
                        .queryParam("sort", sort)
                        .queryParam("limit", 4);
                if (cursor != null) {
                    request.queryParam("cursor", cursor);
                }
                var page = request.get("/v1/timeline").then().statusCode(200).extract();
                joined.addAll(page.jsonPath().getList("items.title"));
                cursor = page.jsonPath().getString("next");
                assertThat(page.header("Link") == null).isEqualTo(cursor == null);
            } while (cursor != null);
            assertThat(joined).isEqualTo(whole).hasSizeGreaterThan(15);
        }
    }

    @Test
    void timelineFiltersByTopicPartyAndKind() {
        anyone().queryParam("topic", "returns")
                .queryParam("nationality", "HTI")
                .get("/v1/timeline")
                .then()
                .body("items.record.slug", everyItem(equalTo("return-of-third-country-nationals")))
                .body("items.date", contains("2023-05-02", "2023-05-11"));
        anyone().queryParam("party", "GTM")
                .queryParam("kind", "event")
                .get("/v1/timeline")
                .then()
                .body("items.record.slug", contains("caravan-leaves-tapachula"));
        anyone().queryParam("kind", "gossip")
                .get("/v1/timeline")
                .then()
                .statusCode(400)
                .body("validValues", hasItem("port-measure"));
    }

    @Test
    void cursorOfAnotherListIsRefused() {
        String other = anyone().queryParam("limit", 1).get("/v1/agreements").path("next");
        anyone().queryParam("cursor", other)
                .get("/v1/timeline")
                .then()
                .statusCode(400)
                .body("violations.field", contains("cursor"));
    }
}
