package org.puente.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartedProcessTest {

    private Process process;
    private StartedProcess started;

    @BeforeEach
    void start() throws IOException {
        process = new ProcessBuilder("sleep", "60").start();
        started = StartedProcess.of("sleeper", 8080, process.pid());
    }

    @AfterEach
    void end() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Test
    void itIsAliveUntilItEnds() {
        assertThat(started.isAlive()).isTrue();

        started.end("TERM", Duration.ofSeconds(10));

        assertThat(started.isAlive()).isFalse();
        assertThat(process.onExit().join().exitValue()).isEqualTo(143);
    }

    @Test
    void anotherProcessWithTheSameNumberIsNotIt() {
        StartedProcess earlier =
                new StartedProcess("sleeper", 8080, started.pid(), started.started() - 1, started.boot());
        StartedProcess beforeReboot =
                new StartedProcess("sleeper", 8080, started.pid(), started.started(), "another-boot");

        earlier.send("KILL");
        beforeReboot.send("KILL");

        assertThat(earlier.isAlive()).isFalse();
        assertThat(beforeReboot.isAlive()).isFalse();
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void aSuspendedProcessEndsToo() {
        started.send("STOP");

        started.end("TERM", Duration.ofSeconds(10));

        assertThat(process.onExit().join().exitValue()).isEqualTo(143);
    }

    @Test
    void whoeverIgnoresTheRequestIsEndedByForce() throws IOException {
        Process deaf = new ProcessBuilder("sh", "-c", "trap '' TERM; echo ready; while :; do sleep 1; done").start();
        assertThat(deaf.inputReader().readLine()).isEqualTo("ready");

        StartedProcess.of("deaf", 8080, deaf.pid()).end("TERM", Duration.ofMillis(200));

        assertThat(deaf.onExit().join().exitValue()).isEqualTo(137);
    }

    @Test
    void theLedgerKeepsItForALaterRun(@TempDir Path folder) {
        new Ledger(folder.resolve("processes")).add(started);
        new Ledger(folder.resolve("processes")).add(StartedProcess.of(Ledger.LAUNCHER, 8080, process.pid()));
        Ledger later = new Ledger(folder.resolve("processes"));

        assertThat(later.aliveParts()).containsExactly(started);
        assertThat(later.alive("sleeper")).contains(started);

        started.end("KILL", Duration.ofSeconds(10));

        assertThat(later.alive("sleeper")).isEmpty();
        assertThat(later.aliveParts()).isEmpty();
    }
}
