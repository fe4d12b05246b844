package org.puente.statistics.format;

import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
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

    private static final List<Format> ALL = List.of(values());

    private final String mediaType;
    private final MediaType type;
    private final BiFunction<SeriesAnswer, String, SeriesWriter> writer;

    Format(String type, BiFunction<SeriesAnswer, String, SeriesWriter> writer) {
        this.mediaType = type;
        this.type = MediaType.valueOf(type);
        this.writer = writer;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The media type without parameters. */
    String essence() {
        return type.getType() + "/" + type.getSubtype();
    }

    String mediaType() {
        return mediaType;
    }

    MediaType type() {
        return this == CSV ? type.withCharset("utf-8") : type;
    }

    /** @param prefix the path under which clients reach this service */
    SeriesWriter writer(SeriesAnswer answer, String prefix) {
        return writer.apply(answer, prefix);
    }

    static Optional<Format> of(String code) {
        return Arrays.stream(values())
                .filter(format -> format.code().equals(code))
                .findFirst();
    }

    static String codes() {
        return Arrays.stream(values()).map(Format::code).collect(Collectors.joining(", "));
    }

    /** The format that the client likes best of those it accepts; it lists its types in order of liking. */
    static Optional<Format> accepted(List<MediaType> types) {
        for (MediaType type : types) {
            for (Format format : ALL) {
                if (format.type.isCompatible(type)) {
                    return Optional.of(format);
                }
            }
        }
        return Optional.empty();
    }
}
