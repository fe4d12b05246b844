package org.puente.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {

    @Test
    void thePublicHalfVerifiesWhatTheKeyHasSigned() throws Exception {
        SigningKey key = SigningKey.make();
        String[] parts = key.sign(Map.of("sub", "ana")).split("\\.");

        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(key.publicKey()))));
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));

        assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
        assertThat(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
                .isEqualTo("{\"sub\":\"ana\"}");
    }

    @Test
    void aKeyInAFileIsMadeOnceAndForItsOwnerAlone(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("token-key.pem");

        String made = SigningKey.at(file).publicKey();

        assertThat(SigningKey.at(file).publicKey()).isEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder).isDirectoryNotContaining("glob:**.next");
    }

    @Test
    void aFileThatHoldsNoKeyIsRefused() {
        assertThatThrownBy(() -> SigningKey.parse("nothing")).isInstanceOf(IllegalArgumentException.class);
    }
}
