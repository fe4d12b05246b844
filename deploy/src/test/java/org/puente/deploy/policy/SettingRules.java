package org.puente.deploy.policy;

import static org.puente.deploy.Rendered.each;
import static org.puente.deploy.Rendered.name;
import static org.puente.deploy.Rendered.podSpec;
import static org.puente.deploy.Rendered.service;
import static org.puente.deploy.Rendered.title;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.puente.deploy.Rendered;

/** That settings of one place fit those of another. */
final class SettingRules {

    private static final Pattern FILE = Pattern.compile("/etc/[\\w./-]+");

    static final String ADDRESSES =
            "the gateway calls each service at its port, encrypted where the service takes nothing else";

    static final List<Rule> ALL = List.of(
            new Rule(ADDRESSES, all -> all.services()
                    .filter(called -> !name(called).equals("gateway"))
                    .filter(called -> !expected(all, called).equals(called(all, called)))
                    .map(called -> title(called) + " is called at " + called(all, called))),
            new Rule("every file that a setting names is mounted", all -> all.workloads()
                    .flatMap(workload -> Rendered.containers(workload)
                            .flatMap(container -> all.settings(container).values().stream()
                                    .flatMap(value ->
                                            FILE.matcher(value).results().map(MatchResult::group))
                                    .filter(file -> mounted(workload, container).noneMatch(file::equals))
                                    .map(file -> title(workload) + ", container "
                                            + container.path("name").asText() + ", " + file)))));

    private SettingRules() {}

    private static String expected(Rendered all, JsonNode called) {
        Map<String, String> settings = all.settings(service(called));
        boolean encrypted = "disabled".equals(settings.get("QUARKUS_HTTP_INSECURE_REQUESTS"))
                && "required".equals(settings.get("PUENTE_TRANSPORT_CLIENT_CERTIFICATE"));
        JsonNode port = each(service(called).path("ports"))
                .filter(candidate -> candidate.path("name").asText().equals("http"))
                .findFirst()
                .orElseThrow();
        return (encrypted ? "https" : "http") + "://" + name(called) + ":"
                + port.path("containerPort").asInt();
    }

    private static String called(Rendered all, JsonNode service) {
        String upstream = name(service).replace("-service", "").toUpperCase(Locale.ROOT);
        return all.settings(service(all.find("Deployment", "gateway").orElseThrow()))
                .getOrDefault("PUENTE_UPSTREAM_" + upstream + "_URL", "no address");
    }

    /** The files of secrets that a container finds. */
    private static Stream<String> mounted(JsonNode workload, JsonNode container) {
        return each(container.path("volumeMounts"))
                .flatMap(mount -> each(podSpec(workload).path("volumes"))
                        .filter(volume -> volume.path("name").equals(mount.path("name")))
                        .flatMap(volume -> each(volume.at("/secret/items")))
                        .map(item -> mount.path("mountPath").asText() + "/"
                                + item.path("path").asText()));
    }
}
