package org.puente.kit.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of a request that Quarkus has no setting of its own for, or answers without a body. */
@ConfigMapping(prefix = "puente.limits")
interface LimitConfig {

    /** Characters of path and query together; a longer address is answered 414. */
    @WithDefault("8192")
    int urlLength();

    /** Query parameters, repeated ones counted each; more are answered 400. */
    @WithDefault("100")
    int parameters();
}
