package org.puente.kit.page;

import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * The {@code Link} header of a page (RFC 8288). Its target is relative to the request, so it holds behind any proxy and
 * prefix.
 */
public final class PageLink {

    private PageLink() {}

    /** Null on the last page, which JAX-RS reads as no header. */
    public static String next(UriInfo uri, Page<?> page) {
        if (page.next() == null) {
            return null;
        }
        StringJoiner query = new StringJoiner("&", "<?", ">; rel=\"next\"");
        for (Map.Entry<String, List<String>> parameter :
                uri.getQueryParameters().entrySet()) {
            if (!parameter.getKey().equals("cursor")) {
                parameter.getValue().forEach(value -> query.add(encoded(parameter.getKey()) + "=" + encoded(value)));
            }
        }
        return query.add("cursor=" + encoded(page.next())).toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
