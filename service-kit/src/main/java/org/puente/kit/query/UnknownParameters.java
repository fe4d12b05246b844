package org.puente.kit.query;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses a query parameter that the resource method doesn't know: a misspelt filter must not answer with everything. */
class UnknownParameters {

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void refuse(ContainerRequestContext request, ResourceInfo resource) {
        Method method = resource.getResourceMethod();
        boolean ours = method != null && method.getDeclaringClass().getName().startsWith("org.puente");
        if (!ours
                || method.isAnnotationPresent(OwnQuery.class)
                || method.getDeclaringClass().isAnnotationPresent(OwnQuery.class)) {
            return;
        }
        Set<String> given = request.getUriInfo().getQueryParameters().keySet();
        if (!given.isEmpty()) {
            QueryParameters.refuseUnknown(given, known.computeIfAbsent(method, QueryParameters::of));
        }
    }
}
