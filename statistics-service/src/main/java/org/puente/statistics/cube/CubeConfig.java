package org.puente.statistics.cube;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the figures held in memory. */
@ConfigMapping(prefix = "puente.cubes")
interface CubeConfig {

    /**
     * Most bytes that cubes take; beyond, those that nobody asked for longest are given up and loaded again when asked for.
     * A cell takes about six bytes. One cube that is larger on its own is held until the next is loaded.
     */
    @WithDefault("256M")
    MemorySize memory();
}
