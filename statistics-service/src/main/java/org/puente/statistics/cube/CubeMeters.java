package org.puente.statistics.cube;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Lets an operator see whether the memory for cubes suffices: cubes that are given up again and again make queries wait. */
@ApplicationScoped
class CubeMeters {

    void measure(@Observes StartupEvent event, Cubes cubes, MeterRegistry registry) {
        Gauge.builder("puente.cubes.memory", cubes, Cubes::bytes)
                .description("Memory that the cubes take which are loaded")
                .baseUnit("bytes")
                .register(registry);
        FunctionCounter.builder("puente.cubes.evictions", cubes, Cubes::evictions)
                .description("Cubes that were given up to make room for others")
                .register(registry);
    }
}
