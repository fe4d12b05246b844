package org.puente.statistics.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.puente.statistics.testsupport.Documented.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.puente.statistics.testsupport.OfficialFiles;

/** The rules of HTTP, on the published totals that ship with the service. */
@QuarkusTest
class SeriesHttpTest {

    private static final String SERIES = "/v1/encounters/series";

    @TestHTTPResource("/")
    URI root;

    @Inject
    MeterRegistry meters;

    /** The id of the published totals. */
    private static String totals() {
        return client().get("/v1/releases?kind=encounters-monthly-totals").path("items[0].id");
    }

    private static String november() {
        return SERIES + "?region=southwest&groupBy=component&from=2023-11&to=2023-11&release=" + totals();
    }

    @Test
    void theReferenceDataAnswerWithoutAnyImport() {
        client().get(SERIES + "?region=southwest&from=2023-11&to=2023-11&release=" + totals())
                .then()
                .statusCode(200)
                .body("series[0].points[0].value", equalTo(242399))
                .body("series[0].points[0].status", equalTo("final"));
        client().get(SERIES + "?region=southwest&fiscalYear=2023&freq=fiscal-year&release=" + totals())
                .then()
                .body("series[0].points[0].value", equalTo(2475669))
                .body("series[0].points[0].period", equalTo("FY2023"));
    }

    @Test
    void thePastIsAnsweredAsItWasKnown() {
        client().get(SERIES + "?region=southwest&from=2023-11&to=2023-11&asOf=2023-12-28")
                .then()
                .statusCode(200)
                .body("series[0].points[0].value", equalTo(242418))
                .body("series[0].points[0].status", equalTo("provisional"))
                .body("releases.kind", equalTo(List.of("encounters-first-prints")));
    }

    @Test
    void allVintagesStandSideBySide() {
        String prints = client().get("/v1/releases?kind=encounters-first-prints&limit=200")
                .jsonPath()
                .getString("items.find { it.publishedOn == '2023-12-22' }.id");
        client().get(SERIES + "?region=southwest&from=2023-10&to=2023-12&vintage=all&release=" + prints + ","
                        + totals())
                .then()
                .statusCode(200)
                .body("series.release", equalTo(List.of(prints, totals())))
                .body("series[0].points.value", equalTo(Arrays.asList(240986, 242418, null)))
                .body("series[1].points.value", equalTo(List.of(240927, 242399, 301981)));
    }

    @Test
    void thePermalinkGivesTheSameBytes() {
        Response first = client().get(
                        SERIES + "?region=southwest&groupBy=component&fiscalYear=2024&transform=year-on-year"
                                + "&release=" + totals());
        first.then().header("Cache-Control", containsString("immutable"));
        String permalink = first.path("permalink");
        Response second = client().get(permalink);
        assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        Response live = client().get(SERIES + "?region=southwest&from=2019-10&to=2020-01&asOf=2024-12-31");
        live.then().header("Cache-Control", containsString("max-age=60"));
        assertThat(client().get(live.<String>path("permalink")).asByteArray()).isEqualTo(live.asByteArray());
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void everyFormatComesByParameterAndByMediaType(Format format) {
        Response named = client().get(november() + "&format=" + format.code());
        named.then()
                .statusCode(200)
                .contentType(containsString(format.mediaType().split(";")[0]));
        Response accepted = client().accept(format.mediaType()).get(november());
        assertThat(accepted.asByteArray()).isEqualTo(named.asByteArray());
        assertThat(accepted.headers().getValues("Link")).anyMatch(link -> link.contains("rel=\"canonical\""));
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void everyFormatIsCompressedForWhoeverReadsGzip(Format format) throws Exception {
        String query = november() + "&format=" + format.code();
        HttpResponse<byte[]> plain = sent(query, "Accept-Encoding", "identity");
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        HttpResponse<byte[]> packed = sent(query, "Accept-Encoding", "gzip");
        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(packed.body()).hasSizeLessThan(plain.body().length);
        assertThat(unpacked(packed)).isEqualTo(plain.body());
        for (HttpResponse<byte[]> each : List.of(plain, packed)) {
            assertThat(each.headers().firstValue("Vary").orElse("")).contains("Accept-Encoding");
        }
        String tag = packed.headers().firstValue("ETag").orElseThrow();
        assertThat(tag)
                .isEqualTo(plain.headers().firstValue("ETag").orElseThrow().replaceFirst("\"$", "-gzip\""));
        HttpResponse<byte[]> unchanged = sent(query, "Accept-Encoding", "gzip", "If-None-Match", tag);
        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertThat(unchanged.body()).isEmpty();
    }

    /** With just these headers, as names and values by turns, and the body as it came. */
    private HttpResponse<byte[]> sent(String query, String... headers) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(root.resolve(query))
                                .headers(headers)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }

    private static byte[] unpacked(HttpResponse<byte[]> packed) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes();
    }

