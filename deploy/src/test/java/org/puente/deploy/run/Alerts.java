package org.puente.deploy.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.puente.deploy.Manifests;
import org.puente.deploy.Rendered;

/** The rules of Prometheus and the board of Grafana, and what they look at. */
final class Alerts {

    /** Not ours to measure: rules of our own, functions and variables, and CloudNativePG. */
    private static final Pattern FOREIGN =
            Pattern.compile("[a-z_]+:[a-z0-9_:]+|histogram_quantile|\\$\\w+|barman_\\w+|\"[^\"]*\"");

    private static final Pattern SERIES = Pattern.compile("\\b[a-z]+(_[a-z0-9]+)+\\b");

    private Alerts() {}

    static JsonNode rules() {
        return Manifests.documents(Manifests.read(Manifests.FOLDER.resolve("components/monitoring/rules.yaml")))
                .get(0);
    }

    static Stream<JsonNode> alerts() {
        return Rendered.each(rules().at("/spec/groups"))
                .flatMap(group -> Rendered.each(group.path("rules")))
                .filter(rule -> rule.has("alert"));
    }

    private static JsonNode board() {
        ArrayNode documents = Manifests.JSON.createArrayNode();
        Manifests.documents(Manifests.read(Manifests.FOLDER.resolve("components/monitoring/puente.json")))
                .forEach(documents::add);
        return documents;
    }

    /** The names of all series of ours that an alert or a panel needs. */
    static Set<String> series() {
        Set<String> names = new TreeSet<>();
        List.of(rules(), board())
                .forEach(place -> place.findValuesAsText("expr").forEach(expression -> {
                    Matcher found = SERIES.matcher(FOREIGN.matcher(expression).replaceAll(" "));
                    while (found.find()) {
                        names.add(found.group());
                    }
                }));
        return names;
    }
}
