package org.puente.deploy;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;

/** Reads the manifests of this folder: as they are written, and as kustomize renders them. */
public final class Manifests {

    public static final ObjectMapper JSON = new ObjectMapper();
    public static final Path FOLDER = Path.of("").toAbsolutePath();

    private static final Pattern RENDERER = Pattern.compile("Kustomize Version: v([5-9]|\\d\\d)");
    private static final Map<String, Rendered> OVERLAYS = new ConcurrentHashMap<>();

    private Manifests() {}

    /** Whether a {@code kubectl} that can render the overlays is on this machine: one with Kustomize 5. */
    public static boolean canRender() {
        return RENDERER.matcher(said("kubectl", "version", "--client")).find();
    }

    /** Skips a test that needs rendered overlays where they can't be. */
    public static void assumeRendering() {
        assumeTrue(canRender(), "kubectl 1.27 or later, which renders the overlays, is not installed");
    }

    /** Whether a program is there, and ends well when called so. */
    public static boolean found(String... command) {
        return !said(command).isEmpty();
    }

    /** What a program said that ended well, or nothing. */
    private static String said(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? output : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What {@code kubectl kustomize} makes of a folder that holds a {@code kustomization.yaml}. */
    public static Rendered render(Path kustomization) {
        try {
            Path errors = Files.createTempFile("kustomize", ".log");
            Process process = new ProcessBuilder("kubectl", "kustomize", kustomization.toString())
                    .redirectError(errors.toFile())
                    .start();
            String yaml = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(Files.readString(errors));
            }
            return new Rendered(documents(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Rendered overlay(String name) {
        return OVERLAYS.computeIfAbsent(
                name, overlay -> render(FOLDER.resolve("overlays").resolve(overlay)));
    }

    /** The names of all components. */
    public static List<String> components() {
        try (Stream<Path> folders = Files.list(FOLDER.resolve("components"))) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One folder, such as {@code base}, with components laid over it, and with the values of production. */
    public static Rendered composed(String below, String... components) {
        String name = below.replace('/', '-') + "-" + String.join("-", components);
        return OVERLAYS.computeIfAbsent(name, key -> {
            try {
                Path folder = Files.createDirectories(
                        FOLDER.resolve("target").resolve("kustomize").resolve(name));
                Files.writeString(
                        folder.resolve("values.yaml"), read(FOLDER.resolve("overlays/production/values.yaml")));
                Files.writeString(
                        folder.resolve("kustomization.yaml"),
                        JSON.writeValueAsString(Map.of(
                                "namespace",
                                "puente",
                                "resources",
                                List.of("../../../" + below, "values.yaml"),
                                "components",
                                Stream.of(components)
                                        .map(component -> "../../../components/" + component)
                                        .toList())));
                return render(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The base as it is written, with its own patches laid over it here: the policy needs no tool to be checked. */
    public static Rendered base() {
        Path base = FOLDER.resolve("base");
        JsonNode settings = documents(read(base.resolve("kustomization.yaml"))).get(0);
        List<ObjectNode> objects = StreamSupport.stream(
                        settings.path("resources").spliterator(), false)
                .flatMap(file -> documents(read(base.resolve(file.asText()))).stream())
                .toList();
        for (JsonNode patch : settings.path("patches")) {
            JsonNode content =
                    documents(read(base.resolve(patch.path("path").asText()))).get(0);
            objects.stream()
                    .filter(object -> targets(patch.path("target"), object))
                    .forEach(object -> {
                        Merge.into((ObjectNode) object.path("spec"), (ObjectNode) content.path("spec"));
                    });
        }
        return new Rendered(objects);
    }

    private static boolean targets(JsonNode target, JsonNode object) {
        return object.path("kind").asText().matches(target.path("kind").asText())
                && object.at("/metadata/name")
                        .asText()
                        .matches(target.path("name").asText(".*"));
    }

    public static List<ObjectNode> documents(String yaml) {
        return StreamSupport.stream(new Yaml().loadAll(yaml).spliterator(), false)
                .filter(Objects::nonNull)
                .map(document -> JSON.<ObjectNode>valueToTree(document))
                .toList();
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<Path> files(Path folder, String suffix) {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
