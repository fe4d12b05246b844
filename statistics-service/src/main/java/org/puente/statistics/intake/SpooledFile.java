package org.puente.statistics.intake;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.puente.kit.problem.Refusal;
import org.puente.statistics.cbp.BadFile;

/**
 * An official file on disk, unpacked, until it is closed. It has no name there, so that nothing is left of it when the
 * process is killed.
 *
 * @param sha256        of what was received
 * @param contentSha256 of what it unpacked to
 */
record SpooledFile(FileChannel channel, String sha256, String contentSha256) implements AutoCloseable {

    private static final int CHUNK = 64 * 1024;

    /** The system's words, as Java has none of its own for it. */
    private static final Pattern NO_SPACE = Pattern.compile("No space left|[Qq]uota exceeded");

    /**
     * Receives a body to its end, in constant memory. Gzip is known by its first two bytes.
     *
     * @param limit most bytes after unpacking
     * @throws Refusal where it is larger, or damaged
     */
    static SpooledFile receive(InputStream body, Path folder, long limit) throws IOException {
        Path path = Files.createDirectories(folder).resolve("release-" + UUID.randomUUID() + ".csv");
        FileChannel channel = FileChannel.open(path, READ, WRITE, CREATE_NEW, DELETE_ON_CLOSE);
        try {
            DigestInputStream received = new DigestInputStream(body, newDigest());
            MessageDigest content = unpack(received, Channels.newOutputStream(channel), limit);
            String hash = hex(received.getMessageDigest());
            return new SpooledFile(channel, hash, content == null ? hash : hex(content));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Its bytes from the beginning; one reader at a time. */
    InputStream content() throws IOException {
        channel.position(0);
        return new FilterInputStream(Channels.newInputStream(channel)) {
            @Override
            public void close() {
                // The file may be read again.
            }
        };
    }

    long size() throws IOException {
        return channel.size();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** @return the digest of the unpacked content, or null where it wasn't packed */
    static MessageDigest unpack(InputStream received, OutputStream out, long limit) throws IOException {
        PushbackInputStream in = new PushbackInputStream(received, 2);
        byte[] magic = in.readNBytes(2);
        in.unread(magic);
        boolean gzip = magic.length == 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b;
        if (!gzip) {
            copy(in, out, limit, null);
            return null;
        }
        MessageDigest content = newDigest();
        copy(unpacked(in), out, limit, content);
        in.transferTo(OutputStream.nullOutputStream());
        return content;
    }

    private static InputStream unpacked(InputStream in) throws IOException {
        try {
            return new GZIPInputStream(in, CHUNK);
        } catch (EOFException | ZipException e) {
            throw damaged(e);
        }
    }

    private static void copy(InputStream in, OutputStream out, long limit, MessageDigest digest) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long size = 0;
        for (int read = read(in, chunk); read >= 0; read = read(in, chunk)) {
            size += read;
            if (size > limit) {
                throw new Refusal(
                        Refusal.Kind.TOO_LARGE, "The file may have " + limit + " bytes once unpacked; it has more");
            }
            write(out, chunk, read);
            if (digest != null) {
                digest.update(chunk, 0, read);
            }
        }
    }

    private static void write(OutputStream out, byte[] chunk, int length) throws IOException {
        try {
            out.write(chunk, 0, length);
        } catch (IOException e) {
            if (NO_SPACE.matcher(String.valueOf(e.getMessage())).find()) {
                throw new Refusal(
                        Refusal.Kind.NO_SPACE,
                        "The service has no space left to receive the file; nothing was imported");
            }
            throw e;
        }
    }

    private static int read(InputStream in, byte[] chunk) throws IOException {
        try {
            return in.read(chunk);
        } catch (EOFException | ZipException e) {
            throw damaged(e);
        }
    }

    private static BadFile damaged(IOException failure) {
        return BadFile.because(
                failure instanceof EOFException ? "The gzip file is cut off" : "The gzip file is damaged");
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
