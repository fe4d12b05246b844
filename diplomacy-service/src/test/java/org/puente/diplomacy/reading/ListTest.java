package org.puente.diplomacy.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.puente.diplomacy.testsupport.Api.anyone;

import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.diplomacy.record.Kind;
import org.puente.diplomacy.testsupport.DiplomacyTest;

@DiplomacyTest
class ListTest {

    @Inject
    EntityManagerFactory factory;

    private long statementsOf(String address) {
        Statistics statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        long before = statistics.getPrepareStatementCount();
        anyone().get(address).then().statusCode(200);
        return statistics.getPrepareStatementCount() - before;
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void listTakesTwoStatementsWhateverItsLength(Kind kind) {
        assertThat(statementsOf("/v1/" + kind.collection() + "?limit=200")).isLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/agreements/bicentennial-framework",
                "/v1/agreements/bicentennial-framework?expand=commitments,sources,parties,lineage/supersedes",
                "/v1/agreements?expand=commitments,pledges,sources&limit=200",
                "/v1/agreements?party=MEX&status=in-force&on=2023-12-27&from=2007-01-01",
                "/v1/agreements?status=in-force&on=2023-12-27&state=published",
                "/v1/commitments?status=not-assessed",
                "/v1/commitments/reopen-closed-crossings?expand=agreement,owners",
                "/v1/agreements/bicentennial-framework/lineage",
                "/v1/engagements/mexico-city-meeting-2023-12-27?expand=participants",
                "/v1/pledges/sums",
                "/v1/ports/lukeville?asOf=2999-01-01",
                "/v1/timeline?limit=200",
                "/v1/search?q=mexico"
            })
    void readTakesTwoStatementsAtMost(String address) {
        assertThat(statementsOf(address)).isBetween(1L, 2L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"date", "-date", "title", "-title"})
    void pagesOfEveryOrderJoinToTheWhole(String sort) {
        List<String> whole =
                positions(sort).queryParam("limit", 200).get("/v1/positions").path("items.slug");
        List<String> joined = new ArrayList<>();
        String cursor = null;
        do {
            RequestSpecification request = positions(sort).queryParam("limit", 3);
            if (cursor != null) {
                request.queryParam("cursor", cursor);
            }
            var page = request.get("/v1/positions")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            joined.addAll(page.getList("items.slug"));
            assertThat(page.getInt("total")).isEqualTo(whole.size());
            cursor = page.getString("next");
        } while (cursor != null);
        assertThat(joined).isEqualTo(whole).hasSize(11).doesNotHaveDuplicates();
    }

    private static RequestSpecification positions(String sort) {
        return anyone().queryParam("sort", sort).queryParam("party", "USA");
    }

    @Test
    void ordersAreEachOthersReverse() {
        List<String> up =
                anyone().queryParam("sort", "title").get("/v1/parties").path("items.name");
        List<String> down =
                anyone().queryParam("sort", "-title").get("/v1/parties").path("items.name");
        Collections.reverse(down);
        assertThat(up).isEqualTo(down).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
    }

