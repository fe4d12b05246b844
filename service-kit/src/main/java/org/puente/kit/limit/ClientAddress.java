package org.puente.kit.limit;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a request comes from: the nearest address that isn't one of our own proxies. Each proxy adds its client at the
 * right, so the list is read from there; what stands further left was written by a client and proves nothing.
 */
@Singleton
public class ClientAddress {

    private static final int BEFORE_ALL = 2000;
    private static final String UNKNOWN = "unknown";
    private static final Pattern FOR =
            Pattern.compile("(?:^|;)\\s*for=\"?(\\[[^\\]]+]|[^\":;]+)", Pattern.CASE_INSENSITIVE);

    private final List<IpSubnetFilterRule> proxies;
    private final String header;

    ClientAddress(ClientConfig config) {
        this.proxies = config.trustedProxies().orElse(List.of()).stream()
                .map(ClientAddress::network)
                .toList();
        this.header = config.header();
    }

    void filters(@Observes Filters filters) {
        filters.register(
                context -> {
                    context.put(ClientAddress.class.getName(), of(context.request()));
                    context.next();
                },
                BEFORE_ALL);
    }

    /** In numbers, such as {@code 203.0.113.7}; {@code unknown} where the connection has no address. */
    public static String of(RoutingContext context) {
        return context.get(ClientAddress.class.getName(), UNKNOWN);
    }

    private String of(HttpServerRequest request) {
        return of(peer(request), request.headers().getAll(header));
    }

    /** @param forwarded the values of the header */
    String of(String peer, List<String> forwarded) {
        String address = peer;
        List<String> named = named(forwarded);
        for (int i = named.size() - 1; i >= 0 && isProxy(address); i--) {
            if (!NetUtil.isValidIpV4Address(named.get(i)) && !NetUtil.isValidIpV6Address(named.get(i))) {
                break;
            }
            address = named.get(i);
        }
        return address;
    }

    /** Whether the connection itself was opened by one of our own proxies. */
    boolean isBehindProxy(HttpServerRequest request) {
        return isProxy(peer(request));
    }

    private static String peer(HttpServerRequest request) {
        SocketAddress peer = request.connection().remoteAddress();
        return peer == null || peer.hostAddress() == null ? UNKNOWN : peer.hostAddress();
    }

    private boolean isProxy(String address) {
        if (proxies.isEmpty() || address.equals(UNKNOWN)) {
            return false;
        }
        InetSocketAddress socket = new InetSocketAddress(NetUtil.createInetAddressFromIpAddressString(address), 0);
        return proxies.stream().anyMatch(network -> network.matches(socket));
    }

    private static List<String> named(List<String> values) {
        List<String> addresses = new ArrayList<>();
        for (String value : values) {
            for (String hop : value.split(",")) {
                Matcher matcher = FOR.matcher(hop.strip());
                String address = matcher.find() ? matcher.group(1) : hop;
                addresses.add(address.strip().replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT));
            }
        }
        return addresses;
    }

    private static IpSubnetFilterRule network(String text) {
        String[] parts = text.strip().split("/");
        try {
            InetAddress address = InetAddress.getByName(parts[0]);
            int bits = parts.length == 1 ? address.getAddress().length * 8 : Integer.parseInt(parts[1]);
            return new IpSubnetFilterRule(address, bits, IpFilterRuleType.ACCEPT);
        } catch (UnknownHostException | NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is no network such as 10.0.0.0/8", e);
        }
    }
}
