package org.puente.kit.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Whose word is taken for where a request comes from. */
@ConfigMapping(prefix = "puente.client")
interface ClientConfig {

    /**
     * Networks of the proxies in front of this service, such as {@code 10.0.0.0/8} or {@code fd00::/8}; without any, no
     * header is believed.
     */
    Optional<List<String>> trustedProxies();

    /** The header by which these proxies name their client: {@code Forwarded} (RFC 7239) or {@code X-Forwarded-For}. */
    @WithDefault("Forwarded")
    String header();
}
