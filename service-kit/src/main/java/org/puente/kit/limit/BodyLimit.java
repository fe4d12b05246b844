package org.puente.kit.limit;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.puente.kit.problem.Refusal;

/**
 * Counts what arrives of a body. One that didn't announce its length is refused here where it gets too large, as Quarkus'
 * own count ends the exchange without a problem document; one that trickles in is cut off, as it holds a thread.
 */
class BodyLimit {

    private final Edge edge;
    private final LimitConfig limits;

    BodyLimit(Edge edge, LimitConfig limits) {
        this.edge = edge;
        this.limits = limits;
    }

    @ServerRequestFilter
    void count(ContainerRequestContext request) {
        if (Set.of("POST", "PUT", "PATCH").contains(request.getMethod())) {
            request.setEntityStream(new Counted(request.getEntityStream(), edge.largestBody(), limits));
        }
    }

    private static final class Counted extends FilterInputStream {

        private final long most;
        private final long bytesPerSecond;
        private final Duration patience;
        private final long start = System.nanoTime();
        private long read;

        Counted(InputStream in, long most, LimitConfig limits) {
            super(in);
            this.most = most;
            this.bytesPerSecond = limits.slowestBody().asLongValue();
            this.patience = limits.slowBodyPatience();
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int some = super.read(bytes, offset, length);
            count(Math.max(0, some));
            return some;
        }

        private void count(int arrived) {
            read += arrived;
            if (read > most) {
                throw new Refusal(Refusal.Kind.TOO_LARGE, "A body may have " + most + " bytes");
            }
            Duration taken = Duration.ofNanos(System.nanoTime() - start);
            if (arrived > 0 && taken.compareTo(patience) > 0 && read < taken.toSeconds() * bytesPerSecond) {
                throw new Refusal(
                        Refusal.Kind.TOO_SLOW,
                        "A body must arrive with " + bytesPerSecond + " bytes a second at least");
            }
        }
    }
}