    @Test
    void linkHeaderLeadsToTheNextPage() {
        String link = anyone().queryParam("limit", 2)
                .queryParam("party", "MEX")
                .get("/v1/engagements")
                .then()
                .statusCode(200)
                .extract()
                .header("Link");
        assertThat(link).endsWith("rel=\"next\"").contains("party=MEX");
        String query = link.substring(link.indexOf('<') + 2, link.indexOf('>'));
        anyone().urlEncodingEnabled(false)
                .get("/v1/engagements?" + query)
                .then()
                .statusCode(200)
                .body("items.reference", contains("E3"))
                .body("next", nullValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/engagements?from=2023-12-21&to=2023-12-22 | E1,E2",
                "/v1/engagements?official=joe-biden | E1",
                "/v1/engagements?topic=sanctions | E2",
                "/v1/engagements?kind=meeting,phone-call | E1,E3",
                "/v1/engagements?source=cbp-resumes-four-ports | ",
                "/v1/agreements?nationality=HTI | G6",
                "/v1/agreements?kind=working-group | G5",
                "/v1/agreements?country=NIC | G6",
                "/v1/agreements?topic=labour-mobility&kind=joint-statement | G4",
                "/v1/agreements?from=2022-08-09&to=2022-12-31&topic=returns | ",
                "/v1/agreements?from=2022-08-08&to=2022-12-31&topic=returns | G8",
                "/v1/positions?topic=enforcement&stance=offer | B5",
                "/v1/positions?country=CUB | B3,B4",
                "/v1/positions?official=troy-miller | C1"
            })
    void filtersSelect(String address, String references) {
        List<String> expected = references == null ? List.of() : List.of(references.split(","));
        List<String> found =
                anyone().get(address).then().statusCode(200).extract().path("items.reference");
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/agreements?colour=red | colour",
                "/v1/agreements?status=sleeping | status",
                "/v1/agreements?on=yesterday | on",
                "/v1/agreements?on=2023-02-30 | on",
                "/v1/agreements?asOf=soon | asOf",
                "/v1/agreements?sort=size | sort",
                "/v1/agreements?limit=0 | limit",
                "/v1/agreements?limit=201 | limit",
                "/v1/agreements?limit=ten | limit",
                "/v1/agreements?expand=everything | expand",
                "/v1/agreements?cursor=%25%25 | cursor",
                "/v1/agreements?cursor=AAAA | cursor",
                "/v1/agreements?from=2023-01-02&to=2023-01-01 | to",
                "/v1/agreements?party= | party",
                "/v1/agreements?state=secret | state",
                "/v1/agreements/merida-initiative?status=in-force | status",
                "/v1/agreements/merida-initiative/history?asOf=2023-01-01 | asOf"
            })
    void wrongParameterIsNamed(String address, String field) {
        anyone().urlEncodingEnabled(false)
                .get(address)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", contains(field));
    }

    @Test
    void unknownValueOfACodedParameterIsAnsweredWithTheValidOnes() {
        anyone().queryParam("status", "sleeping")
                .get("/v1/agreements")
                .then()
                .statusCode(400)
                .body("validValues", hasItem("in-force"));
    }

    @Test
    void everythingOfTheFactsIsThere() {
        String[][] counts = {
            {"sources", "11"},
            {"parties", "8"},
            {"officials", "6"},
            {"engagements", "3"},
            {"positions", "11"},
            {"agreements", "8"},
            {"commitments", "9"},
            {"pledges", "2"},
            {"ports", "6"}
        };
        for (String[] count : counts) {
            anyone().queryParam("limit", 200)
                    .queryParam("sort", "title")
                    .get("/v1/" + count[0])
                    .then()
                    .statusCode(200)
                    .body(
                            "items.findAll { it.editorial.version == 1 && it.editorial.state == 'published' }.size()",
                            org.hamcrest.Matchers.greaterThanOrEqualTo(Integer.parseInt(count[1])));
        }
        anyone().get("/v1/sources")
                .then()
                .body(
                        "items.reference",
                        org.hamcrest.Matchers.hasItems("S1", "S2", "S3", "S4", "S5", "P1", "P2", "P3", "P4"));
        anyone().get("/v1/positions")
                .then()
                .body(
                        "items.reference",
                        org.hamcrest.Matchers.hasItems(
                                "A1", "A2", "A3", "B1", "B2", "B3", "B4", "B5", "B6", "B7", "C1"));
        anyone().get("/v1/positions/usa-offers-reopening")
                .then()
                .body("inReturnFor.slug", contains("usa-asks-containment-in-the-south"));
        anyone().get("/v1/positions/mexico-asks-development-aid")
                .then()
                .body("answeredBy.slug", contains("mexico-offers-containment-near-guatemala"));
        anyone().get("/v1/events").then().body("items.find { it.slug == 'title-42-ends' }.date", equalTo("2023-05-11"));
    }
}
