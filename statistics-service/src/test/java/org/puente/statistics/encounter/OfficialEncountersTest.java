package org.puente.statistics.encounter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.puente.statistics.testsupport.Documented.client;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.puente.statistics.testsupport.OfficialFiles;

/** What CBP itself published, and sums of its file by awk. */
@QuarkusTest
class OfficialEncountersTest {

    private static JsonNode series(String query) throws IOException {
        String pinned = query + "&release=" + OfficialFiles.ENCOUNTERS_2024_10.imported();
        return new ObjectMapper()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .readTree(client().get("/v1/encounters/series?" + pinned)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray())
                .get("series");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "region=southwest&from=2023-11&to=2023-11 | 242399",
                "region=southwest&fiscalYear=2023&freq=fiscal-year | 2475669",
                "region=southwest&component=usbp&from=2023-11&to=2023-11 | 191106",
                "fiscalYear=2020&freq=fiscal-year | 646822",
                "fiscalYear=2021&freq=fiscal-year | 1956519",
                "fiscalYear=FY2022&freq=fiscal-year | 2766582",
                "from=FY2023&to=FY2023&freq=fiscal-year | 3201144",
                "from=2023-10&to=2024-09&freq=fiscal-year | 2901142",
                "region=southwest&from=2023-09&to=2023-09&transform=rolling-12 | 2475669",
                "region=southwest&from=2023-12&to=2023-12&transform=per-day | 9741.322581",
                "region=southwest&from=2023-11&to=2023-11&transform=year-on-year | 3.072632",
                "from=2023-10&to=2023-11&freq=fiscal-year | 617629",
                "citizenship=CUB,VEN&from=2023-10&to=2023-11&freq=fiscal-year | 123329"
            })
    void officialNumbersComeOut(String query, BigDecimal expected) throws IOException {
        JsonNode series = series(query);
        assertThat(series).hasSize(1);
        assertThat(series.get(0).get("points")).hasSize(1);
        assertThat(series.at("/0/points/0/value").decimalValue()).isEqualByComparingTo(expected);
    }

    @Test
    void borderPatrolsShareOfNovember2023Is7884Percent() throws IOException {
        JsonNode series = series("region=southwest&groupBy=component&from=2023-11&to=2023-11&transform=share");
        assertThat(series.at("/0/key/component").textValue()).isEqualTo("ofo");
        assertThat(series.at("/0/points/0/value").decimalValue()).isEqualByComparingTo("21.160566");
        assertThat(series.at("/1/points/0/value").decimalValue()).isEqualByComparingTo("78.839434");
    }
}
