package org.puente.statistics.drug;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.puente.kit.query.OwnQuery;
import org.puente.statistics.dataset.Dataset;
import org.puente.statistics.format.Format;
import org.puente.statistics.format.SeriesDelivery;

@Path("/v1/drug-seizures")
@Tag(name = "Drug seizures")
class DrugSeizureResource {

    private final SeriesDelivery delivery;

    DrugSeizureResource(SeriesDelivery delivery) {
        this.delivery = delivery;
    }

    @GET
    @Path("series")
    @OwnQuery
    @Produces({Format.JSON_TYPE, Format.CSV_TYPE, Format.NDJSON_TYPE, Format.JSON_STAT_TYPE, Format.SDMX_CSV_TYPE})
    @Operation(summary = "Series of drug seizures, filtered, grouped and transformed")
    public Uni<Response> getDrugSeizureSeries(
            @Context UriInfo uri,
            @Context HttpServerRequest http,
            @Context HttpHeaders headers,
            @Context Request conditions) {
        return delivery.answer(Dataset.DRUG_SEIZURES, new SeriesDelivery.Asked(uri, http, headers, conditions));
    }
}
