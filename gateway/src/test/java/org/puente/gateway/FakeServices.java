package org.puente.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import java.util.Map;

/** Both services, fake, for all tests of this module. */
public class FakeServices implements QuarkusTestResourceLifecycleManager {

    private static final Vertx VERTX = Vertx.vertx();

    static final FakeService STATISTICS = new FakeService(VERTX);
    static final FakeService DIPLOMACY = new FakeService(VERTX);

    @Override
    public Map<String, String> start() {
        return Map.of(
                "puente.upstream.statistics.url", STATISTICS.url(),
                "puente.upstream.diplomacy.url", DIPLOMACY.url(),
                "puente.upstream.statistics.timeout", "1500ms",
                "puente.upstream.diplomacy.timeout", "1500ms",
                "puente.upstream.deadline", "2s",
                "quarkus.http.cors.origins", "https://news.example",
                "puente.upstream.diplomacy.breaker-delay", "1s");
    }

    @Override
    public void stop() {}

    @Override
    public void inject(Object test) {
        STATISTICS.reset();
        DIPLOMACY.reset();
    }
}
