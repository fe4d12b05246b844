package org.puente.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Requests a second as {@code wrk} measures them, with one thread and 16 connections. */
final class Wrk {

    /**
     * @param rate   requests a second
     * @param micros of the processors' time that the service spent on one, its compiler and garbage collector included
     */
    record Load(double rate, double micros) {

        @Override
        public String toString() {
            return "%,.0f/s (%.1f us of CPU)".formatted(rate, micros);
        }
    }

    private static final Pattern COUNT = Pattern.compile("(\\d+) requests in");
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");

    private Wrk() {}

    /** @throws IllegalStateException if an answer was not a success */
    static Load load(ServiceProcess service, int seconds, String path, String... options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("wrk", "-t1", "-c16", "-d" + seconds + "s"));
        command.addAll(List.of(options));
        command.add("http://127.0.0.1:" + ServiceProcess.PORT + path);
        Duration before = service.cpu();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        Duration spent = service.cpu().minus(before);
        if (output.contains("Non-2xx")) {
            throw new IllegalStateException(output);
        }
        return new Load(number(RATE, output), spent.toNanos() / 1000.0 / number(COUNT, output));
    }

    private static double number(Pattern pattern, String output) {
        Matcher matcher = pattern.matcher(output);
        if (!matcher.find()) {
            throw new IllegalStateException(output);
        }
        return Double.parseDouble(matcher.group(1));
    }
}
