package org.puente.localstack;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One process of the stack. It runs in a session of its own, so that only the launcher decides when it ends. */
public abstract class Part {

    private static final Duration START_LIMIT = Duration.ofSeconds(180);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final int SHOWN_LINES = 8;

    private final String name;
    private final int port;
    private final Workspace workspace;
    private final String stopSignal;
    private Process process;
    private StartedProcess started;

    Part(String name, int port, Workspace workspace, String stopSignal) {
        this.name = name;
        this.port = port;
        this.workspace = workspace;
        this.stopSignal = stopSignal;
    }

    abstract ProcessBuilder command() throws IOException;

    /** Where others reach it. */
    public abstract String address();

    /** Whether it does its work right now. */
    public abstract boolean isReady();

    /** Every port it listens on. */
    List<Integer> ports() {
        return List.of(port);
    }

    public String name() {
        return name;
    }

    int port() {
        return port;
    }

    Workspace workspace() {
        return workspace;
    }

    Path log() {
        return workspace.log(name);
    }

    /** Of the process that was started last. */
    long pid() {
        return process.pid();
    }

    /** Starts the process without waiting for it to be ready. */
    public synchronized void start() throws IOException {
        if (Files.exists(log())) {
            Path previous = log().resolveSibling(name + ".previous.log");
            Files.move(log(), previous, StandardCopyOption.REPLACE_EXISTING);
        }
        process = command()
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
        started = StartedProcess.of(name, port, process.pid());
        workspace.ledger().add(started);
    }

    /** Returns when it does its work. @throws Failure when it ends or hangs instead */
    public void awaitReady() throws InterruptedException {
        Instant giveUp = Instant.now().plus(START_LIMIT);
        while (!isReady()) {
            if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                throw whyEnded("while starting");
            }
            if (Instant.now().isAfter(giveUp)) {
                throw new Failure(
                        "%s was not ready after %d s; its log is %s.".formatted(name, START_LIMIT.toSeconds(), log()));
            }
        }
    }

    /** Lets it finish what it does, and returns when the process is gone. */
    public synchronized void stop() {
        if (started != null) {
            started.end(stopSignal, STOP_LIMIT);
        }
    }

    /** @param signal such as {@code KILL}, or {@code STOP} and {@code CONT} to suspend and resume it */
    public synchronized void send(String signal) {
        started.send(signal);
    }

    synchronized boolean isAlive() {
        return started != null && started.isAlive();
    }

    CompletableFuture<Part> onExit() {
        return process.onExit().thenApply(ended -> this);
    }

    Failure whyEnded(String when) {
        return new Failure("%s ended %s with code %d; its log is %s and ends so:%n%s"
                .formatted(name, when, process.onExit().join().exitValue(), log(), lastLines()));
    }

    /** Frames of a stack trace would hide the line that says what happened. */
    private String lastLines() {
        try {
            List<String> lines = new String(Files.readAllBytes(log()), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("\t"))
                    .toList();
            return String.join(
                    System.lineSeparator(), lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size()));
        } catch (IOException e) {
            return "(unreadable: " + e.getMessage() + ")";
        }
    }
}
