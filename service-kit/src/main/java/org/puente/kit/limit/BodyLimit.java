package org.puente.kit.limit;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.puente.kit.problem.Refusal;

/** Counts a body that didn't announce its length, as Quarkus' own count ends the exchange without a problem document. */
class BodyLimit {

    private final Edge edge;

    BodyLimit(Edge edge) {
        this.edge = edge;
    }

    @ServerRequestFilter
    void count(ContainerRequestContext request) {
        boolean mayHaveABody = Set.of("POST", "PUT", "PATCH").contains(request.getMethod());
        if (mayHaveABody && request.getHeaderString(HttpHeaders.CONTENT_LENGTH) == null) {
            request.setEntityStream(new Counted(request.getEntityStream(), edge.largestBody()));
        }
    }

    private static final class Counted extends FilterInputStream {

        private final long most;
        private long left;

        Counted(InputStream in, long most) {
            super(in);
            this.most = most;
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw new Refusal(Refusal.Kind.TOO_LARGE, "A body may have " + most + " bytes");
            }
        }
    }
}
