package org.puente.gateway.upstream;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where the services are, and how long and how often they are asked. */
@ConfigMapping(prefix = "puente.upstream")
public interface UpstreamConfig {

    Service statistics();

    Service diplomacy();

    /** How long a join waits for all of its parts together; what is late then is named as missing, or is a 504. */
    @WithDefault("2s")
    Duration deadline();

    Cache cache();

    /** One service. */
    interface Service {

        /** Scheme, host and port, without a path. */
        URI url();

        /**
         * Name of the {@code quarkus.tls} configuration by which the service is recognised, and by which the gateway shows
         * itself where the service asks for a certificate; none uses what the machine trusts.
         */
        Optional<String> tls();

        /** How long a read may stay silent before it counts as timed out. */
        @WithDefault("2s")
        Duration timeout();

        /** How long a write may stay silent; an import of a large file takes its time. */
        @WithDefault("10m")
        Duration writeTimeout();

        /** How long opening a connection may take, with the exchange of certificates where it is encrypted. */
        @WithDefault("1s")
        Duration connectTimeout();

        /** Pause before the one retry of a read; as much again at random is added or taken off. */
        @WithDefault("40ms")
        Duration retryDelay();

        /** Calls under way at once, each on a connection of its own; one more is answered 503. */
        @WithDefault("256")
        int concurrentCalls();

        /** Calls over which the breaker counts failures. */
        @WithDefault("20")
        int breakerWindow();

        /** The share of failures, from 0 to 1, at which the breaker opens. */
        @WithDefault("0.5")
        double breakerRatio();

        /** How long an open breaker refuses calls before it lets one try. */
        @WithDefault("2s")
        Duration breakerDelay();
    }

    /** What is kept of the services' answers. */
    interface Cache {

        /** All kept bodies together. */
        @WithDefault("16M")
        MemorySize size();

        /** A larger body is passed on without being kept. */
        @WithDefault("256K")
        MemorySize largestBody();

        /**
         * How long a kept answer may be given without asking whether it still holds; never longer than its own
         * {@code max-age}.
         */
        @WithDefault("5s")
        Duration freshness();
    }
}
