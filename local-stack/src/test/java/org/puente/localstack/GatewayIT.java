package org.puente.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a frontend team does with nothing but the gateway's address. */
@ExtendWith(RunningStack.class)
class GatewayIT {

    private static final String RETURNS = "/api/v1/agreements/return-of-third-country-nationals";
    private static final String NATIONALS = "CUB,HTI,NIC,VEN";

    @Test
    void bothLedgersStandAsTheyDidOnADay(Stack stack) throws Exception {
        Calls gateway = new Calls(stack.part("gateway"));
        assertThat(knownNovember(gateway, "2023-12-28")).isEqualTo(242418);
        assertThat(knownNovember(gateway, "2024-11-01")).isEqualTo(242399);
        JsonNode briefing = gateway.json("/api/v1/briefing?on=2023-12-27");
        assertThat(briefing.at("/encounters/period").asText()).isEqualTo("2023-11");
        assertThat(briefing.at("/encounters/value").asInt()).isEqualTo(242418);
        assertThat(briefing.path("missing")).isEmpty();
        assertThat(briefing.path("agreements").findValuesAsText("slug"))
                .contains("return-of-third-country-nationals", "bicentennial-framework");
        assertThat(briefing.path("engagements").findValuesAsText("reference")).contains("E1", "E2", "E3");
    }

    private static int knownNovember(Calls gateway, String on) throws IOException {
        JsonNode months = gateway.json("/api/v1/known-on/" + on).at("/encounters/months");
        return StreamSupport.stream(months.spliterator(), false)
                .filter(month -> month.path("period").asText().equals("2023-11"))
                .findFirst()
                .orElseThrow()
                .path("known")
                .asInt();
    }

    @Test
    void anImpactUsesTheDateAndTheNationalitiesOfItsAgreement(Stack stack) throws Exception {
        importOfficialFile(stack);
        Calls gateway = new Calls(stack.part("gateway"));
        JsonNode impact = gateway.json(RETURNS + "/impact");
        assertThat(impact.path("event").asText()).isEqualTo("2023-05-11");
        assertThat(impact.path("nationalities").toString()).isEqualTo("[\"CUB\",\"HTI\",\"NIC\",\"VEN\"]");
        double after = sum(gateway, "2023-06", "2024-05") / 366;
        double before = sum(gateway, "2022-06", "2023-05") / 365;
        JsonNode year = StreamSupport.stream(impact.at("/change/windows").spliterator(), false)
                .filter(window -> window.path("months").asInt() == 12)
                .findFirst()
                .orElseThrow();
        assertThat(year.path("sameMonthsYearBefore").asDouble()).isCloseTo(after / before, within(1e-5));
        assertThat(impact.at("/change/contrast/ratio").asDouble()).isPositive();
        assertThat(impact.path("headline").asText())
                .contains(
                        "against the same months of the year before",
                        "against other nationalities",
                        "Cuba, Haiti, Nicaragua, Venezuela")
                .contains(String.format(Locale.ROOT, "%+.1f %%", 100 * (after / before - 1)))
                .doesNotContainIgnoringCase("caused");
        assertThat(impact.path("confidence").asText()).isIn("strong", "moderate", "weak");
        JsonNode titleForty2 = StreamSupport.stream(impact.path("rivals").spliterator(), false)
                .filter(rival -> rival.path("link").asText().contains("title-42"))
                .findFirst()
                .orElseThrow();
        assertThat(titleForty2.path("date").asText()).isEqualTo("2023-05-11");
        assertThat(titleForty2.path("overlap").asDouble()).isEqualTo(1.0);
        // Lukeville was closed from 2023-12-04 until 2024-01-04: 31 of the 366 days from June 2023 to May 2024.
        JsonNode lukeville = StreamSupport.stream(impact.path("rivals").spliterator(), false)
                .filter(rival -> rival.path("date").asText().equals("2023-12-04"))
                .filter(rival -> rival.path("link").asText().contains("lukeville"))
                .findFirst()
                .orElseThrow();
        assertThat(lukeville.path("overlap").asDouble()).isEqualTo(0.085);
        assertThat(impact.path("missing")).isEmpty();
    }

    private static double sum(Calls gateway, String from, String to) throws IOException {
        JsonNode series = gateway.json(
                "/api/v1/encounters/series?region=southwest&citizenship=" + NATIONALS + "&from=" + from + "&to=" + to);
        return StreamSupport.stream(series.at("/series/0/points").spliterator(), false)
                .mapToDouble(point -> point.path("value").asDouble())
                .sum();
    }

