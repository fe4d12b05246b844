package org.puente.diplomacy.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.puente.diplomacy.testsupport.Api.anyone;
import static org.puente.diplomacy.testsupport.Api.publish;
import static org.puente.diplomacy.testsupport.Api.replace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.puente.diplomacy.record.Kind;
import org.puente.diplomacy.testsupport.DiplomacyTest;

@DiplomacyTest
class ReferenceDataTest {

    @Inject
    ReferenceData data;

    private static JsonNode file(String yaml) throws IOException {
        return new YAMLMapper().readTree(yaml);
    }

    @Test
    void loadingAgainMakesNoVersion() {
        assertThat(data.load()).isZero();
    }

    @Test
    void changedFileMakesAVersionAndNoDuplicate() throws IOException {
        String yaml = "- {slug: loaded-topic, title: %s}";
        assertThat(data.load(Kind.TOPIC, file(yaml.formatted("First")))).isEqualTo(1);
        assertThat(data.load(Kind.TOPIC, file(yaml.formatted("First")))).isZero();
        assertThat(data.load(Kind.TOPIC, file(yaml.formatted("Second")))).isEqualTo(1);
        anyone().get("/v1/topics/loaded-topic")
                .then()
                .body("title", equalTo("Second"))
                .body("editorial.state", equalTo("corrected"));
        anyone().get("/v1/topics/loaded-topic/history")
                .then()
                .body("versions.document.title", contains("First", "Second"))
                .body("versions[1].reason", equalTo("The reference data changed"))
                .body("versions[1].changes.field", contains("/title"));
    }

    @Test
    void recordThatSomeoneEditedIsLeftAlone() throws IOException {
        data.load(Kind.TOPIC, file("- {slug: edited-topic, title: First}"));
        replace("/v1/topics/edited-topic", "ana", "Better words", Map.of("slug", "edited-topic", "title", "Better"));
        publish("/v1/topics/edited-topic", "rosa");
        assertThat(data.load(Kind.TOPIC, file("- {slug: edited-topic, title: Third}")))
                .isZero();
        anyone().get("/v1/topics/edited-topic").then().body("title", equalTo("Better"));
    }

    @Test
    void faultInAFileNamesTheRecordAndLoadsNothing() {
        assertThatThrownBy(() -> data.load(Kind.TOPIC, file("[{slug: good-topic, title: Good}, {slug: bad-topic}]")))
                .hasMessageContaining("topic bad-topic")
                .hasMessageContaining("title");
        anyone().get("/v1/topics/good-topic").then().statusCode(404);
    }
}
