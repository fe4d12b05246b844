package org.puente.deploy.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs programs to their end. */
final class Commands {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** How a program ended, and all that it said. */
    record Ended(int code, String output) {}

    private Commands() {}

    static Ended run(Map<String, String> environment, List<String> command) {
        return run(PATIENCE, environment, command);
    }

    static Ended run(Duration patience, Map<String, String> environment, List<String> command) {
        Ended ended = attempt(patience, environment, command);
        if (ended.code() != 0) {
            throw new IllegalStateException(
                    String.join(" ", command) + " ended with " + ended.code() + ":\n" + ended.output());
        }
        return ended;
    }

    static Ended attempt(Map<String, String> environment, List<String> command) {
        return attempt(PATIENCE, environment, command);
    }

    private static Ended attempt(Duration patience, Map<String, String> environment, List<String> command) {
        try {
            Path output = Files.createTempFile("command", ".log");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(command + " doesn't end:\n" + Files.readString(output));
            }
            String said = Files.readString(output);
            Files.delete(output);
            return new Ended(process.exitValue(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
