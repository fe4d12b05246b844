package org.puente.kit.identity;

import io.quarkus.security.Authenticated;
import io.quarkus.security.ForbiddenException;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** A write that nobody has said anything about is open to nobody: a forgotten annotation must not open a door. */
class DeclaredAccess {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final List<Class<? extends Annotation>> DECLARATIONS =
            List.of(RolesAllowed.class, Authenticated.class, PermitAll.class, DenyAll.class);

    @ServerRequestFilter
    void refuse(ContainerRequestContext request, ResourceInfo resource) {
        Method method = resource.getResourceMethod();
        if (method == null || READS.contains(request.getMethod())) {
            return;
        }
        boolean declared = DECLARATIONS.stream()
                .anyMatch(declaration -> method.isAnnotationPresent(declaration)
                        || method.getDeclaringClass().isAnnotationPresent(declaration)
                        || resource.getResourceClass().isAnnotationPresent(declaration));
        if (!declared) {
            throw new ForbiddenException("no access is declared");
        }
    }
}
