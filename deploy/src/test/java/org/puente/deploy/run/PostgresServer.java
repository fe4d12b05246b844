package org.puente.deploy.run;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.puente.deploy.Manifests;

/**
 * A PostgreSQL of this machine's packages, with its client programs, empty but for the roles and databases that {@code
 * overlays/local/roles.sh} makes.
 */
final class PostgresServer implements AutoCloseable {

    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");

    private final Path programs;
    private final Path folder;
    private final int port;
    private final Map<String, String> passwords;

    private PostgresServer(Path programs, Path folder, int port, Map<String, String> passwords) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
        this.passwords = passwords;
    }

    /** The folder of the newest server's programs, if the packages of a server are installed. */
    static Optional<Path> programs() {
        if (!Files.isDirectory(INSTALLED)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(INSTALLED)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin ->
                            Files.isExecutable(bin.resolve("initdb")) && Files.isExecutable(bin.resolve("pg_dump")))
                    .max(Comparator.comparing(Path::toString));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param passwords of the roles, by the names of the variables that {@code roles.sh} reads */
    static PostgresServer start(Map<String, String> passwords) {
        try {
            Path folder = Files.createTempDirectory("puente-postgres");
            PostgresServer server = new PostgresServer(programs().orElseThrow(), folder, freePort(), passwords);
            Files.writeString(folder.resolve("password"), passwords.get("POSTGRES_PASSWORD"));
            if (isRoot()) {
                Commands.run(Map.of(), List.of("chown", "--recursive", "postgres", folder.toString()));
            }
            server.asServer(
                    "initdb",
                    "--pgdata=" + server.data(),
                    "--auth=scram-sha-256",
                    "--username=postgres",
                    "--pwfile=" + folder.resolve("password"),
                    "--encoding=UTF8");
            server.asServer(
                    "pg_ctl",
                    "--pgdata=" + server.data(),
                    "--wait",
                    "--log=" + folder.resolve("log"),
                    "--options=-c listen_addresses=127.0.0.1 -c fsync=off -p " + server.port + " -k " + folder,
                    "start");
            server.client(
                    Map.of(),
                    "sh",
                    Manifests.FOLDER.resolve("overlays/local/roles.sh").toString());
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    /** Runs a program with the client's programs at hand, as the superuser unless the environment says otherwise. */
    Commands.Ended client(Map<String, String> environment, String... command) {
        return Commands.run(clientEnvironment(environment), List.of(command));
    }

    /** The same, where failing is allowed. */
    Commands.Ended tried(Map<String, String> environment, String... command) {
        return Commands.attempt(clientEnvironment(environment), List.of(command));
    }

    private Map<String, String> clientEnvironment(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(passwords);
        all.put("PATH", programs + File.pathSeparator + System.getenv("PATH"));
        all.put("PGHOST", "127.0.0.1");
        all.put("PGPORT", Integer.toString(port));
        all.put("PGPASSWORD", passwords.get("POSTGRES_PASSWORD"));
        all.putAll(environment);
        return all;
    }

    private Path data() {
        return folder.resolve("data");
    }

    private void asServer(String program, String... arguments) {
        List<String> command =
                new ArrayList<>(isRoot() ? List.of("setpriv", "--reuid=postgres", "--clear-groups") : List.of());
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        Commands.run(Map.of(), command);
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        asServer("pg_ctl", "--pgdata=" + data(), "--mode=immediate", "stop");
        Commands.run(Map.of(), List.of("rm", "--recursive", folder.toString()));
    }
}
