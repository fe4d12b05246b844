package org.puente.kit.audit;

import io.github.bucket4j.Bucket;
import io.quarkus.runtime.BlockingOperationControl;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Method;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.puente.kit.limit.ClientAddress;

/**
 * Records each write twice: before it is tried, so that none happens without a record, and with its result. A write that
 * was refused at the door gets one record, as long as not too many are: else anybody could fill the disk.
 */
class AuditedWrites {

    private static final Logger LOG = Logger.getLogger("org.puente.kit.audit");
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final String BEGUN = AuditedWrites.class.getName();
    private static final int REFUSALS_A_MINUTE = 120;
    private static final int LONGEST = 2000;

    private final AuditTrail trail;
    private final ManagedExecutor workers;
    private final Bucket refusals = Bucket.builder()
            .addLimit(limit -> limit.capacity(REFUSALS_A_MINUTE).refillGreedy(REFUSALS_A_MINUTE, Duration.ofMinutes(1)))
            .build();

    AuditedWrites(AuditTrail trail, ManagedExecutor workers) {
        this.trail = trail;
        this.workers = workers;
    }

    /** After all filters that refuse. */
    @ServerRequestFilter(priority = Priorities.USER + 1000)
    void begin(ContainerRequestContext request, ResourceInfo resource, RoutingContext context) throws SQLException {
        if (isWrite(request, resource)) {
            AuditRecord begun = entry(context, AuditRecord.Phase.BEGUN, null);
            trail.append(begun);
            request.setProperty(BEGUN, begun);
        }
    }

    @ServerResponseFilter
    void end(
            ContainerRequestContext request,
            ContainerResponseContext response,
            ResourceInfo resource,
            RoutingContext context) {
        if (request.getProperty(BEGUN) instanceof AuditRecord begun) {
            append(begun.ended(response.getStatus(), limited(response.getHeaderString(HttpHeaders.LOCATION))));
        } else if (isWrite(request, resource) && refusals.tryConsume(1)) {
            append(entry(context, AuditRecord.Phase.REFUSED, response.getStatus()));
        }
    }

    /** What everybody may do changes nothing, whatever its method. */
    private boolean isWrite(ContainerRequestContext request, ResourceInfo resource) {
        Method method = resource.getResourceMethod();
        return method != null
                && !READS.contains(request.getMethod())
                && !method.isAnnotationPresent(PermitAll.class)
                && trail.isKept();
    }

    private AuditRecord entry(RoutingContext context, AuditRecord.Phase phase, Integer status) {
        return new AuditRecord(
                UUID.randomUUID(),
                phase,
                subject(context),
                ClientAddress.of(context),
                context.request().method().name(),
                limited(context.request().uri()),
                status,
                null,
                (String) MDC.get("traceId"));
    }

    private static String subject(RoutingContext context) {
        if (context.user() instanceof QuarkusHttpUser user) {
            SecurityIdentity identity = user.getSecurityIdentity();
            return identity.isAnonymous() ? null : identity.getPrincipal().getName();
        }
        return null;
    }

    private void append(AuditRecord entry) {
        if (BlockingOperationControl.isBlockingAllowed()) {
            appendOrLog(entry);
        } else {
            workers.execute(() -> appendOrLog(entry));
        }
    }

    /** The write has happened, or was refused, whether or not this can be kept: the log is the second best place. */
    private void appendOrLog(AuditRecord entry) {
        try {
            trail.append(entry);
        } catch (SQLException e) {
            LOG.errorf(e, "Not kept: %s", entry);
        }
    }

    private static String limited(String text) {
        return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
