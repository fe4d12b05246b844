package org.puente.deploy.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.puente.deploy.Manifests;

class AlertsTest {

    private static final Path RUNBOOKS = Manifests.FOLDER.resolve("runbooks");

    @Test
    void everyAlertNamesAPageThatIsThereAndThatNamesIt() {
        assertThat(Alerts.alerts()).isNotEmpty().allSatisfy(alert -> {
            String page = alert.at("/annotations/runbook_url").asText();
            assertThat(page).matches("runbooks/[a-z-]+\\.md");
            assertThat(Manifests.FOLDER.resolve(page))
                    .content()
                    .contains(alert.path("alert").asText());
            assertThat(RUNBOOKS.resolve("README.md"))
                    .content()
                    .contains(alert.path("alert").asText());
        });
    }

    @Test
    void everyAlertSaysWhatIsLostAndWhetherItWakesSomeone() {
        assertThat(Alerts.alerts()).allSatisfy(alert -> {
            assertThat(alert.at("/annotations/summary").asText()).isNotBlank();
            assertThat(alert.at("/labels/severity").asText()).isIn("page", "ticket");
        });
    }

    @Test
    void everyLinkOfAPageLeadsSomewhere() {
        for (Path page : Manifests.files(RUNBOOKS, ".md")) {
            assertThat(Pattern.compile("]\\(([^)#]+)[^)]*\\)")
                            .matcher(Manifests.read(page))
                            .results()
                            .map(link -> page.resolveSibling(link.group(1)).normalize()))
                    .allSatisfy(target -> assertThat(target).exists());
        }
    }

    @Test
    void theAlertsFireWhenTheyShouldAndNotBefore() throws IOException {
        assumeTrue(Manifests.found("promtool", "--version"), "promtool, of the package prometheus, is not installed");
        Path folder = Files.createTempDirectory("alerts");
        Manifests.JSON.writeValue(
                folder.resolve("rules.json").toFile(), Alerts.rules().path("spec"));
        Files.copy(Path.of("src/test/resources/alerts-test.yaml"), folder.resolve("alerts-test.yaml"));
        Commands.Ended ended = Commands.attempt(
                Map.of(),
                List.of(
                        "promtool",
                        "test",
                        "rules",
                        folder.resolve("alerts-test.yaml").toString()));
        assertThat(ended.code()).as(ended.output()).isZero();
    }
}
