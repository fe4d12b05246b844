package org.puente.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.puente.gateway.FakeServices.DIPLOMACY;
import static org.puente.gateway.FakeServices.STATISTICS;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A frontend team's way: generate types from the document, compile under strict, call. Skipped where npm is absent. */
@QuarkusTest
@WithTestResource(value = FakeServices.class, scope = TestResourceScope.GLOBAL)
class TypeScriptClientTest {

    private static final Path FOLDER = Path.of("target", "typescript");

    @TestHTTPResource("/")
    String address;

    @Test
    void aClientGeneratedFromTheDocumentCompilesUnderStrictAndReadsABriefing() throws Exception {
        prepare();
        assumeThat(run("npm", "install", "--no-audit", "--no-fund", "--prefer-offline"))
                .as("npm and its registry are at hand")
                .startsWith("0");
        STATISTICS.json("/v1/encounters/series", Samples.answer(Samples.series("{}", "2030-11", "242418")));
        DIPLOMACY
                .json("/v1/agreements", Samples.page(Samples.AGREEMENT))
                .json("/v1/engagements", Samples.page())
                .on("/v1/agreements/nothing", request -> FakeService.problem(request, 404, "There is none"));

        assertThat(run("npx", "--no-install", "openapi-typescript", "openapi.json", "-o", "puente.d.ts"))
                .startsWith("0");
        assertThat(run("npx", "--no-install", "tsc", "--project", ".")).startsWith("0");
        assertThat(run("node", "out/client.js", address.replaceAll("/$", "")))
                .startsWith("0")
                .contains(
                        "\"value\":242418",
                        "\"slugs\":[\"return-of-third-country-nationals\"]",
                        "\"missing\":[]",
                        "\"status\":404",
                        "\"detail\":\"There is none\"");
    }

    private static void prepare() throws IOException {
        Files.createDirectories(FOLDER);
        for (String file : List.of("package.json", "tsconfig.json", "client.ts")) {
            Files.copy(
                    Path.of("src", "test", "typescript", file),
                    FOLDER.resolve(file),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        String document = given().accept("application/json").get("/openapi").asString();
        Files.writeString(FOLDER.resolve("openapi.json"), document);
    }

    /** The exit code and what was printed; 127 where the program isn't there. */
    private static String run(String... command) throws InterruptedException, IOException {
        Path output = FOLDER.resolve("output.txt");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return "timed out";
            }
            return process.exitValue() + " " + Files.readString(output);
        } catch (IOException e) {
            return "127 " + e.getMessage();
        }
    }
}
