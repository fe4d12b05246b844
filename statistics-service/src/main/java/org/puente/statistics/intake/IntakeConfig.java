package org.puente.statistics.intake;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings of the import of official files. */
@ConfigMapping(prefix = "puente.intake")
interface IntakeConfig {

    /** Most bytes that a file may have once unpacked; a larger one is refused before it fills the disk. */
    @WithDefault("256M")
    MemorySize unpackedLimit();

    /** Where a file is kept while it is read; the system's temporary folder where unset. */
    Optional<Path> spool();

    /** Longest time that the transaction of an import may take. */
    @WithDefault("1h")
    Duration transactionTimeout();

    /** How long an import job is listed after it was last heard of; older ones are deleted when another one starts. */
    @WithDefault("P30D")
    Duration jobRetention();
}
