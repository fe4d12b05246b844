package org.puente.statistics.format;

import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.puente.statistics.series.SeriesAnswer;

/** The formats of a series. Each has a name for {@code format=} and a media type for {@code Accept}. */
public enum Format {
    JSON(Format.JSON_TYPE, JsonSeries::new),
    CSV(Format.CSV_TYPE, CsvSeries::new),
    NDJSON(Format.NDJSON_TYPE, NdjsonSeries::new),
    JSON_STAT(Format.JSON_STAT_TYPE, JsonStatSeries::new),
    SDMX_CSV(Format.SDMX_CSV_TYPE + ";version=2.0.0", SdmxCsvSeries::new);

    public static final String JSON_TYPE = "application/json";
    public static final String CSV_TYPE = "text/csv";
    public static final String NDJSON_TYPE = "application/x-ndjson";
    public static final String JSON_STAT_TYPE = "application/vnd.json-stat+json";
    public static final String SDMX_CSV_TYPE = "application/vnd.sdmx.data+csv";

    private final MediaType type;
    private final Function<SeriesAnswer, SeriesWriter> writer;

    Format(String type, Function<SeriesAnswer, SeriesWriter> writer) {
        this.type = MediaType.valueOf(type);
        this.writer = writer;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    MediaType type() {
        return this == CSV ? type.withCharset("utf-8") : type;
    }

    SeriesWriter writer(SeriesAnswer answer) {
        return writer.apply(answer);
    }

    static Optional<Format> of(String code) {
        return Arrays.stream(values())
                .filter(format -> format.code().equals(code))
                .findFirst();
    }

    /** The format that the client likes best of those it accepts; it lists its types in order of liking. */
    static Optional<Format> accepted(List<MediaType> types) {
        return types.stream()
                .flatMap(type -> Arrays.stream(values()).filter(format -> format.type.isCompatible(type)))
                .findFirst();
    }
}
