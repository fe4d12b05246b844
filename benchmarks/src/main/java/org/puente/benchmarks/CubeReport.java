package org.puente.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.puente.statistics.cube.Cube;
import org.puente.statistics.cube.Cut;
import org.puente.statistics.dataset.Dimension;

/** Runs {@link CubeBenchmark} and prints what it shows, beside what is asked for. */
public final class CubeReport {

    private static final int READINGS = 100;

    private CubeReport() {}

    public static void main(String[] arguments) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(CubeBenchmark.class.getSimpleName())
                        .jvmArgsAppend("-Xmx2g", "-Dpuente.data=" + System.getProperty("puente.data"))
                        .build())
                .run();
        Map<String, Double> micros = new HashMap<>();
        results.forEach(result -> micros.put(
                result.getPrimaryResult().getLabel(), result.getPrimaryResult().getScore()));
        double cube = micros.get("officialOnTheCube");
        double sql = micros.get("officialInPostgresql");
        Cube large = LargeCube.generate();
        System.out.printf("%nMonth by citizenship with two filters%n");
        System.out.printf(
                "  68,815 lines: cube %.1f us, PostgreSQL %.1f us: %.0f times as fast (asked: 50)%n",
                cube, sql, sql / cube);
        System.out.printf(
                "  %,d cells, by region and component: %.2f ms (asked: under 20)%n",
                large.cells(), micros.get("largeFilteredByRegionAndComponent") / 1000);
        System.out.printf(
                "  %,d cells, by authority and type:   %.2f ms (asked: under 20)%n",
                large.cells(), micros.get("largeFilteredByAuthorityAndType") / 1000);
        System.out.printf(
                "  %,d cells, without a filter:        %.2f ms%n",
                large.cells(), micros.get("largeWithoutAFilter") / 1000);
        System.out.printf(
                "  of the processor's time: %.2f, %.2f and %.2f ms%n",
                cpuMillis(large, LargeCube.byCitizenship(Dimension.REGION, Dimension.COMPONENT)),
                cpuMillis(large, LargeCube.byCitizenship(Dimension.AUTHORITY, Dimension.TYPE)),
                cpuMillis(large, LargeCube.byCitizenship()));
        System.out.printf(
                "Memory: %.2f bytes a cell of %,d (asked: at most 16)%n",
                (double) large.bytes() / large.cells(), large.cells());
    }

    /** What one reading takes of one core, whatever else runs on the machine: the mean of many, after as many to warm up. */
    private static double cpuMillis(Cube cube, Cut cut) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = 0;
        long total = 0;
        for (int i = 0; i < 2 * READINGS; i++) {
            start = i == READINGS ? threads.getCurrentThreadCpuTime() : start;
            total += LargeCube.read(cube, cut);
        }
        if (total == 0) {
            throw new IllegalStateException("nothing was read");
        }
        return (threads.getCurrentThreadCpuTime() - start) / 1e6 / READINGS;
    }
}
