package org.puente.deploy.run;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.puente.deploy.Manifests;
import org.puente.deploy.Rendered;

/**
 * What {@code overlays/local/secrets.sh} makes.
 *
 * @param values by name and key, such as {@code statistics-database/password}
 */
record Secrets(Map<String, String> values) {

    static Secrets made() {
        return new Secrets(Manifests.documents(yaml()).stream()
                .flatMap(secret -> secret.path("stringData").properties().stream()
                        .map(entry -> Map.entry(
                                Rendered.name(secret) + "/" + entry.getKey(),
                                entry.getValue().asText())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** The Secrets as they would be sent to a cluster, other ones each time. */
    static String yaml() {
        return Commands.run(
                        Map.of(),
                        List.of(Manifests.FOLDER
                                .resolve("overlays/local/secrets.sh")
                                .toString()))
                .output();
    }

    String value(String nameAndKey) {
        return values.get(nameAndKey);
    }

    /** The passwords under the names by which {@code roles.sh}, {@code dump} and {@code restore} know them. */
    Map<String, String> passwords() {
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("/password"))
                .collect(Collectors.toMap(entry -> variable(entry.getKey()), Map.Entry::getValue));
    }

    private static String variable(String nameAndKey) {
        return nameAndKey
                .replace("-database", "")
                .replace("-superuser", "")
                .replaceAll("[-/]", "_")
                .toUpperCase(Locale.ROOT);
    }
}
