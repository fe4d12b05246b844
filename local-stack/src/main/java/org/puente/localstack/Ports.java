package org.puente.localstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;

/**
 * Where the parts listen: the gateway on {@code base}, statistics, diplomacy and the database on the three ports above, and
 * the health and metrics of each service 1000 higher.
 */
record Ports(int base) {

    static final String VARIABLE = "PUENTE_PORT_BASE";
    static final int USUAL_BASE = 8080;
    private static final int TO_MANAGEMENT = 1000;

    Ports {
        if (base < 1024 || base > 64000) {
            throw new Failure(VARIABLE + " must be a port from 1024 to 64000, not " + base + ".");
        }
    }

    /** @param base as the environment has it, null for the usual one */
    static Ports parse(String base) {
        if (base == null || base.isBlank()) {
            return new Ports(USUAL_BASE);
        }
        try {
            return new Ports(Integer.parseInt(base.strip()));
        } catch (NumberFormatException e) {
            throw new Failure(VARIABLE + " must be a port from 1024 to 64000, not '" + base + "'.", e);
        }
    }

    int gateway() {
        return base;
    }

    int statistics() {
        return base + 1;
    }

    int diplomacy() {
        return base + 2;
    }

    int database() {
        return base + 3;
    }

    static int management(int servicePort) {
        return servicePort + TO_MANAGEMENT;
    }

    boolean areFree() {
        return IntStream.of(gateway(), statistics(), diplomacy(), database())
                .flatMap(port -> IntStream.of(port, management(port)))
                .allMatch(Ports::isFree);
    }

    static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
