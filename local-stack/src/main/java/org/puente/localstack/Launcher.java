package org.puente.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The commands of {@code ./puente}. The system property {@code puente.project} names the built project; the environment
 * variables {@code PUENTE_DIR} and {@code PUENTE_PORT_BASE} say where a stack keeps its things and where it listens.
 */
public final class Launcher {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(90);

    private final Workspace workspace;
    private final String portBase;

    private Launcher(Workspace workspace, String portBase) {
        this.workspace = workspace;
        this.portBase = portBase;
    }

    public static void main(String[] arguments) throws InterruptedException {
        Path project = Path.of(System.getProperty("puente.project", "."));
        Path folder =
                Optional.ofNullable(System.getenv("PUENTE_DIR")).map(Path::of).orElse(project.resolve(".puente"));
        Launcher launcher = new Launcher(new Workspace(project, folder), System.getenv(Ports.VARIABLE));
        int exit;
        try {
            exit = launcher.run(new ArrayDeque<>(List.of(arguments)));
        } catch (Failure e) {
            exit = fail(e.getMessage());
        } catch (FileSystemException e) {
            exit = fail(sentence(e));
        } catch (UncheckedIOException e) {
            exit = fail(
                    e.getCause() instanceof FileSystemException cause
                            ? sentence(cause)
                            : e.getCause().getMessage());
        } catch (IOException | SQLException e) {
            exit = fail(e.getMessage());
        }
        System.exit(exit);
    }

    private static int fail(String sentence) {
        System.err.println(sentence);
        return 1;
    }

    private static String sentence(FileSystemException e) {
        return e.getFile() + ": "
                + Optional.ofNullable(e.getReason()).orElse(e.getClass().getSimpleName()) + ".";
    }

    private int run(Deque<String> arguments) throws IOException, InterruptedException, SQLException {
        String command = Optional.ofNullable(arguments.poll()).orElse("");
        return switch (command) {
            case "up" -> up(dataFolder(arguments));
            case "down" -> down();
            case "status" -> status();
            case "logs" -> logs(arguments);
            case "token" -> token(arguments);
            default ->
                throw new Failure("There is no command '" + command + "'; there are up, down, status, logs and token.");
        };
    }

    private static Optional<Path> dataFolder(Deque<String> arguments) {
        if (arguments.isEmpty()) {
            return Optional.empty();
        }
        if (!arguments.poll().equals("--data") || arguments.size() != 1) {
            throw new Failure("'up' takes nothing but --data and a folder of official files.");
        }
        return Optional.of(Path.of(arguments.poll()));
    }

    private int up(Optional<Path> dataFolder) throws IOException, InterruptedException, SQLException {
        List<OfficialFile> files = dataFolder.isPresent() ? OfficialFile.below(dataFolder.get()) : List.of();
        Optional<StartedProcess> running = workspace.ledger().alive(Ledger.LAUNCHER);
        if (running.isPresent() && !files.isEmpty()) {
            System.out.println(Stack.alreadyRuns(workspace));
            return importAll(files, new Stack(workspace, new Ports(running.get().port()), System.out)) ? 0 : 1;
        }
        Stack stack = new Stack(workspace, Ports.parse(portBase), System.out);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::stop, "stop"));
        try {
            stack.start();
            importAll(files, stack);
            printAddresses(stack);
            throw stack.awaitEnd().whyEnded("by itself");
        } catch (Failure | IOException | SQLException e) {
            // While it stops on request, parts end and connections break: that is not news.
            if (stack.isStopping()) {
                Thread.currentThread().join();
            }
            throw e;
        }
    }

    private boolean importAll(List<OfficialFile> files, Stack stack) throws InterruptedException {
        Import releases = new Import(
                stack.part("statistics-service").address(), new Identity(workspace).token("statistics-publisher"));
        boolean allAccepted = true;
        for (OfficialFile file : files) {
            Import.Outcome outcome = releases.send(file);
            System.out.println(outcome.line());
            allAccepted &= outcome.accepted();
        }
        return allAccepted;
    }

    private static void printAddresses(Stack stack) {
        System.out.println();
        stack.parts().forEach(part -> System.out.printf("  %-20s%s%n", part.name(), part.address()));
        System.out.printf(
                "%nTry:   curl '%s/api/v1/encounters/series?region=southwest&from=2023-11&to=2023-11'%nRead:  %1$s/docs%nStop:  Ctrl-C, or ./puente down%n",
                stack.part("gateway").address());
    }

    private int down() throws InterruptedException {
        Ledger ledger = workspace.ledger();
        Optional<StartedProcess> launcher = ledger.alive(Ledger.LAUNCHER);
        launcher.ifPresent(process -> process.end("TERM", STOP_LIMIT));
        if (workspace.lock().isEmpty()) {
            throw new Failure(Stack.alreadyRuns(workspace));
        }
        boolean leftovers = Stack.endLeftovers(workspace, System.out);
        System.out.println(launcher.isPresent() || leftovers ? "Puente is stopped." : "Puente does not run.");
        return 0;
    }

    private int status() {
        Ledger ledger = workspace.ledger();
        Optional<StartedProcess> launcher = ledger.alive(Ledger.LAUNCHER);
        if (launcher.isEmpty()) {
            System.out.println("Puente does not run.");
            ledger.aliveParts()
                    .forEach(part -> System.out.printf(
                            "%s (process %d) is left from a run that was killed: ./puente down ends it.%n",
                            part.name(), part.pid()));
            return 1;
        }
        boolean allReady = true;
        for (Part part : new Stack(workspace, new Ports(launcher.get().port()), System.out).parts()) {
            Optional<StartedProcess> process = ledger.alive(part.name());
            boolean ready = process.isPresent() && part.isReady();
            System.out.printf(
                    "%-20s%-11s%-32s%-15slog %s%n",
                    part.name(),
                    ready ? "ready" : process.isPresent() ? "not ready" : "stopped",
                    part.address(),
                    process.map(alive -> "process " + alive.pid()).orElse(""),
                    part.log());
            allReady &= ready;
        }
        return allReady ? 0 : 1;
    }

    private int token(Deque<String> arguments) throws IOException {
        workspace.prepare();
        System.out.println(new Identity(workspace)
                .token(Optional.ofNullable(arguments.poll()).orElse("")));
        return 0;
    }

    private int logs(Deque<String> arguments) throws IOException, InterruptedException {
        String name = Optional.ofNullable(arguments.poll()).orElse("");
        boolean follow = "--follow".equals(arguments.poll());
        Path log = new Stack(workspace, new Ports(Ports.USUAL_BASE), System.out)
                .part(name)
                .log();
        if (!log.toFile().exists()) {
            throw new Failure(name + " has no log yet; ./puente up starts it.");
        }
        return new ProcessBuilder("tail", "-n", "200", follow ? "-F" : "--", log.toString())
                .inheritIO()
                .start()
                .waitFor();
    }
}
