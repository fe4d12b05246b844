package org.puente.identity;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/**
 * For tests: a key and a certificate of its own for this machine, as PEM files.
 *
 * @param certificate its file
 * @param key         its file, PKCS #8
 */
public record Certificate(Path certificate, Path key) {

    private static final String PASSWORD = "for-a-moment";

    /** Makes one of this name in this folder; a name that is there already is made anew. */
    public static Certificate make(Path folder, String name) {
        Path store = folder.resolve(name + ".p12");
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(store);
            Process keytool = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            name,
                            "-keyalg",
                            "EC",
                            "-groupname",
                            "secp256r1",
                            "-dname",
                            "CN=" + name,
                            "-ext",
                            "san=ip:127.0.0.1,dns:localhost",
                            "-validity",
                            "2",
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            store.toString(),
                            "-storepass",
                            PASSWORD))
                    .redirectErrorStream(true)
                    .start();
            String said = new String(keytool.getInputStream().readAllBytes());
            if (keytool.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
            return written(folder, name, store);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Certificate written(Path folder, String name, Path store)
            throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        Key key = keys.getKey(name, PASSWORD.toCharArray());
        Certificate made = new Certificate(folder.resolve(name + ".crt"), folder.resolve(name + ".key"));
        Files.writeString(
                made.certificate(), pem("CERTIFICATE", keys.getCertificate(name).getEncoded()));
        Files.writeString(made.key(), pem("PRIVATE KEY", key.getEncoded()));
        return made;
    }

    private static String pem(String what, byte[] bytes) {
        return "-----BEGIN %s-----\n%s\n-----END %1$s-----\n"
                .formatted(what, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes));
    }
}