    /** Through the gateway, as a publisher without access to the service does it. */
    private static void importOfficialFile(Stack stack) throws IOException, InterruptedException {
        Path folder = Path.of(
                Optional.ofNullable(System.getenv("PUENTE_DATA")).orElse(System.getProperty("puente.data", "absent")));
        assumeThat(folder.resolve("2024-10")).as("the official files").isDirectory();
        Part gateway = stack.part("gateway");
        String token = new Identity(gateway.workspace()).token("statistics-publisher");
        for (OfficialFile file : OfficialFile.below(folder.resolve("2024-10"))) {
            Import.Outcome outcome = new Import(gateway.address() + "/api", token).send(file);
            assertThat(outcome.accepted()).as(outcome.line()).isTrue();
        }
    }

    @Test
    void aWriteWithoutATokenIsRefusedByTheServiceBehind(Stack stack) throws Exception {
        HttpResponse<String> answer = new Calls(stack.part("gateway"))
                .post("/api/v1/releases?publishedOn=2024-10", "text/csv", "Fiscal Year");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(Calls.parse(answer).path("status").asInt()).isEqualTo(401);
    }

    @Test
    void everyOtherJoinAnswersWithBothSides(Stack stack) throws Exception {
        Calls gateway = new Calls(stack.part("gateway"));
        for (String path : List.of(
                "/api/v1/timeline?from=2023-12-01&to=2024-01-31",
                "/api/v1/countries/MEX",
                "/api/v1/search?q=guatemala%20contencion",
                "/api/v1/commitments/fewer-migrants-across-mexico/indicator")) {
            assertThat(gateway.get(path).body()).as(path).doesNotContain("can't be reached", "did not answer");
            assertThat(gateway.status(path)).as(path).isEqualTo(200);
        }
        assertThat(gateway.json("/api/v1/timeline?from=2023-11-27&to=2023-11-27")
                        .at("/items/0/encounters/value")
                        .asInt())
                .isIn(242399, 242418);
        assertThat(gateway.json("/api/v1/search?q=guatemala%20contencion")
                        .at("/records/0/kind")
                        .asText())
                .isEqualTo("position");
        assertThat(gateway.json("/api/v1/ports/lukeville")
                        .at("/port/measures/0/from")
                        .asText())
                .isEqualTo("2023-12-04");
    }

    @Test
    void onePageOfAFrontendTakesOneGraphQlRequest(Stack stack) throws Exception {
        HttpResponse<String> answer = new Calls(stack.part("gateway")).post("/graphql", "application/json", """
                        {"query":"{ agreements(status: \\"in-force\\", on: \\"2023-12-27\\") { slug commitments { slug } \
                        money { amount currency rung } impact { event change { releases { id } } rivals { overlap } } } \
                        figures(limit: 3) { slug check { verdict } } \
                        encounters(slice: {region: \\"southwest\\"}, groupBy: \\"component\\", from: \\"2023-11\\", \
                        to: \\"2023-11\\") { series { label points { period value } } } }"}""");
        JsonNode page = Calls.parse(answer);
        assertThat(page.has("errors")).as(answer.body()).isFalse();
        assertThat(page.at("/data/figures")).hasSize(3);
        assertThat(page.at("/data/figures/0/check/verdict").asText()).isNotEmpty();
        assertThat(page.at("/data/agreements").findValuesAsText("amount")).contains("3400000000", "1500000000");
        JsonNode impacts = page.at("/data/agreements");
        assertThat(impacts.findValuesAsText("event")).hasSameSizeAs(impacts).contains("2023-05-11");
        assertThat(impacts.findValues("rivals")).allMatch(JsonNode::isArray);
        List<String> values = page.at("/data/encounters/series").findValuesAsText("value");
        assertThat(values.stream().mapToInt(Integer::parseInt).sum()).isEqualTo(242399);
    }

    @Test
    void theOneDocumentSaysWhatTheServicesReallyServe(Stack stack) throws Exception {
        JsonNode one = new Calls(stack.part("gateway")).json("/openapi").path("paths");
        for (String service : List.of("statistics-service", "diplomacy-service")) {
            JsonNode served = new Calls(stack.part(service)).json("/openapi").path("paths");
            assertThat(served).isNotEmpty();
            served.properties().forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> assertThat(
                            one.path("/api" + path.getKey()).has(method))
                    .as("%s %s", method, path.getKey())
                    .isTrue()));
        }
    }

    @Test
    void anUnchangedAnswerIsConfirmedAndNotSentAgain(Stack stack) {
        Calls gateway = new Calls(stack.part("gateway"));
        for (String path :
                List.of("/api/v1/encounters/series?region=southwest", RETURNS, "/api/v1/briefing?on=2023-12-27")) {
            for (String encoding : List.of("gzip", "identity")) {
                String tag = gateway.get(path, "Accept-Encoding", encoding)
                        .headers()
                        .firstValue("ETag")
                        .orElseThrow();
                HttpResponse<String> again = gateway.get(path, "Accept-Encoding", encoding, "If-None-Match", tag);
                assertThat(again.statusCode()).as(path + " " + encoding).isEqualTo(304);
                assertThat(again.headers().firstValue("ETag")).contains(tag);
            }
        }
    }
}
