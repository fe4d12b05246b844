package org.puente.diplomacy.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.puente.diplomacy.testsupport.Api.anyone;
import static org.puente.diplomacy.testsupport.Api.as;
import static org.puente.diplomacy.testsupport.Api.create;
import static org.puente.diplomacy.testsupport.Api.publish;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.puente.diplomacy.testsupport.DiplomacyTest;
import org.puente.diplomacy.testsupport.Tokens;

@DiplomacyTest
class SearchTest {

    @ParameterizedTest
    @CsvSource({
        "Merida, agreement, merida-initiative",
        "mérida, agreement, merida-initiative",
        "iniciativa merida, agreement, merida-initiative",
        "Barcena, official, alicia-barcena",
        "lopez obrador, official, andres-manuel-lopez-obrador",
        "guatemala contencion, position, mexico-offers-containment-near-guatemala",
        "guatemala contencion, position, usa-asks-containment-in-the-south",
        "guatemala contención, position, mexico-offers-containment-near-guatemala",
        "containment Guatemala, position, usa-asks-containment-in-the-south",
        "sanctions, position, mexico-asks-end-of-sanctions",
        "sanciones, position, mexico-asks-end-of-sanctions",
        "smuggling, commitment, act-against-smugglers",
        "smugglers, engagement, mexico-city-meeting-2023-12-27",
        "lukeville, port, lukeville",
        "Tapachula, event, caravan-leaves-tapachula"
    })
    void wordsInEitherLanguageFindTheRecord(String words, String kind, String slug) {
        anyone().queryParam("q", words)
                .queryParam("kind", kind)
                .get("/v1/search")
                .then()
                .statusCode(200)
                .body("items.slug", hasItem(slug))
                .body("items.kind", not(hasItem(not(equalTo(kind)))));
    }

    @Test
    void enforcementIsFoundInSpanishWithoutAccents() {
        anyone().queryParam("q", "guatemala contencion")
                .get("/v1/search")
                .then()
                .statusCode(200)
                .body("items[0].kind", equalTo("position"))
                .body("items.link", hasItem("positions/mexico-offers-containment-near-guatemala"))
                .body("items[0].highlights.html", hasItem(containsString("<mark>contención</mark>")));
    }

    @Test
    void titleOutranksText() {
        anyone().queryParam("q", "merida")
                .get("/v1/search")
                .then()
                .body("items[0].slug", equalTo("merida-initiative"))
                .body("items[0].highlights[0].html", equalTo("<mark>Mérida</mark> Initiative"))
                .body("total", greaterThan(1));
    }

    @Test
    void pagesJoinToTheWhole() {
        List<String> whole = anyone().queryParam("q", "mexico")
                .queryParam("limit", 100)
                .get("/v1/search")
                .path("items.link");
        List<String> first = anyone().queryParam("q", "mexico")
                .queryParam("limit", 3)
                .get("/v1/search")
                .path("items.link");
        String next = anyone().queryParam("q", "mexico")
                .queryParam("limit", 3)
                .get("/v1/search")
                .path("next");
        List<String> second = anyone().queryParam("q", "mexico")
                .queryParam("limit", 3)
                .queryParam("cursor", next)
                .get("/v1/search")
                .path("items.link");
        assertThat(whole).startsWith(first.toArray(String[]::new));
        assertThat(whole.subList(3, 6)).isEqualTo(second);
    }

    @Test
    void draftIsNotFoundAndMarkupOfAnEditorIsEscaped() {
        create(
                "topics",
                "ana",
                Map.of(
                        "slug",
                        "markup",
                        "title",
                        "Quixotic <script>alert(1)</script>",
                        "description",
                        "a & b quixotic"));
        anyone().queryParam("q", "quixotic").get("/v1/search").then().body("total", equalTo(0));
        as(Tokens.editor("ana"))
                .queryParam("q", "quixotic")
                .get("/v1/search")
                .then()
                .body("total", equalTo(1));
        publish("/v1/topics/markup", "rosa");
        anyone().queryParam("q", "quixotic")
                .get("/v1/search")
                .then()
                .body(
                        "items[0].highlights[0].html",
                        equalTo("<mark>Quixotic</mark> &lt;script&gt;alert(1)&lt;/script&gt;"));
    }

    @Test
    void oddSearchesAreAnsweredOrRefusedButNeverFail() {
        for (String odd : List.of("the", "\"", "a -", "&|!():*<>", "%", "' or 1=1 --", "x".repeat(200))) {
            anyone().queryParam("q", odd).get("/v1/search").then().statusCode(200);
        }
        for (String refused : List.of("", " ", "x".repeat(201))) {
            anyone().queryParam("q", refused).get("/v1/search").then().statusCode(400);
        }
        anyone().queryParam("q", "x")
                .queryParam("cursor", "AAAA")
                .get("/v1/search")
                .then()
                .statusCode(400);
    }
}
