package org.puente.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/**
 * A process that a launcher has started, recognisable after that launcher is gone: a number alone may meanwhile belong to
 * someone else, so the moment of its start and the boot of the machine go with it.
 *
 * @param name    the part it runs
 * @param port    where that part listens
 * @param started in clock ticks since the boot
 * @param boot    the machine's id of that boot
 */
record StartedProcess(String name, int port, long pid, long started, String boot) {

    private static final Duration POLL = Duration.ofMillis(20);

    static StartedProcess of(String name, int port, long pid) {
        return new StartedProcess(name, port, pid, startOf(pid), currentBoot());
    }

    static StartedProcess parse(String line) {
        String[] fields = line.split(" ");
        return new StartedProcess(
                fields[0],
                Integer.parseInt(fields[1]),
                Long.parseLong(fields[2]),
                Long.parseLong(fields[3]),
                fields[4]);
    }

    @Override
    public String toString() {
        return String.join(" ", name, Integer.toString(port), Long.toString(pid), Long.toString(started), boot);
    }

    boolean isAlive() {
        return started >= 0 && started == startOf(pid) && boot.equals(currentBoot());
    }

    /** @param signal its name, such as {@code TERM} */
    void send(String signal) {
        if (!isAlive()) {
            return;
        }
        try {
            new ProcessBuilder("sh", "-c", "kill -s \"$1\" \"$2\" 2>/dev/null", "kill", signal, Long.toString(pid))
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            throw new Failure("Process " + pid + " (" + name + ") could not be sent " + signal + ".", e);
        }
    }

    /** Ends it gently, and by force after the given time; returns when it is gone. */
    void end(String signal, Duration patience) {
        send(signal);
        send("CONT");
        if (!awaitEnd(patience)) {
            send("KILL");
            awaitEnd(patience);
        }
    }

    boolean awaitEnd(Duration atMost) {
        Instant giveUp = Instant.now().plus(atMost);
        while (isAlive()) {
            if (Instant.now().isAfter(giveUp)) {
                return false;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        return true;
    }

    /**
     * -1 where no such process runs. One that only waits to be reaped does not run, unless other threads of it are still
     * about to end: they hold its ports and locks.
     */
    private static long startOf(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            boolean ended = afterName[0].equals("X") || afterName[0].equals("Z") && afterName[17].equals("1");
            return ended ? -1 : Long.parseLong(afterName[19]);
        } catch (IOException e) {
            return -1;
        }
    }

    private static String currentBoot() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
        } catch (IOException e) {
            return "unknown";
        }
    }
}
