package org.puente.diplomacy.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.puente.diplomacy.testsupport.Api.anyone;
import static org.puente.diplomacy.testsupport.Api.as;
import static org.puente.diplomacy.testsupport.Api.create;
import static org.puente.diplomacy.testsupport.Api.publish;
import static org.puente.diplomacy.testsupport.Api.replace;
import static org.puente.diplomacy.testsupport.Api.tagOf;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.puente.diplomacy.testsupport.DiplomacyTest;
import org.puente.diplomacy.testsupport.Tokens;

@DiplomacyTest
class EditorialWayTest {

    @Inject
    EntityManager entities;

    private static Map<String, Object> event(String slug) {
        Map<String, Object> event = new HashMap<>();
        event.put("slug", slug);
        event.put("title", "A bridge is opened");
        event.put("date", "1990-03-04");
        event.put("parties", List.of("MEX"));
        event.put("sources", List.of("public-record"));
        return event;
    }

    private static Map<String, Object> with(Map<String, Object> document, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(document);
        changed.put(field, value);
        return changed;
    }

    @Test
    void draftIsInvisibleToThePublicUntilItIsPublished() {
        String address = "/v1/events/draft-then-public";
        create("events", "ana", event("draft-then-public"))
                .then()
                .statusCode(201)
                .header("Location", endsWith(address))
                .header("ETag", notNullValue())
                .body("editorial.state", equalTo("draft"));
        anyone().get(address).then().statusCode(404).body("detail", equalTo("There is no event 'draft-then-public'"));
        anyone().queryParam("to", "1990-12-31").get("/v1/events").then().body("total", equalTo(0));
        anyone().queryParam("to", "1990-12-31").get("/v1/timeline").then().body("total", equalTo(0));
        anyone().get(address + "/history").then().statusCode(404);
        as(Tokens.reviewer("rosa"))
                .get(address)
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("private"))
                .body("editorial.state", equalTo("draft"));
        publish(address, "rosa");
        anyone().get(address).then().statusCode(200).body("editorial.state", equalTo("published"));
        anyone().queryParam("to", "1990-12-31")
                .queryParam("from", "1990-01-01")
                .get("/v1/timeline")
                .then()
                .body("items.record.slug", contains("draft-then-public"));
    }

    @Test
    void correctionKeepsWhatItReplacedAndSaysWhy() {
        String address = "/v1/events/corrected-event";
        Map<String, Object> first = with(event("corrected-event"), "date", "1991-03-04");
        create("events", "ana", first);
        publish(address, "rosa");
        replace(address, "ben", "The day was wrong", with(first, "date", "1991-03-05"))
                .then()
                .statusCode(200)
                .body("editorial.state", equalTo("draft"));
        anyone().get(address).then().body("date", equalTo("1991-03-04"));
        publish(address, "rosa");
        anyone().get(address)
                .then()
                .body("date", equalTo("1991-03-05"))
                .body("editorial.state", equalTo("corrected"))
                .body("editorial.version", equalTo(2))
                .body("editorial.reason", equalTo("The day was wrong"));
        Response history = anyone().get(address + "/history");
        history.then()
                .statusCode(200)
                .body("versions.version", contains(1, 2))
                .body("versions.author", contains("ana", "ben"))
                .body("versions.reviewer", contains("rosa", "rosa"))
                .body("versions.publisher", contains("rosa", "rosa"))
                .body("versions[0].changes.size()", equalTo(0))
                .body("versions[1].changes.field", contains("/date"))
                .body("versions[1].changes[0].before", equalTo("1991-03-04"))
                .body("versions[1].changes[0].after", equalTo("1991-03-05"));
        String before = history.path("versions[0].publicSince");
        anyone().queryParam("asOf", before)
                .get(address)
                .then()
                .statusCode(200)
                .body("date", equalTo("1991-03-04"))
                .body("editorial.state", equalTo("published"));
        anyone().queryParam("asOf", before)
                .queryParam("from", "1991-01-01")
                .queryParam("to", "1991-12-31")
                .get("/v1/timeline")
                .then()
                .body("items.date", contains("1991-03-04"));
        anyone().queryParam("asOf", before)
                .queryParam("from", "1991-01-01")
                .queryParam("to", "1991-12-31")
                .get("/v1/events")
                .then()
                .body("total", equalTo(1))
                .body("items.date", contains("1991-03-04"));
    }

    @Test
    void beforeItWasKnownARecordIsNotThere() {
        anyone().queryParam("asOf", "2020-01-01")
                .get("/v1/agreements/merida-initiative")
                .then()
                .statusCode(404)
                .body("detail", containsString("did not know"));
        anyone().queryParam("asOf", "2020-01-01").get("/v1/agreements").then().body("total", equalTo(0));
        anyone().queryParam("asOf", "2020-01-01").get("/v1/pledges/sums").then().body("sums.size()", equalTo(0));
        anyone().queryParam("asOf", "2020-01-01")
                .queryParam("q", "Merida")
                .get("/v1/search")
                .then()
                .body("total", equalTo(0));
    }

    @Test
    void editorReadsTheStateThatAVersionHadAtAMoment() {
        String address = "/v1/events/state-in-time";
        create("events", "ana", with(event("state-in-time"), "date", "1992-01-01"));
        String written = as(Tokens.editor("ana")).get(address).path("editorial.knownSince");
        publish(address, "rosa");
        as(Tokens.editor("ana"))
                .queryParam("asOf", written)
                .get(address)
                .then()
                .statusCode(200)
                .body("editorial.state", equalTo("draft"));
        as(Tokens.editor("ana"))
                .queryParam("asOf", written)
                .queryParam("state", "draft")
                .queryParam("from", "1992-01-01")
                .queryParam("to", "1992-12-31")
                .get("/v1/events")
                .then()
                .body("total", equalTo(1));
        as(Tokens.editor("ana"))
                .queryParam("state", "draft")
                .queryParam("from", "1992-01-01")
                .queryParam("to", "1992-12-31")
                .get("/v1/events")
                .then()
                .body("total", equalTo(0));
    }

    @Test
    void authorCanNeitherReviewNorPublishTheirOwnWork() {
        String address = "/v1/events/own-work";
        String both = Tokens.token("ana", "diplomacy-editor", "diplomacy-reviewer");
        as(both).contentType(ContentType.JSON)
                .body(event("own-work"))
                .post("/v1/events")
                .then()
                .statusCode(201);
        as(both).header("If-Match", tagOf(address))
                .post(address + "/review")
                .then()
                .statusCode(403)
                .body("detail", equalTo("Whoever wrote a version can't review or publish it"));
        as(Tokens.reviewer("rosa"))
                .header("If-Match", tagOf(address))
                .post(address + "/review")
                .then()
                .statusCode(200)
                .body("editorial.state", equalTo("reviewed"));
        as(both).header("If-Match", tagOf(address))
                .post(address + "/publish")
                .then()
                .statusCode(403);
    }

    @Test
    void draftThatNobodyReviewedCanNotBePublished() {
        String address = "/v1/events/not-reviewed";
        create("events", "ana", event("not-reviewed"));
        as(Tokens.reviewer("rosa"))
                .header("If-Match", tagOf(address))
                .post(address + "/publish")
                .then()
                .statusCode(409)
                .body("detail", equalTo("Only a reviewed version can be published; this one is draft"));
    }

    @Test
    void publishingNeedsASource() {
        String address = "/v1/events/without-source";
        create("events", "ana", with(event("without-source"), "sources", List.of()));
        as(Tokens.reviewer("rosa")).header("If-Match", tagOf(address)).post(address + "/review");
        as(Tokens.reviewer("rosa"))
                .header("If-Match", tagOf(address))
                .post(address + "/publish")
                .then()
                .statusCode(422)
                .body("violations.field", contains("sources"))
                .body("violations.reason", contains("publishing needs at least one source"));
    }

    @Test
    void publishingNeedsEverythingItLinksToToBePublic() {
        create("topics", "ana", Map.of("slug", "secret-topic", "title", "Secret"));
        String address = "/v1/events/links-to-a-draft";
        create("events", "ana", with(event("links-to-a-draft"), "topics", List.of("secret-topic")));
        as(Tokens.reviewer("rosa")).header("If-Match", tagOf(address)).post(address + "/review");
        as(Tokens.reviewer("rosa"))
                .header("If-Match", tagOf(address))
                .post(address + "/publish")
                .then()
                .statusCode(409)
                .body("detail", containsString("topics: secret-topic"));
    }

    @Test
    void writesWithoutATokenOrWithTheWrongRoleAreRefused() {
        anyone().contentType(ContentType.JSON)
                .body(event("no-token"))
                .post("/v1/events")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", notNullValue())
                .body("status", equalTo(401));
        as(Tokens.reviewer("rosa"))
                .contentType(ContentType.JSON)
                .body(event("wrong-role"))
                .post("/v1/events")
                .then()
                .statusCode(403)
                .body("status", equalTo(403));
        as(Tokens.editor("ana"))
                .header("If-Match", "*")
                .post("/v1/events/title-42-ends/review")
                .then()
                .statusCode(403);
        as(Tokens.token("visitor", "reader"))
                .get("/v1/events/own-draft-of-ana")
                .then()
                .statusCode(404);
    }

    @Test
    void changeWithoutIfMatchOrOnAnOldVersionIsRefused() {
        String address = "/v1/events/guarded";
        create("events", "ana", event("guarded"));
        String first = tagOf(address);
        as(Tokens.editor("ben"))
                .contentType(ContentType.JSON)
                .body(event("guarded"))
                .put(address)
                .then()
                .statusCode(428)
                .body("detail", containsString("If-Match"));
        replace(address, "ben", null, with(event("guarded"), "title", "Second"))
                .then()
                .statusCode(200);
        as(Tokens.editor("cleo"))
                .contentType(ContentType.JSON)
                .header("If-Match", first)
                .body(with(event("guarded"), "title", "Third"))
                .put(address)
                .then()
                .statusCode(412)
                .body("detail", containsString("newest version is 2, by ben"));
        as(Tokens.editor("ana")).get(address).then().body("title", equalTo("Second"));
    }

    @Test
    void correctionWithoutAReasonOrWithAnotherSlugIsRefusedWithBothFaults() {
        String address = "/v1/events/needs-reason";
        create("events", "ana", event("needs-reason"));
        publish(address, "rosa");
        as(Tokens.editor("ben"))
                .contentType(ContentType.JSON)
                .header("If-Match", tagOf(address))
                .body(with(event("other-slug"), "title", "Changed"))
                .put(address)
                .then()
                .statusCode(422)
                .body("violations.field", containsInAnyOrder("slug", "reason"));
    }

    @Test
    void sameContentAgainMakesNoVersion() {
        String address = "/v1/events/same-again";
        create("events", "ana", event("same-again"));
        replace(address, "ben", null, event("same-again"))
                .then()
                .statusCode(200)
                .body("editorial.version", equalTo(1));
    }

    @Test
    void slugInUseIsAConflict() {
        create("events", "ana", event("taken")).then().statusCode(201);
        create("events", "ben", event("taken"))
                .then()
                .statusCode(409)
                .body("violations.field", contains("slug"))
                .body("detail", equalTo("The slug 'taken' is in use"));
    }

    @Test
    void repeatedKeyWritesNothingNewAndAnotherContentUnderItIsRefused() {
        for (int attempt = 0; attempt < 2; attempt++) {
            as(Tokens.editor("ana"))
                    .header("Idempotency-Key", "key-1")
                    .contentType(ContentType.JSON)
                    .body(event("repeated"))
                    .post("/v1/events")
                    .then()
                    .statusCode(201)
                    .body("slug", equalTo("repeated"))
                    .body("editorial.version", equalTo(1));
        }
        as(Tokens.editor("ana"))
                .header("Idempotency-Key", "key-1")
                .contentType(ContentType.JSON)
                .body(event("repeated-otherwise"))
                .post("/v1/events")
                .then()
                .statusCode(422)
                .body("detail", containsString("Idempotency-Key"));
        as(Tokens.editor("ana")).get("/v1/events/repeated-otherwise").then().statusCode(404);
    }

    @Test
    void sameKeyAtTheSameTimeWritesOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        Callable<Integer> post = () -> as(Tokens.editor("ana"))
                .header("Idempotency-Key", "key-2")
                .contentType(ContentType.JSON)
                .body(event("at-once"))
                .post("/v1/events")
                .statusCode();
        try {
            for (Future<Integer> status : threads.invokeAll(List.of(post, post, post, post))) {
                assertThat(status.get()).isEqualTo(201);
            }
        } finally {
            threads.shutdown();
        }
        as(Tokens.editor("ana")).get("/v1/events/at-once/history").then().body("versions.size()", equalTo(1));
    }

    @Test
    void onlyOneOfTwoEditorsWhoChangeTheSameVersionWins() throws Exception {
        String address = "/v1/events/raced";
        create("events", "ana", event("raced"));
        String tag = tagOf(address);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Integer>> editors = List.of(put(address, tag, "ben"), put(address, tag, "cleo"));
            List<Integer> statuses = new java.util.ArrayList<>();
            for (Future<Integer> status : threads.invokeAll(editors)) {
                statuses.add(status.get());
            }
            assertThat(statuses).containsExactlyInAnyOrder(200, 412);
        } finally {
            threads.shutdown();
        }
    }

    private static Callable<Integer> put(String address, String tag, String editor) {
        return () -> as(Tokens.editor(editor))
                .contentType(ContentType.JSON)
                .header("If-Match", tag)
                .body(with(event("raced"), "title", "By " + editor))
                .put(address)
                .statusCode();
    }

    @Test
    void everyViolatedFieldIsNamedAtOnce() {
        Map<String, Object> wrong = new HashMap<>();
        wrong.put("slug", "Not A Slug");
        wrong.put("kind", "summit");
        wrong.put("date", "2023-13-45");
        wrong.put("durationMinutes", -5);
        wrong.put("place", 7);
        wrong.put("participants", "antony-blinken");
        wrong.put("parties", List.of());
        wrong.put("colour", Map.of("of", "red"));
        create("engagements", "ana", wrong)
                .then()
                .statusCode(422)
                .body(
                        "violations.field",
                        hasItems(
                                "slug",
                                "title",
                                "kind",
                                "date",
                                "durationMinutes",
                                "participants",
                                "parties",
                                "colour"))
                .body("violations.find { it.field == 'colour' }.reason", equalTo("is not a field of this document"))
                .body("violations.findAll { it.field == 'date' }.size()", equalTo(1))
                .body("violations.find { it.field == 'date' }.reason", containsString("'2023-13-45' is not a date"));
    }

    @Test
    void rangesOutOfOrderAndUnknownLinksAreRefused() {
        create("events", "ana", with(event("out-of-order"), "until", "1990-03-03"))
                .then()
                .statusCode(422)
                .body("violations.field", contains("until"));
        create("events", "ana", with(event("unknown-links"), "topics", List.of("nothing-like-it")))
                .then()
                .statusCode(422)
                .body("violations.field", contains("topics"))
                .body("violations.reason", contains("there is no topic 'nothing-like-it'"));
    }

    @Test
    void bodyThatIsNotJsonIsRefusedWithItsPlace() {
        as(Tokens.editor("ana"))
                .contentType(ContentType.JSON)
                .body("{\"slug\": \"x\",\n \"title\": }")
                .post("/v1/events")
                .then()
                .statusCode(400)
                .body("detail", containsString("line 2"));
        as(Tokens.editor("ana"))
                .contentType(ContentType.JSON)
                .body("[]")
                .post("/v1/events")
                .then()
                .statusCode(400);
        as(Tokens.editor("ana"))
                .contentType(ContentType.JSON)
                .post("/v1/events")
                .then()
                .statusCode(400);
    }

    @Test
    void textThatTheDatabaseCanNotKeepIsTheClientsFault() {
        for (String odd : List.of("\\u0000", "a\\u0000b")) {
            as(Tokens.editor("ana"))
                    .contentType(ContentType.JSON)
                    .body("{\"slug\": \"odd-text\", \"title\": \"x%s\", \"date\": \"1990-01-01\"}".formatted(odd))
                    .post("/v1/events")
                    .then()
                    .statusCode(org.hamcrest.Matchers.both(org.hamcrest.Matchers.greaterThanOrEqualTo(400))
                            .and(org.hamcrest.Matchers.lessThan(500)))
                    .body("detail", notNullValue());
        }
        as(Tokens.editor("ana")).get("/v1/events/odd-text").then().statusCode(404);
        create("events", "ana", with(event("far-future"), "date", "9999-01-01"))
                .then()
                .statusCode(422)
                .body("violations.field", hasItems("date"));
    }

    @Test
    void halfOfACharacterIsRefusedWithItsField() {
        as(Tokens.editor("ana"))
                .contentType(ContentType.JSON)
                .body("{\"slug\": \"half\", \"title\": \"x\\ud83d\", \"sources\": [\"a\", \"\\ude00b\"]}")
                .post("/v1/events")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", contains("title", "sources[1]"))
                .body("violations[0].reason", containsString("half of a character"));
        as(Tokens.editor("ana")).get("/v1/events/half").then().statusCode(404);
        String whole = "x\ud83d\ude00";
        create("events", "ana", with(event("whole-character"), "title", whole));
        as(Tokens.editor("ana")).get("/v1/events/whole-character").then().body("title", equalTo(whole));
    }

    @Test
    void twoRecordsThatLinkToEachOtherAreWrittenAtTheSameTime() throws Exception {
        create("positions", "ana", position("mutual-a", List.of())).then().statusCode(201);
        create("positions", "ana", position("mutual-b", List.of())).then().statusCode(201);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (Future<Integer> status : threads.invokeAll(List.<Callable<Integer>>of(
                    () -> replace("/v1/positions/mutual-a", "ana", null, position("mutual-a", List.of("mutual-b")))
                            .statusCode(),
                    () -> replace("/v1/positions/mutual-b", "ben", null, position("mutual-b", List.of("mutual-a")))
                            .statusCode()))) {
                assertThat(status.get()).isEqualTo(200);
            }
        } finally {
            threads.shutdown();
        }
    }

    private static Map<String, Object> position(String slug, List<String> inReturnFor) {
        return Map.of(
                "slug",
                slug,
                "title",
                slug,
                "stance",
                "offer",
                "party",
                "USA",
                "counterpart",
                "MEX",
                "topics",
                List.of("returns"),
                "statement",
                "Something is offered",
                "inReturnFor",
                inReturnFor);
    }

    @Test
    void agreementCanNotSupersedeItselfThroughOthers() {
        create("agreements", "ana", agreement("circle-a", List.of())).then().statusCode(201);
        create("agreements", "ana", agreement("circle-b", List.of("circle-a")))
                .then()
                .statusCode(201);
        create("agreements", "ana", agreement("circle-c", List.of("circle-b")))
                .then()
                .statusCode(201);
        replace("/v1/agreements/circle-a", "ana", null, agreement("circle-a", List.of("circle-c")))
                .then()
                .statusCode(422)
                .body("violations.field", contains("lineage"));
        as(Tokens.editor("ana"))
                .get("/v1/agreements/circle-a")
                .then()
                .body("lineage.relation", contains("superseded-by"))
                .body("editorial.version", equalTo(1));
        as(Tokens.editor("ana"))
                .get("/v1/agreements/circle-c/lineage")
                .then()
                .body("ancestors.slug", contains("circle-b", "circle-a"))
                .body("ancestors.distance", contains(1, 2));
    }

    private static Map<String, Object> agreement(String slug, List<String> supersedes) {
        return Map.of(
                "slug",
                slug,
                "title",
                slug,
                "kind",
                "treaty",
                "bindingness",
                "binding",
                "parties",
                List.of("USA", "MEX"),
                "topics",
                List.of("returns"),
                "actions",
                List.of(Map.of("kind", "announced", "date", "1995-01-01")),
                "lineage",
                supersedes.stream()
                        .map(earlier -> Map.of("relation", "supersedes", "slug", earlier))
                        .toList());
    }

    @Test
    void illegalSequenceOfActionsIsRefused() {
        Map<String, Object> wrong = new HashMap<>(agreement("illegal-sequence", List.of()));
        wrong.put("actions", List.of(Map.of("kind", "entered-into-force", "date", "1995-01-01")));
        create("agreements", "ana", wrong)
                .then()
                .statusCode(422)
                .body("violations.field", contains("actions[0].kind"))
                .body("violations[0].reason", containsString("after it was announced or signed"));
    }

    @Test
    void databaseItselfRefusesToRewriteOrDeleteAVersion() {
        for (String statement : List.of(
                "delete from version where slug = 'title-42-ends'",
                "update version set document = '{}' where slug = 'title-42-ends'")) {
            assertThat(refused(statement)).contains("never changed or deleted");
        }
    }

    private String refused(String statement) {
        try {
            io.quarkus.narayana.jta.QuarkusTransaction.requiringNew()
                    .run(() -> entities.createNativeQuery(statement).executeUpdate());
            return "done";
        } catch (RuntimeException e) {
            return String.valueOf(
                    e.getCause() == null
                            ? e.getMessage()
                            : e.getMessage() + e.getCause().getMessage());
        }
    }

    @Test
    void unchangedRecordIsNotSentTwice() {
        Response first = anyone().queryParam("on", "2023-12-27").get("/v1/agreements/merida-initiative");
        anyone().queryParam("on", "2023-12-27")
                .header("If-None-Match", first.header("ETag"))
                .get("/v1/agreements/merida-initiative")
                .then()
                .statusCode(304)
                .header("ETag", equalTo(first.header("ETag")))
                .body(equalTo(""));
        assertThat(first.header("Cache-Control")).contains("public").contains("max-age=60");
        anyone().get("/v1/agreements/merida-initiative").then().body("editorial.reason", nullValue());
    }
}
