package org.puente.statistics.format;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.kit.wording.SentenceCode;
import org.puente.statistics.series.Source;

/** The shape of a JSON answer, for the OpenAPI document; {@link JsonSeries} writes it without building it. */
@Schema(name = "SeriesPage", description = "One page of series")
public interface SeriesBody {

    @Schema(required = true, examples = "encounters")
    String getDataset();

    @Schema(required = true, examples = "encounters")
    String getMeasure();

    @Schema(required = true, description = "Of every value", examples = "encounters")
    String getUnit();

    @Schema(required = true, examples = "month")
    String getFreq();

    @Schema(required = true, examples = "level")
    String getTransform();

    @Schema(required = true)
    List<Series> getSeries();

    @Schema(required = true, description = "All releases that the figures come from")
    List<Source> getReleases();

    @Schema(required = true, description = "What must be known to read the figures right")
    List<String> getNotes();

    @Schema(
            required = true,
            description = "What each note says, in the order of the notes: partial, months-missing, division-by-zero,"
                    + " first-release or publication-estimated",
            examples = "[{\"code\": \"partial\", \"values\": {\"periods\": [\"2024\"]}}]")
    List<SentenceCode> getNoteCodes();

    @Schema(required = true)
    String getCitation();

    @Schema(required = true, description = "This answer, pinned to its releases: it never changes")
    String getPermalink();

    @Schema(required = true, description = "Whether there are more series than on this page")
    boolean isTruncated();

    @Schema(required = true, description = "How many series there are on all pages")
    int getTotal();

    @Schema(required = true, nullable = true, description = "The cursor of the next page, null on the last")
    String getNext();

    /** One group. */
    @Schema(name = "Series", description = "The figures of one group")
    interface Series {

        @Schema(
                required = true,
                description = "A code for each dimension grouped by; `rest` stands for all that `top` left out",
                examples = "{\"component\": \"usbp\"}")
        Map<String, String> getKey();

        @Schema(required = true, examples = "U.S. Border Patrol")
        String getLabel();

        @Schema(description = "The one release that the figures are from, with `vintage=all`")
        String getRelease();

        @Schema(required = true)
        List<Point> getPoints();
    }

    /** One figure. */
    @Schema(name = "Point", description = "The figure of one period")
    interface Point {

        @Schema(required = true, description = "2023-11, 2023-Q4, 2023, FY2024-Q1 or FY2024", examples = "2023-11")
        String getPeriod();

        @Schema(required = true, nullable = true, description = "Null where it is missing", examples = "191106")
        BigDecimal getValue();

        @Schema(
                required = true,
                enumeration = {"final", "provisional", "partial", "missing"})
        String getStatus();

        @Schema(description = "The months that are not in a partial figure")
        List<String> getMissingMonths();

        @Schema(description = "The releases that the figure comes from, with `include=releases`")
        List<String> getReleases();
    }
}
