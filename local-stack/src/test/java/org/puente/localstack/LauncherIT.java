package org.puente.localstack;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./puente} as a person at a shell would run it. The stack is started again only where a test has ended it. */
class LauncherIT {

    private static final Path PROJECT =
            Path.of(System.getProperty("puente.project", "..")).toAbsolutePath().normalize();
    private static final Ports PORTS = RunningStack.freePorts();

    @TempDir
    static Path folder;

    private static Workspace workspace;
    private static Process up;
    private static int starts;

    private record Result(int exit, String output) {}

    @BeforeAll
    static void chooseFolder() {
        workspace = new Workspace(PROJECT, folder.resolve("puente"));
    }

    @AfterAll
    static void stop() throws Exception {
        puente("down");
    }

    @Test
    void statusNamesEveryPartReadyWithItsAddress() throws Exception {
        ensureUp();

        Result status = puente("status");

        assertThat(status.exit()).isZero();
        assertThat(status.output().lines())
                .hasSize(4)
                .allMatch(line -> line.contains(" ready ") && line.contains("127.0.0.1:"));
    }

    @Test
    void theLogOfAServiceIsShown() throws Exception {
        ensureUp();

        assertThat(puente("logs", "gateway").output()).contains("Listening on: http://127.0.0.1:" + PORTS.gateway());
        assertThat(puente("logs", "nobody").output())
                .contains("There is no 'nobody'; there are database, statistics-service, diplomacy-service, gateway.");
    }

    @Test
    void aSecondUpSaysThatItAlreadyRuns() throws Exception {
        ensureUp();

        Result second = puente("up");

        assertThat(second.exit()).isEqualTo(1);
        assertThat(second.output())
                .startsWith("Puente already runs (process ")
                .contains("http://127.0.0.1:" + PORTS.gateway());
        assertThat(puente("status").exit()).isZero();
    }

