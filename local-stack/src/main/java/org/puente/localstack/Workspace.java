package org.puente.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * Where a stack lies.
 *
 * @param project the built project
 * @param folder  what the stack keeps between runs: data, passwords, logs. Readable by its owner alone
 */
record Workspace(Path project, Path folder) {

    private static final long NEEDED_BYTES = 500L << 20;

    Workspace {
        project = project.toAbsolutePath().normalize();
        folder = folder.toAbsolutePath().normalize();
    }

    Path log(String part) {
        return folder.resolve("logs").resolve(part + ".log");
    }

    Path passwords() {
        return folder.resolve("passwords.properties");
    }

    Path signingKey() {
        return folder.resolve("token-key.pem");
    }

    Path postgresPrograms() {
        return folder.resolve("postgresql-18.6.0");
    }

    Path postgresData() {
        return folder.resolve("data");
    }

    /** The copy of a built service that runs, so that a build beside a running stack takes nothing from under it. */
    Path application(String service) {
        return folder.resolve("applications").resolve(service);
    }

    Path builtApplication(String service) {
        return project.resolve(service).resolve("target").resolve("quarkus-app");
    }

    Ledger ledger() {
        return new Ledger(folder.resolve("processes"));
    }

    /** Makes what is missing. @throws Failure when the disk is full */
    void prepare() throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        Files.createDirectories(folder.resolve("logs"));
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < NEEDED_BYTES) {
            throw new Failure("Only %d MB are free on the disk of %s, and Puente needs %d MB to start."
                    .formatted(free >> 20, folder, NEEDED_BYTES >> 20));
        }
    }

    /** Empty while another process holds it; it ends with the process that holds it, however that one ends. */
    Optional<FileLock> lock() {
        try {
            Files.createDirectories(folder);
            FileChannel file =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = file.tryLock();
            if (lock == null) {
                file.close();
            }
            return Optional.ofNullable(lock);
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
