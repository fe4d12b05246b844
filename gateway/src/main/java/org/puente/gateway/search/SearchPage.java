package org.puente.gateway.search;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.gateway.diplomacy.SearchHit;
import org.puente.gateway.statistics.Figure;
import org.puente.gateway.upstream.Missing;

/** What both contexts have about some words. */
@Schema(description = "What both contexts have about some words")
record SearchPage(
        @Schema(description = "Records of diplomacy, the best first; null where it is missing")
        List<SearchHit> records,

        @Schema(description = "How many records there are") long total,

        @Schema(description = "The cursor of the next page of records", nullable = true)
        String next,

        @Schema(description = "Reported figures that have all the words; null where statistics is missing")
        List<Figure> figures,

        List<Missing> missing) {}
