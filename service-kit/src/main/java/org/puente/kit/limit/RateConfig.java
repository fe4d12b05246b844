package org.puente.kit.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How many requests one caller may send. All of a caller's tokens may be spent at once; they come back evenly. */
@ConfigMapping(prefix = "puente.rate")
interface RateConfig {

    /** Requests a caller's address may send in each {@link #per()}; 0 is no limit. An IPv6 network of 64 bits counts as one. */
    @WithDefault("300")
    long address();

    /** Requests a token's subject may send in each {@link #per()}, whatever the address; 0 is no limit. */
    @WithDefault("600")
    long subject();

    /** Short, so that one who sends all at once can't keep the processor from the others for long. */
    @WithDefault("6s")
    Duration per();

    /**
     * Whether requests are counted that come over one of {@code puente.client.trusted-proxies}. A service behind a gateway
     * that has counted already need not.
     */
    @WithDefault("true")
    boolean behindProxies();

    /**
     * Where the replicas count together: the address of a server that speaks the protocol of Redis, such as
     * {@code redis://:password@store:6379} or, encrypted, {@code rediss://…}. Without one, and while it doesn't answer, each
     * replica counts for itself.
     */
    Optional<String> store();

    /** Callers remembered at once; beyond, the one not seen for longest starts anew. */
    @WithDefault("100000")
    long callers();
}