    @Test
    void eachFileBelowTheDataFolderGetsOneLine(@TempDir Path data) throws Exception {
        ensureUp();
        write(data.resolve("2019-10/one.csv"), line("SEP", "7"));
        write(data.resolve("2019-11/wrong.csv"), line("SEP", "-5"), line("SEPT", "5"));
        write(data.resolve("undated.csv"), line("SEP", "8"));

        Result first = puente("up", "--data", data.toString());
        Result second = puente("up", "--data", data.toString());

        assertThat(first.exit()).as("one file was refused").isEqualTo(1);
        List<String> lines = first.output().lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).startsWith("Puente already runs");
        assertThat(lines.get(1))
                .startsWith("one.csv: imported as encounters-by-area-2019-10-")
                .contains(", 1 rows, 2019-09 to 2019-09, ", " published 2019-10, in ");
        assertThat(lines.get(2))
                .startsWith("wrong.csv: refused with 422, 2 lines are wrong")
                .contains("'-5'");
        assertThat(lines.get(3)).contains(" published 2019-10 (estimated), in ");
        assertThat(second.output().lines().skip(1))
                .satisfiesExactly(
                        one -> assertThat(one).startsWith("one.csv: was already there as encounters-by-area-2019-10-"),
                        wrong -> assertThat(wrong).startsWith("wrong.csv: refused with 422"),
                        undated -> assertThat(undated).startsWith("undated.csv: was already there as "));
    }

    @Test
    void theOfficialFilesGiveTheirTotalsThroughTheGateway() throws Exception {
        Path data =
                Path.of(Optional.ofNullable(System.getenv("PUENTE_DATA")).orElse(System.getProperty("puente.data")));
        assumeTrue(Files.isDirectory(data), "needs the official files in " + data);
        ensureUp();

        assertThat(puente("up", "--data", data.toString()).exit()).isZero();

        assertThat(values("region=southwest&from=2023-11&to=2023-11")).containsExactly(242399);
        assertThat(values("region=southwest&component=usbp&from=2023-11&to=2023-11"))
                .containsExactly(191106);
        assertThat(values("region=southwest&from=2023-11&to=2023-11&asOf=2023-12-28"))
                .containsExactly(242418);
        assertThat(values("region=southwest&fiscalYear=2023&freq=fiscal-year")).containsExactly(2475669);
        assertThat(values("from=2019-10&to=2024-09&freq=fiscal-year"))
                .containsExactly(646822, 1956519, 2766582, 3201144, 2901142);
    }

    @Test
    void aBusyPortIsNamedWithWhoNeedsIt(@TempDir Path other) throws Exception {
        ensureUp();

        Result second = run(other, PROJECT + "/puente", "up");

        assertThat(second.exit()).isEqualTo(1);
        assertThat(second.output())
                .startsWith("Port " + PORTS.database() + ", which database needs, is taken by another program");
        assertThat(new Workspace(PROJECT, other).ledger().aliveParts()).isEmpty();
    }

    @Test
    void passwordsAreReadableByTheirOwnerOnly() throws Exception {
        ensureUp();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(workspace.passwords())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(workspace.folder())))
                .isEqualTo("rwx------");
    }

    @Test
    void downLeavesNoProcessAndLosesNothing() throws Exception {
        ensureUp();
        try (Connection connection = statistics()) {
            connection.createStatement().execute("create table if not exists kept as select 42 as answer");
        }

        Result down = puente("down");

        assertThat(down.output()).isEqualTo("Puente is stopped.\n");
        assertThat(up.waitFor(1, SECONDS)).isTrue();
        assertThat(output()).contains("Everything is stopped");
        assertThat(PORTS.areFree()).isTrue();
        assertThat(puente("status").output()).isEqualTo("Puente does not run.\n");
        assertThat(puente("down").output()).isEqualTo("Puente does not run.\n");
        ensureUp();
        try (Connection connection = statistics();
                var rows = connection.createStatement().executeQuery("select answer from kept")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(42);
        }
    }

    @Test
    void aKilledServiceIsNamedWithItsLogAndTakesTheRestDown() throws Exception {
        ensureUp();
        String log = workspace.log("statistics-service").toString();

        workspace.ledger().alive("statistics-service").orElseThrow().send("KILL");

        assertThat(up.waitFor(30, SECONDS)).isTrue();
        assertThat(up.exitValue()).isEqualTo(1);
        assertThat(output())
                .contains("statistics-service ended by itself with code 137; its log is " + log + " and ends so:")
                .contains("Listening on: http://127.0.0.1:" + PORTS.statistics());
        assertThat(workspace.ledger().aliveParts()).isEmpty();
        assertThat(PORTS.areFree()).isTrue();
    }

    @Test
    void whatAKilledLauncherLeavesIsEndedByTheNextUpOrDown() throws Exception {
        ensureUp();
        up.destroyForcibly().waitFor();
        assertThat(workspace.ledger().aliveParts()).hasSize(4);
        assertThat(puente("status").output()).contains("gateway (process ", "./puente down ends it");

        ensureUp();

        assertThat(output()).contains("Ending gateway (process ", "Ending database (process ");
        assertThat(puente("status").exit()).isZero();

        up.destroyForcibly().waitFor();
        assertThat(puente("down").output()).contains("Ending database (process ", "Puente is stopped.");
        assertThat(PORTS.areFree()).isTrue();
    }

    @Test
    void aFullDiskIsNamedBeforeAnythingStarts(@TempDir Path mountPoint) throws Exception {
        String mounted = "mount -t tmpfs -o size=10m none '%s' && PUENTE_DIR='%1$s/p' '%s/puente' up"
                .formatted(mountPoint, PROJECT);
        assumeTrue(run(folder, "unshare", "-rm", "true").exit() == 0, "needs user namespaces to mount a small disk");

        Result full = run(folder, "unshare", "-rm", "sh", "-c", mounted);

        assertThat(full.exit()).isEqualTo(1);
        assertThat(full.output()).containsAnyOf("No space left on device", "MB are free on the disk of " + mountPoint);
    }

    private static List<Integer> values(String query) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + PORTS.gateway() + "/api/v1/encounters/series?" + query);
        HttpResponse<String> answer =
                HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        List<Integer> values = new ArrayList<>();
        new ObjectMapper()
                .readTree(answer.body())
                .at("/series/0/points")
                .forEach(point -> values.add(point.path("value").intValue()));
        return values;
    }

    private static String line(String month, String count) {
        return "2019,FYTD," + month + ",U.S. Border Patrol,Southwest Land Border,Yuma Sector,YUM,Single Adults,MEXICO,"
                + "Title 8,Apprehensions," + count;
    }

    private static void write(Path file, String... lines) throws IOException {
        String header = "Fiscal Year,Month Grouping,Month (abbv),Component,Land Border Region,Area of Responsibility,"
                + "AOR (Abbv),Demographic,Citizenship,Title of Authority,Encounter Type,Encounter Count";
        Files.createDirectories(file.getParent());
        Files.writeString(file, header + "\n" + String.join("\n", lines) + "\n");
    }

    private static void ensureUp() throws Exception {
        if (up != null && up.isAlive()) {
            return;
        }
        starts++;
        up = command(workspace.folder(), PROJECT + "/puente", "up")
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(outputFile().toFile()))
                .start();
        await().atMost(200, SECONDS).until(() -> !up.isAlive() || output().contains("Stop:  Ctrl-C"));
        assertThat(up.isAlive()).as(output()).isTrue();
    }

    private static Path outputFile() {
        return folder.resolve("up-" + starts + ".out");
    }

    private static String output() throws IOException {
        return Files.readString(outputFile());
    }

    private static Result puente(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(PROJECT + "/puente"));
        command.addAll(List.of(arguments));
        return run(workspace.folder(), command.toArray(String[]::new));
    }

    private static Result run(Path puenteFolder, String... command) throws Exception {
        Process process =
                command(puenteFolder, command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        return new Result(process.waitFor(), output);
    }

    private static ProcessBuilder command(Path puenteFolder, String... command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("PUENTE_DIR", puenteFolder.toString());
        builder.environment().put("PUENTE_PORT_BASE", Integer.toString(PORTS.base()));
        return builder;
    }

    private static Connection statistics() throws Exception {
        Properties passwords = new Properties();
        try (var file = Files.newBufferedReader(workspace.passwords())) {
            passwords.load(file);
        }
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + PORTS.database() + "/statistics",
                "statistics",
                passwords.getProperty("statistics"));
    }
}
