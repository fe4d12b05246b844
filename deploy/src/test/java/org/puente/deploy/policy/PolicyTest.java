package org.puente.deploy.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.deploy.KubernetesModel;
import org.puente.deploy.Manifests;
import org.puente.deploy.Rendered;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PolicyTest {

    static final List<Rule> RULES = Stream.of(
                    PodRules.ALL, LifecycleRules.ALL, NetworkRules.ALL, ReferenceRules.ALL, SettingRules.ALL)
            .flatMap(List::stream)
            .toList();

    private Rendered planted;

    @BeforeAll
    void render() {
        planted = Manifests.canRender() ? Manifests.overlay("production") : Manifests.base();
    }

    @Test
    void theBaseAsItIsWrittenKeepsEveryRuleThatNeedsNoOverlay() {
        Rendered base = Manifests.base();
        assertThat(RULES)
                .filteredOn(rule -> !ReferenceRules.OF_OVERLAYS.contains(rule.name()))
                .allSatisfy(
                        rule -> assertThat(rule.broken(base)).as(rule.name()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "production"})
    void everyOverlayKeepsEveryRule(String overlay) {
        Manifests.assumeRendering();
        Rendered rendered = Manifests.overlay(overlay);
        assertThat(RULES)
                .allSatisfy(rule ->
                        assertThat(rule.broken(rendered)).as(rule.name()).isEmpty());
    }

    static List<String> components() {
        return Manifests.components();
    }

    @ParameterizedTest
    @MethodSource("components")
    void everyComponentLaidOverTheBaseKeepsEveryRuleAndIsWhatTheApiServerTakes(String component) {
        Manifests.assumeRendering();
        // A pooler is a part of the operator's cluster.
        Rendered rendered = component.equals("pgbouncer")
                ? Manifests.composed("base", "cloudnative-pg", component)
                : Manifests.composed("base", component);
        assertThat(RULES)
                .filteredOn(rule -> !rule.name().equals(ReferenceRules.VERSIONED))
                .allSatisfy(rule ->
                        assertThat(rule.broken(rendered)).as(rule.name()).isEmpty());
        assertThat(rendered.objects()).allSatisfy(object -> assertThat(KubernetesModel.faults(object))
                .as(Rendered.title(object))
                .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "production"})
    void everyObjectOfAnOverlayIsWhatTheApiServerTakes(String overlay) {
        Manifests.assumeRendering();
        assertThat(Manifests.overlay(overlay).objects()).allSatisfy(object -> assertThat(KubernetesModel.faults(object))
                .as(Rendered.title(object))
                .isEmpty());
    }

    @Test
    void everyObjectOfTheBaseIsWhatTheApiServerTakes() {
        assertThat(Manifests.base().objects()).allSatisfy(object -> assertThat(KubernetesModel.faults(object))
                .as(Rendered.title(object))
                .isEmpty());
    }

    @Test
    void everyRuleHasAViolationPlanted() {
        assertThat(Plant.ALL)
                .extracting(Plant::breaks)
                .containsAll(RULES.stream().map(Rule::name).toList());
    }

    static Stream<Plant> plants() {
        return Plant.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("plants")
    void aPlantedViolationIsFound(Plant plant) {
        Rendered spoilt = planted.copy();
        Rule rule = RULES.stream()
                .filter(candidate -> candidate.name().equals(plant.breaks()))
                .findFirst()
                .orElseThrow();
        List<String> before = rule.broken(spoilt);
        plant.in(spoilt);
        assertThat(rule.broken(spoilt)).isNotEqualTo(before).isNotEmpty();
    }

    @Test
    void aMisspeltFieldAndAWrongTypeAreFaults() {
        ObjectNode service = Manifests.base().find("Service", "gateway").orElseThrow();
        ((ObjectNode) service.path("spec")).put("selectr", "gateway");
        assertThat(KubernetesModel.faults(service)).first().asString().contains("selectr");
        ObjectNode deployment = Manifests.base().find("Deployment", "gateway").orElseThrow();
        ((ObjectNode) deployment.path("spec")).put("minReadySeconds", "soon");
        assertThat(KubernetesModel.faults(deployment)).first().asString().contains("soon");
    }

    @Test
    void aFieldThatCloudNativePgDoesNotDocumentIsAFault() {
        ObjectNode cluster = Manifests.documents(
                        Manifests.read(Manifests.FOLDER.resolve("components/cloudnative-pg/cluster.yaml")))
                .get(0);
        assertThat(KubernetesModel.faults(cluster)).isEmpty();
        ((ObjectNode) cluster.path("spec")).put("instance", 3);
        assertThat(KubernetesModel.faults(cluster)).containsExactly("spec.instance is no documented field");
    }
}
