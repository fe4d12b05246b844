package org.puente.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.io.FileUtils;
import org.tukaani.xz.XZInputStream;

/** The server's programs, as the Maven artifact of this machine's processor has them. */
final class Binaries {

    private Binaries() {}

    /** Unpacks into a folder that does not exist yet; a folder that exists is complete, since it appears in one move. */
    static void unpackInto(Path folder) throws IOException {
        if (Files.exists(folder)) {
            return;
        }
        Path unfinished = folder.resolveSibling(folder.getFileName() + ".unfinished");
        FileUtils.deleteDirectory(unfinished.toFile());
        String archive = "/postgres-linux-" + architecture() + ".txz";
        try (InputStream packed = Binaries.class.getResourceAsStream(archive)) {
            if (packed == null) {
                throw new IOException("PostgreSQL's programs for this machine (" + System.getProperty("os.name") + ", "
                        + System.getProperty("os.arch") + ") are not bundled: Linux on amd64 or arm64 is needed");
            }
            unpack(new TarArchiveInputStream(new XZInputStream(packed)), unfinished);
        }
        Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String architecture() {
        return switch (System.getProperty("os.arch")) {
            case "amd64" -> "x86_64";
            case "aarch64" -> "arm_64";
            default -> System.getProperty("os.arch");
        };
    }

    private static void unpack(TarArchiveInputStream archive, Path folder) throws IOException {
        for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
            Path target = folder.resolve(entry.getName()).normalize();
            if (entry.isDirectory()) {
                Files.createDirectories(target);
                continue;
            }
            Files.createDirectories(target.getParent());
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            } else {
                Files.copy(archive, target);
                if (target.getParent().endsWith("bin") && !target.toFile().setExecutable(true)) {
                    throw new IOException(target + " can't be made executable");
                }
            }
        }
    }
}
