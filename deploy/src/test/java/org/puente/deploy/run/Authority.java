package org.puente.deploy.run;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Does what cert-manager does for {@code components/tls}: an authority of its own, and folders with what the Secret of a
 * certificate holds, {@code tls.crt}, {@code tls.key} and {@code ca.crt}.
 */
final class Authority {

    private static final String PASSWORD = "for-a-moment";
    private static final String NAME = "authority";

    private final Path folder;
    private final Path store;

    Authority() throws IOException {
        folder = Files.createTempDirectory("authority");
        store = folder.resolve("store.p12");
        generate(NAME, "-ext", "bc:c", "-ext", "ku:c=keyCertSign");
    }

    /**
     * @param usage {@code serverAuth} or {@code clientAuth}
     * @param host  for which it counts, beside localhost
     * @return the folder of the files
     */
    Path issue(String host, String usage) throws IOException, GeneralSecurityException {
        generate(host, "-signer", NAME, "-ext", "san=dns:" + host + ",dns:localhost", "-ext", "eku=" + usage);
        KeyStore keys = stored();
        Path files = Files.createDirectories(folder.resolve(host));
        pem(files.resolve("tls.crt"), "CERTIFICATE", keys.getCertificate(host).getEncoded());
        pem(
                files.resolve("tls.key"),
                "PRIVATE KEY",
                keys.getKey(host, PASSWORD.toCharArray()).getEncoded());
        pem(files.resolve("ca.crt"), "CERTIFICATE", keys.getCertificate(NAME).getEncoded());
        return files;
    }

    /** A client that believes this authority and shows the certificate of this name, or none where there is none of it. */
    HttpClient client(String name) throws IOException, GeneralSecurityException {
        KeyStore all = stored();
        KeyStore own = KeyStore.getInstance("PKCS12");
        own.load(null, null);
        if (all.containsAlias(name)) {
            own.setEntry(name, all.getEntry(name, protection()), protection());
        }
        KeyManagerFactory shown = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        shown.init(own, PASSWORD.toCharArray());
        KeyStore authority = KeyStore.getInstance("PKCS12");
        authority.load(null, null);
        authority.setCertificateEntry(NAME, all.getCertificate(NAME));
        TrustManagerFactory believed = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        believed.init(authority);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(shown.getKeyManagers(), believed.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    private KeyStore stored() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }

    private static KeyStore.PasswordProtection protection() {
        return new KeyStore.PasswordProtection(PASSWORD.toCharArray());
    }

    private void generate(String name, String... extensions) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair"));
        command.addAll(List.of("-alias", name, "-dname", "CN=" + name, "-validity", "2"));
        command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1"));
        command.addAll(List.of("-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", PASSWORD));
        command.addAll(List.of(extensions));
        Commands.run(Map.of(), command);
    }

    private static void pem(Path file, String what, byte[] bytes) throws IOException {
        Files.writeString(
                file,
                "-----BEGIN %s-----\n%s\n-----END %1$s-----\n"
                        .formatted(
                                what,
                                Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes)));
    }
}
