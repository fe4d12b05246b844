package org.puente.deploy.run;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Both services and the gateway with {@code components/tls} over the local overlay.
 *
 * @param services the services, called with the gateway's certificate
 */
record Encrypted(Authority authority, Pod gateway, List<Pod> services) implements AutoCloseable {

    private static final String GATEWAY = "gateway";

    /** @param own what must differ from the manifests on one machine, by service */
    static Encrypted start(Map<String, String> secrets, Map<String, Map<String, String>> own)
            throws IOException, GeneralSecurityException {
        Authority authority = new Authority();
        Path shown = authority.issue(GATEWAY, "clientAuth");
        HttpClient client = authority.client(GATEWAY);
        Map<String, String> addresses = new HashMap<>();
        List<Pod> services = new ArrayList<>();
        for (Map.Entry<String, Map<String, String>> service : own.entrySet()) {
            Path certificates = authority.issue(service.getKey(), "serverAuth");
            Pod pod = Pod.encrypted(client, certificates, service.getKey(), secrets, service.getValue());
            services.add(pod);
            addresses.put(
                    "PUENTE_UPSTREAM_"
                            + service.getKey().replace("-service", "").toUpperCase(Locale.ROOT) + "_URL",
                    pod.address());
            addresses.put("QUARKUS_OIDC_AUTH_SERVER_URL", service.getValue().get("QUARKUS_OIDC_AUTH_SERVER_URL"));
        }
        Pod gateway = Pod.encrypted(client, shown, GATEWAY, secrets, addresses);
        services.forEach(Pod::awaitReady);
        return new Encrypted(authority, gateway.awaitReady(), services);
    }

    /** A client with the certificate of that name, or with none. */
    HttpClient clientOf(String name) throws IOException, GeneralSecurityException {
        return authority.client(name);
    }

    @Override
    public void close() {
        Stream.concat(Stream.of(gateway), services.stream()).forEach(Pod::close);
    }
}
