package org.puente.statistics.drug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.puente.statistics.testsupport.Documented.client;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.puente.statistics.testsupport.OfficialFiles;

/** Expected numbers are decimal sums of the official file, computed apart. */
@QuarkusTest
class OfficialSeizuresTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from=2023-10&to=2023-10 | 37433.200912445",
                "from=2023-11&to=2023-11 | 48175.474485319",
                "from=2023-11&to=2023-11&transform=percent-change | 28.697181",
                "drug=methamphetamine&from=2023-10&to=2023-10 | 11770.415567385",
                "drug=methamphetamine&from=2023-11&to=2023-11 | 18152.93323143",
                "drug=methamphetamine&from=2023-11&to=2023-11&transform=percent-change | 54.225083",
                "measure=events&from=2023-11&to=2023-11 | 4279"
            })
    void officialNumbersComeOut(String query, BigDecimal expected) throws IOException {
        String path = "/v1/drug-seizures/series?" + query + "&release=" + OfficialFiles.DRUGS_2026_01.imported();
        JsonNode answer = new ObjectMapper()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .readTree(client().get(path).then().statusCode(200).extract().asByteArray());
        assertThat(answer.at("/series/0/points/0/value").decimalValue()).isEqualByComparingTo(expected);
    }
}
