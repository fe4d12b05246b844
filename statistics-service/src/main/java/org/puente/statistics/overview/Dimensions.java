package org.puente.statistics.overview;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.statistics.dataset.Codes;
import org.puente.statistics.dataset.Dataset;

/** How a dataset can be sliced. */
@Schema(description = "How a dataset can be sliced")
public record Dimensions(
        @Schema(required = true, examples = "encounters") String dataset,
        @Schema(required = true) List<MeasureInfo> measures,
        @Schema(required = true) List<DimensionInfo> dimensions) {

    /** What is added up. */
    @Schema(name = "Measure", description = "What is added up")
    public record MeasureInfo(
            @Schema(required = true, examples = "encounters")
            String code,

            @Schema(required = true, examples = "encounters")
            String unit) {}

    /** A dimension; its code is the name of the query parameter. */
    @Schema(name = "Dimension", description = "A dimension; its code is the name of the query parameter")
    public record DimensionInfo(
            @Schema(required = true, examples = "region") String code,

            @Schema(required = true, examples = "Border region")
            String label,

            @Schema(required = true, description = "Whether a later file may bring further codes")
            boolean open,

            @Schema(required = true) List<CodeInfo> codes) {}

    /** A value of a dimension. */
    @Schema(name = "Code", description = "A value of a dimension")
    public record CodeInfo(
            @Schema(required = true, examples = "southwest") String code,

            @Schema(required = true, examples = "Southwest border")
            String label,

            @Schema(required = true, description = "As the official files spell it", examples = "Southwest Land Border")
            String official) {}

    static Dimensions of(Dataset dataset, Codes codes) {
        return new Dimensions(
                dataset.code(),
                dataset.measures().stream()
                        .map(measure -> new MeasureInfo(measure.code(), measure.unit()))
                        .toList(),
                dataset.dimensions().stream()
                        .map(dimension -> new DimensionInfo(
                                dimension.code(),
                                dimension.label(),
                                dimension.open(),
                                codes.alphabetical(dimension).stream()
                                        .map(code -> new CodeInfo(code.code(), code.label(), code.official()))
                                        .toList()))
                        .toList());
    }
}
