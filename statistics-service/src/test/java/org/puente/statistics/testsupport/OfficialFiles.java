package org.puente.statistics.testsupport;

import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.puente.statistics.testsupport.Publisher.asPublisher;

import io.restassured.response.Response;
import java.nio.file.Files;
import java.nio.file.Path;

/** The real files, which stand outside of the project; a test that needs one is skipped where it is absent. */
public enum OfficialFiles {
    ENCOUNTERS_2024_10("2024-10", "nationwide-encounters-fy20-fy24-aor.csv.gz"),
    DRUGS_2023_11("2023-11", "nationwide-drugs-fy20-fy23.csv.gz"),
    DRUGS_2026_01("2026-01", "nationwide-drugs-fy23-fy26-dec.csv.gz");

    private final String month;
    private final String name;

    OfficialFiles(String month, String name) {
        this.month = month;
        this.name = name;
    }

    public String publishedOn() {
        return month;
    }

    public String fileName() {
        return name;
    }

    /** Skips the test where the file is absent. */
    public Path path() {
        String environment = System.getenv("PUENTE_DATA");
        String folder = environment == null ? System.getProperty("puente.data", "../shared/data") : environment;
        Path path = Path.of(folder, month, name);
        assumeTrue(Files.isReadable(path), "the official files are not in " + folder);
        return path;
    }

    /** Imports it over HTTP, once: later calls are answered by the release that is there. @return its id */
    public String imported() {
        return post().then().extract().path("id");
    }

    public Response post() {
        return asPublisher()
                .contentType("application/gzip")
                .queryParam("publishedOn", month)
                .queryParam("fileName", name)
                .body(path().toFile())
                .post("/v1/releases");
    }
}
