package org.puente.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.puente.identity.Forged;
import org.puente.identity.Tokens;

/** What the services have written to their logs since they were started, by whatever tests ran before. */
@ExtendWith(RunningStack.class)
class SecretsIT {

    private static final Path FOLDER = Path.of("target", "stack");
    private static final Pattern TOKEN = Pattern.compile("eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}");

    @Test
    void noLogHoldsATokenAPasswordOrAKey(Stack stack) throws Exception {
        List<String> tokens = new ArrayList<>(List.of(Tokens.of("admin"), Tokens.of("reader")));
        for (Forged forged : Forged.values()) {
            tokens.add(forged.token("admin"));
        }
        for (Part part : stack.parts()) {
            if (part.address().startsWith("http")) {
                for (String token : tokens) {
                    use(part, token);
                }
            }
        }
        Properties passwords = new Properties();
        try (var file = Files.newBufferedReader(FOLDER.resolve("passwords.properties"))) {
            passwords.load(file);
        }
        assertThat(passwords).isNotEmpty();
        for (Part part : stack.parts()) {
            String log = Files.readString(part.log(), StandardCharsets.ISO_8859_1);
            assertThat(log).as(part.name()).isNotEmpty();
            assertThat(TOKEN.matcher(log).find()).as("a token in " + part.log()).isFalse();
            assertThat(log).doesNotContain("PRIVATE KEY", "Bearer ");
            passwords.values().forEach(password -> assertThat(log).doesNotContain((String) password));
        }
    }

    /** Where a token belongs, where it doesn't, and where something fails. */
    private static void use(Part part, String token) throws Exception {
        for (String target : List.of("/v1/releases", "/v1/nowhere?access_token=" + token, "/api/v1/agreements")) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(part.address() + target))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "text/csv")
                    .POST(BodyPublishers.ofString("no such header," + token))
                    .build();
            Documented.HTTP.send(request, BodyHandlers.discarding());
        }
    }
}