    @Test
    void aMediaTypeThatIsNotOfferedIsNotAcceptable() {
        client().accept("image/png").get(november()).then().statusCode(406).body("status", equalTo(406));
    }

    @Test
    void anUnchangedAnswerIsNotSentTwice() {
        Response first = client().get(november());
        String tag = first.header("ETag");
        assertThat(tag).startsWith("\"");
        client().header("If-None-Match", tag)
                .get(november())
                .then()
                .statusCode(304)
                .header("ETag", tag)
                .header("Cache-Control", containsString("immutable"));
        client().header("If-None-Match", "\"other\"").get(november()).then().statusCode(200);
        assertThat(client().get(november() + "&format=csv").header("ETag")).isNotEqualTo(tag);
    }

    @Test
    void headAnswersWithoutABody() {
        Response get = client().get(november());
        Response head = client().head(november());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.asByteArray()).isEmpty();
        assertThat(head.header("ETag")).isEqualTo(get.header("ETag"));
        assertThat(head.header("Content-Type")).isEqualTo(get.header("Content-Type"));
    }

    @Test
    void pagesFollowEachOtherByLinkUntilNothingIsLeft() throws IOException {
        String query = SERIES + "?groupBy=region,component&from=2023-11&to=2023-11&limit=4&release=" + totals();
        Response first = client().get(query);
        first.then().body("truncated", equalTo(true)).body("total", equalTo(6)).body("series", hasSize(4));
        String link = first.headers().getValues("Link").stream()
                .filter(each -> each.endsWith("rel=\"next\""))
                .findFirst()
                .orElseThrow();
        Response second = client().get(SERIES + link.substring(1, link.indexOf('>')));
        second.then()
                .body("truncated", equalTo(false))
                .body("next", nullValue())
                .body("series", hasSize(2))
                .body("series.key.region", hasItem("southwest"));
        assertThat(client().get(query + "&cursor=" + first.path("next")).asByteArray())
                .isEqualTo(second.asByteArray());
        client().get(query.replace("limit=4", "limit=3") + "&cursor=" + first.path("next"))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("cursor"));
    }

    @Test
    void theSmallGroupsAreFoldedIntoOneAndNeverDropped() throws IOException {
        String query = SERIES + "?groupBy=region,component&from=2023-11&to=2023-11&release=" + totals();
        JsonNode all =
                new ObjectMapper().readTree(client().get(query).asByteArray()).get("series");
        JsonNode top = new ObjectMapper()
                .readTree(client().get(query + "&top=2").asByteArray())
                .get("series");
        assertThat(top).hasSize(3);
        assertThat(top.at("/0/label").textValue()).isEqualTo("Southwest border, U.S. Border Patrol");
        assertThat(top.at("/2/key/component").textValue()).isEqualTo("rest");
        assertThat(sum(top)).isEqualTo(sum(all));
    }

    private static long sum(JsonNode series) {
        long sum = 0;
        for (JsonNode each : series) {
            sum += each.at("/points/0/value").longValue();
        }
        return sum;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "regoin=southwest | regoin | is not a parameter; valid ones are area, asOf, authority",
                "region=south | region | 'south' is not known; valid values are northern, other, southwest",
                "region=southwest&region=other | region | is given 2 times; several codes stand in one, with commas between",
                "region=southwest,!other | region | either names codes or negates them",
                "groupBy=colour | groupBy | 'colour' is not known; valid values are region, component, area",
                "groupBy=region,region | groupBy | 'region' is there twice",
                "from=2023-13 | from | '2023-13' can't be read: a period is written 2023-11, 2023-Q4, 2023, FY2024-Q1 or FY2024",
                "from=2023-11&to=2023-10 | to | 2023-10 lies before 2023-11",
                "fiscalYear=24 | fiscalYear | '24' can't be read: a fiscal year is written FY2024 or 2024",
                "fiscalYear=2024&from=2023-10 | fiscalYear | says from and to already",
                "freq=week | freq | 'week' is not known; valid values are month, fiscal-quarter, fiscal-year, quarter, year",
                "transform=log | transform | 'log' is not known; valid values are level, change, percent-change",
                "transform=index | base | is the period that is 100",
                "transform=index&base=2023&freq=month | base | is a period of the same frequency as the series, month",
                "asOf=2023-12 | asOf | '2023-12' can't be read: a day is written 2023-12-28",
                "vintage=oldest | vintage | 'oldest' is not known; valid values are latest, first, all",
                "top=0&groupBy=region | top | is a whole number from 1 to 1000",
                "top=3 | top | needs groupBy",
                "limit=1000000 | limit | is a whole number from 1 to 10000",
                "cursor=zzz | cursor | is not a cursor of this list",
                "measure=weight | measure | 'weight' is not known; valid values are encounters",
                "format=xml | format | 'xml' is not known; valid values are json, csv, ndjson, json-stat, sdmx-csv",
                "from=1900-01&to=2199-12 | from | a query spans at most 1200 months"
            })
    void aFaultNamesTheParameterAndWhatIsValid(String query, String field, String reason) {
        client().get(SERIES + "?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", hasItem(field))
                .body("violations.find { it.field == '" + field + "' }.reason", containsString(reason))
                .body("instance", equalTo(SERIES));
    }

    @Test
    void aReleaseThatDoesNotExistIsNotFound() {
        client().get(SERIES + "?release=nope")
                .then()
                .statusCode(404)
                .body("detail", equalTo("There is no release 'nope'"));
    }

    @Test
    void whatNoReleaseResolvesNamesTheFilesToImport() {
        client().get(SERIES + "?citizenship=CUB&release=" + totals())
                .then()
                .statusCode(422)
                .body("kinds", equalTo(List.of("encounters-by-area", "encounters-by-state")))
                .body("detail", containsString("import an official file of one of these kinds"));
    }

    @Test
    void dimensionsThatNoFileHasTogetherAreRefused() {
        client().get(SERIES + "?groupBy=state,area")
                .then()
                .statusCode(400)
                .body("detail", containsString("No official file has area, state together"));
    }

    @Test
    void addressesInBodiesHoldBehindAProxy() {
        client().header("X-Forwarded-Prefix", "/api")
                .get(november())
                .then()
                .body("permalink", startsWith("/api/v1/encounters/series?"));
        client().header("X-Forwarded-Prefix", "https://evil.example")
                .get(november())
                .then()
                .body("permalink", startsWith("/v1/encounters/series?"));
    }

    @Test
    void operatorsSeeTheMemoryThatCubesTake() {
        client().get(november()).then().statusCode(200);
        assertThat(meters.get("puente.cubes.memory").gauge().value()).isPositive();
        assertThat(meters.get("puente.cubes.evictions").functionCounter().count())
                .isZero();
    }

    @Test
    void aLargeAnswerIsStreamedWhole() throws Exception {
        String query = SERIES + "?groupBy=area,demographic,citizenship,authority,type&limit=10000&release="
                + OfficialFiles.ENCOUNTERS_2024_10.imported();
        String csv = new String(client().get(query + "&format=csv").asByteArray(), StandardCharsets.UTF_8);
        String[] lines = csv.split("\r\n");
        int value = List.of(lines[0].split(",")).indexOf("value");
        assertThat(lines).hasSizeGreaterThan(50_000);
        long sum = 0;
        for (int i = 1; i < lines.length; i++) {
            String[] fields = lines[i].replaceAll("\"[^\"]*\"", "").split(",");
            sum += Long.parseLong(fields[value]);
        }
        assertThat(sum).isEqualTo(646822 + 1956519 + 2766582 + 3201144 + 2901142);
        assertThat(new String(unpacked(sent(query + "&format=csv", "Accept-Encoding", "gzip")), StandardCharsets.UTF_8))
                .isEqualTo(csv);
        Response head = client().head(query);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.asByteArray()).isEmpty();
    }
}
