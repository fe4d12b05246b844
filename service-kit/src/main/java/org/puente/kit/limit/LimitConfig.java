package org.puente.kit.limit;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of a request that Quarkus has no setting of its own for, or answers without a body. */
@ConfigMapping(prefix = "puente.limits")
interface LimitConfig {

    /** Characters of path and query together; a longer address is answered 414. */
    @WithDefault("8192")
    int urlLength();

    /** Query parameters, repeated ones counted each; more are answered 400. */
    @WithDefault("100")
    int parameters();

    /** From the first byte of a request to the end of its header; a connection that takes longer is closed. */
    @WithDefault("10s")
    Duration headerPatience();

    /**
     * Bytes a second at which a body must arrive on the average; one that is slower is answered 408. Time in which the
     * service itself is busy counts, so leave room.
     */
    @WithDefault("1K")
    MemorySize slowestBody();

    /** How long a body may arrive at any pace. */
    @WithDefault("20s")
    Duration slowBodyPatience();
}
