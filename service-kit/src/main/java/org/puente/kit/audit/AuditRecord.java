package org.puente.kit.audit;

import java.util.UUID;

/**
 * One row: a write is about to be tried, has ended, or was refused.
 *
 * @param request joins the row of the begin with the row of the end
 * @param subject null where nobody was known
 * @param target  path and query
 * @param status  null for a begin
 * @param result  address of what was made, or null
 */
record AuditRecord(
        UUID request,
        Phase phase,
        String subject,
        String address,
        String method,
        String target,
        Integer status,
        String result,
        String traceId) {

    enum Phase {
        BEGUN,
        ENDED,
        REFUSED
    }

    AuditRecord ended(int status, String result) {
        return new AuditRecord(request, Phase.ENDED, subject, address, method, target, status, result, traceId);
    }
}
