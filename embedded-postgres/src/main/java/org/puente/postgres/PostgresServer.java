package org.puente.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import org.apache.commons.io.FileUtils;

/**
 * A PostgreSQL whose data lasts: what it has committed is on disk, and who wants in needs a password. It listens on
 * 127.0.0.1 only. Whoever starts {@link #command()} owns the process, and ends it by SIGINT, upon which the server breaks
 * off what runs and writes everything down.
 *
 * @param programs where the server's programs are unpacked
 * @param data     the data directory, made by the first {@link #prepare()}
 * @param port     where it listens
 * @param password of the role {@value #OWNER}, fixed when the data directory is made
 */
public record PostgresServer(Path programs, Path data, int port, String password) {

    /** The role that owns the server. */
    public static final String OWNER = "postgres";

    private static final int SHARED_MEMORY_LINE = 6;
    private static final Duration ORPHANS = Duration.ofSeconds(10);

    /**
     * Unpacks the programs and makes the data directory where they are missing.
     *
     * @throws IOException with a message for people, such as a full disk or a machine that no programs are bundled for
     */
    public void prepare() throws IOException {
        Binaries.unpackInto(programs);
        if (Files.exists(data)) {
            awaitOrphans();
            forgetReusedNumber();
            return;
        }
        Path unfinished = data.resolveSibling(data.getFileName() + ".unfinished");
        FileUtils.deleteDirectory(unfinished.toFile());
        List<String> initdb = command("initdb", "-D", unfinished.toString(), "-U", OWNER, "-A", "scram-sha-256");
        initdb.addAll(List.of("--pwfile=/dev/stdin", "-E", "UTF-8", "--locale-provider=builtin", "--locale=C.UTF-8"));
        Process setUp = new ProcessBuilder(initdb).redirectErrorStream(true).start();
        try (var stdin = setUp.outputWriter(StandardCharsets.UTF_8)) {
            stdin.write(password);
        }
        String output = new String(setUp.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (setUp.onExit().join().exitValue() != 0) {
            throw new IOException("PostgreSQL could not set up its data directory: "
                    + output.strip().lines().reduce("", (first, second) -> second));
        }
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * The processes of a server that was killed outlive it by a moment. As long as one of them holds the shared memory that
     * the lock file names, a new server refuses to start.
     */
    private void awaitOrphans() throws IOException {
        Path lock = data.resolve("postmaster.pid");
        if (!Files.exists(lock)) {
            return;
        }
        List<String> lines = Files.readAllLines(lock);
        if (lines.size() <= SHARED_MEMORY_LINE) {
            return;
        }
        String[] keyAndId = lines.get(SHARED_MEMORY_LINE).strip().split("\\s+");
        String id = keyAndId[keyAndId.length - 1];
        for (Instant giveUp = Instant.now().plus(ORPHANS);
                isAttached(id) && Instant.now().isBefore(giveUp); ) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static boolean isAttached(String id) throws IOException {
        Path segments = Path.of("/proc/sysvipc/shm");
        return Files.isReadable(segments)
                && Files.readAllLines(segments).stream()
                        .map(line -> line.strip().split("\\s+"))
                        .anyMatch(columns -> columns[1].equals(id) && !columns[6].equals("0"));
    }

    /**
     * A server that had no time to remove its lock file leaves its process number there. After a reboot another program may
     * have that number, and the next server would take it for a running one and refuse to start.
     */
    private void forgetReusedNumber() throws IOException {
        Path lock = data.resolve("postmaster.pid");
        if (Files.exists(lock)) {
            Path name = Path.of("/proc", Files.readAllLines(lock).get(0).strip(), "comm");
            if (Files.exists(name) && !Files.readString(name).strip().equals("postgres")) {
                Files.delete(lock);
            }
        }
    }

    /** The command that becomes the server's main process: it does not fork, so the process that runs it is the server. */
    public ProcessBuilder command() {
        List<String> command = command("postgres", "-D", data.toString(), "-p", Integer.toString(port));
        for (String setting : List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "fsync=on",
                "synchronous_commit=on",
                "full_page_writes=on",
                "timezone=UTC",
                "log_timezone=UTC")) {
            command.addAll(List.of("-c", setting));
        }
        return new ProcessBuilder(command);
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Connects as the owner. */
    public Connection connect(String database) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", OWNER);
        login.setProperty("password", password);
        login.setProperty("connectTimeout", "2");
        return DriverManager.getConnection(jdbcUrl(database), login);
    }

    /**
     * Each program gets a session of its own, out of reach of a Ctrl-C at the terminal. PostgreSQL refuses to run as root;
     * in a user namespace without a mapping root is nobody in particular.
     */
    private List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>(List.of("setsid"));
        if (isRoot()) {
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(programs + File.separator + "bin" + File.separator + program);
        command.addAll(List.of(arguments));
        return command;
    }

    private static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self/"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
