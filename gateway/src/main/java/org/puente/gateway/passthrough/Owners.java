package org.puente.gateway.passthrough;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.puente.gateway.openapi.ServiceDocuments;
import org.puente.gateway.upstream.Upstream;
import org.puente.gateway.upstream.Upstreams;

/** Which service a path belongs to, by its first segment, as the services' own documents say. */
@Singleton
class Owners {

    private static final String BASE = "/v1/";

    private final Map<String, Upstream> bySegment = new HashMap<>();

    Owners(Upstreams upstreams) {
        for (Upstream upstream : upstreams.all()) {
            for (String path : ServiceDocuments.pathsOf(upstream.name())) {
                bySegment.put(segment(path, BASE.length()), upstream);
            }
        }
    }

    /** Null where no service has such a path. */
    Upstream of(String path) {
        return path.startsWith(PassThrough.PREFIX + BASE)
                ? bySegment.get(segment(path, PassThrough.PREFIX.length() + BASE.length()))
                : null;
    }

    private static String segment(String path, int from) {
        int end = path.indexOf('/', from);
        return path.substring(from, end < 0 ? path.length() : end);
    }
}
