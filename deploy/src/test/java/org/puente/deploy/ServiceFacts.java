package org.puente.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import io.smallrye.config.common.utils.StringUtil;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What a service really is: its ports, and every setting that it takes from its environment, read from its own build. */
public final class ServiceFacts {

    public static final List<String> NAMES = List.of("statistics-service", "diplomacy-service", "gateway");

    private static final Path PROJECT = Manifests.FOLDER.getParent();

    private static final Map<String, ServiceFacts> KNOWN = new ConcurrentHashMap<>();

    private final String name;
    private final Properties settings = new Properties();
    private List<Pattern> variables;

    private ServiceFacts(String name) {
        this.name = name;
        load(PROJECT.resolve("service-kit/src/main/resources/META-INF/microprofile-config.properties"));
        load(PROJECT.resolve(name).resolve("src/main/resources/application.properties"));
    }

    static ServiceFacts of(String name) {
        return KNOWN.computeIfAbsent(name, ServiceFacts::new);
    }

    private void load(Path file) {
        try {
            settings.load(new StringReader(Manifests.read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String setting(String key) {
        return settings.getProperty(key);
    }

    int port() {
        return Integer.parseInt(setting("quarkus.http.port"));
    }

    int managementPort() {
        return Integer.parseInt(setting("quarkus.management.port"));
    }

    /** Where Quarkus puts its health and metrics, unless a setting moves them. */
    List<String> managementPaths() {
        return Stream.of("health/started", "health/live", "health/ready", "metrics")
                .map(path -> setting("quarkus.management.root-path") == null ? "/q/" + path : "moved")
                .toList();
    }

    boolean isPackaged() {
        return Files.isDirectory(application());
    }

    private Path application() {
        return PROJECT.resolve(name).resolve("target/quarkus-app");
    }

    /** Whether the service takes a setting from this environment variable when it starts. */
    boolean takes(String variable) {
        if (variables == null) {
            List<Path> jars = Manifests.files(application(), ".jar");
            variables = Stream.concat(jars.stream().flatMap(ServiceFacts::ofExtension), ofMappings(jars))
                    .toList();
        }
        return variables.stream().anyMatch(pattern -> pattern.matcher(variable).matches());
    }

    /** The settings that a Quarkus extension documents in its jar and reads at start. */
    private static Stream<Pattern> ofExtension(Path jar) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry model = zip.getEntry("META-INF/quarkus-config-doc/quarkus-config-model.json");
            if (model == null) {
                return Stream.empty();
            }
            try (InputStream content = zip.getInputStream(model)) {
                return Manifests.JSON.readTree(content).findParents("phase").stream()
                        .filter(setting -> setting.path("phase").asText().equals("RUN_TIME"))
                        .flatMap(setting -> setting.findValues("environmentVariable").stream())
                        .map(JsonNode::asText)
                        // A map's key, such as __DATASOURCE_NAME__, may be any but a number: that would be a list's
                        // index.
                        .map(variable -> Pattern.compile(variable.replaceAll("__[A-Z_]+?__", "_+[A-Z][A-Z0-9]*_+")))
                        .toList()
                        .stream();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The settings of the service's own configuration interfaces. */
    private Stream<Pattern> ofMappings(List<Path> jars) {
        List<Path> classes = Stream.of(name, "service-kit")
                .map(module -> PROJECT.resolve(module).resolve("target/classes"))
                .toList();
        URL[] places = Stream.concat(classes.stream(), jars.stream())
                .map(ServiceFacts::url)
                .toArray(URL[]::new);
        try (URLClassLoader loader = new URLClassLoader(places, getClass().getClassLoader())) {
            return classes.stream()
                    .flatMap(folder -> Manifests.files(folder, "Config.class").stream()
                            .map(file -> folder.relativize(file).toString()))
                    .map(file -> file.replace('/', '.').replaceAll("\\.class$", ""))
                    .map(type -> load(loader, type))
                    .filter(type -> type.isAnnotationPresent(ConfigMapping.class))
                    .flatMap(type -> ConfigMappings.getProperties(ConfigClass.configClass(type)).keySet().stream())
                    .map(property -> StringUtil.replaceNonAlphanumericByUnderscores(property.replace("[*]", ""))
                            .toUpperCase(Locale.ROOT))
                    .map(Pattern::compile)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(ClassLoader loader, String type) {
        try {
            return Class.forName(type, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static URL url(Path place) {
        try {
            return place.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
