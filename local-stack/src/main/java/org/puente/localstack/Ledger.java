package org.puente.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The processes of a stack, on disk: other shells find them there, and so does the run after one that was killed. Those
 * that have ended are not struck out, so that stopping works on a full disk.
 */
final class Ledger {

    static final String LAUNCHER = "launcher";

    private final Path file;

    Ledger(Path file) {
        this.file = file;
    }

    synchronized void add(StartedProcess process) {
        List<StartedProcess> all = new ArrayList<>(without(process.name()));
        all.add(process);
        write(all);
    }

    Optional<StartedProcess> alive(String name) {
        return read().stream()
                .filter(process -> process.name().equals(name))
                .filter(StartedProcess::isAlive)
                .findFirst();
    }

    /** Those that still run, the last one started first; without the launcher itself. */
    List<StartedProcess> aliveParts() {
        List<StartedProcess> parts = new ArrayList<>(read().stream()
                .filter(Predicate.not(process -> process.name().equals(LAUNCHER)))
                .filter(StartedProcess::isAlive)
                .toList());
        Collections.reverse(parts);
        return parts;
    }

    private List<StartedProcess> without(String name) {
        return read().stream().filter(process -> !process.name().equals(name)).toList();
    }

    private List<StartedProcess> read() {
        try {
            return Files.readAllLines(file).stream().map(StartedProcess::parse).toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(List<StartedProcess> processes) {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            Files.write(next, processes.stream().map(StartedProcess::toString).toList());
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
