package org.puente.kit.limit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.util.NetUtil;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.puente.kit.problem.EdgeProblems;

/** Answers 429 to who asks too often: first by address, before anything is looked at, then by the subject of the token. */
@Singleton
class RateLimit {

    /** After CORS (300), so that pages can read the refusal. */
    private static final int BY_ADDRESS = 295;

    /** After the token was looked at (190). */
    private static final int BY_SUBJECT = 185;

    private static final int IPV6_NETWORK_GROUPS = 4;

    private final ClientAddress client;
    private final EdgeProblems problems;
    private final boolean behindProxies;
    private final SharedStore store;
    private final TokenBuckets addresses;
    private final TokenBuckets subjects;

    RateLimit(
            RateConfig config,
            ClientAddress client,
            EdgeProblems problems,
            MeterRegistry meters,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.client = client;
        this.problems = problems;
        this.behindProxies = config.behindProxies();
        this.store = config.store()
                .map(address -> new SharedStore(address, "puente:rate:" + service + ":"))
                .orElse(null);
        Counter alone = Counter.builder("puente.rate.alone")
                .description("Requests that this replica counted for itself, as the shared store didn't answer")
                .register(meters);
        this.addresses = new TokenBuckets("address", config.address(), config.per(), config.callers(), store, alone);
        this.subjects = new TokenBuckets("subject", config.subject(), config.per(), config.callers(), store, alone);
    }

    @PreDestroy
    void close() {
        if (store != null) {
            store.close();
        }
    }

    void filters(@Observes Filters filters) {
        filters.register(this::byAddress, BY_ADDRESS);
        filters.register(this::bySubject, BY_SUBJECT);
    }

    private void byAddress(RoutingContext context) {
        if (addresses.isOff() || isCountedElsewhere(context)) {
            context.next();
        } else {
            take(context, addresses, network(ClientAddress.of(context)));
        }
    }

    private void bySubject(RoutingContext context) {
        boolean known = context.user() instanceof QuarkusHttpUser user
                && !user.getSecurityIdentity().isAnonymous();
        if (!known || subjects.isOff() || isCountedElsewhere(context)) {
            context.next();
        } else {
            QuarkusHttpUser user = (QuarkusHttpUser) context.user();
            take(context, subjects, user.getSecurityIdentity().getPrincipal().getName());
        }
    }

    private void take(RoutingContext context, TokenBuckets buckets, String caller) {
        CompletableFuture<TokenBuckets.Verdict> verdict = buckets.take(caller);
        if (verdict.isDone()) {
            answer(context, verdict.join());
            return;
        }
        context.request().pause();
        Context here = context.vertx().getOrCreateContext();
        verdict.thenAccept(known -> here.runOnContext(back -> {
            context.request().resume();
            answer(context, known);
        }));
    }

    private boolean isCountedElsewhere(RoutingContext context) {
        return !behindProxies && client.isBehindProxy(context.request());
    }

    private void answer(RoutingContext context, TokenBuckets.Verdict verdict) {
        HttpServerResponse response = context.response();
        response.headers().add("RateLimit-Policy", verdict.policy()).add("RateLimit", verdict.state());
        if (verdict.granted()) {
            context.next();
            return;
        }
        response.putHeader("Retry-After", Long.toString(verdict.retryAfterSeconds()));
        problems.end(context, 429, "Too many requests; RateLimit-Policy says how many are granted", List.of());
    }

    /** Who holds one IPv6 address holds a network of them. */
    static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        StringBuilder network = new StringBuilder();
        for (int group = 0; bytes != null && bytes.length == 16 && group < IPV6_NETWORK_GROUPS; group++) {
            network.append(Integer.toHexString((bytes[2 * group] & 0xff) << 8 | bytes[2 * group + 1] & 0xff))
                    .append(':');
        }
        return network.isEmpty() ? address : network.append(":/64").toString();
    }
}
