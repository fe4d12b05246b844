package org.puente.statistics.format;

import java.util.LinkedHashMap;
import java.util.Map;
import org.puente.kit.wording.Sentence;
import org.puente.statistics.release.Release;
import org.puente.statistics.series.SeriesAnswer;
import org.puente.statistics.series.SeriesQuery;
import org.puente.statistics.series.Status;

/**
 * A dataset of JSON-stat 2.0. Its cells are a full product of the dimensions, so each one holds only the codes that occur on
 * the page, a combination without a series is empty, and the months run fastest.
 */
final class JsonStatSeries extends SeriesWriter {

    private final Map<String, Map<String, String>> categories = new LinkedHashMap<>();

    JsonStatSeries(SeriesAnswer answer, String prefix) {
        super(answer, prefix);
        if (byRelease) {
            Map<String, String> releases = new LinkedHashMap<>();
            for (Release release : answer.releases()) {
                releases.put(release.id(), release.title());
            }
            categories.put("release", releases);
        }
        for (int i = 0; i < dimensions.size(); i++) {
            Map<String, String> codes = new LinkedHashMap<>();
            for (SeriesAnswer.Series series : answer.series()) {
                codes.put(series.codes().get(i).code(), series.codes().get(i).label());
            }
            categories.put(dimensions.get(i), codes);
        }
        Map<String, String> months = new LinkedHashMap<>();
        periods.forEach(period -> months.put(period, period));
        categories.put("period", months);
    }

    @Override
    void head(Text text) {
        SeriesQuery query = answer.query();
        text.raw("{\"version\":\"2.0\",\"class\":\"dataset\",");
        text.name("label")
                .json(query.slice().measure().code() + ", " + query.transform().code());
        text.ascii(',').name("source").json(answer.citation());
        text.ascii(',').name("note");
        strings(Sentence.texts(answer.notes()), text);
        text.ascii(',').name("id");
        strings(categories.keySet(), text);
        text.ascii(',').name("size").ascii('[');
        String separator = "";
        for (Map<String, String> codes : categories.values()) {
            text.raw(separator).decimal(codes.size(), 0);
            separator = ",";
        }
        text.raw("],")
                .name("role")
                .raw("{\"time\":[\"period\"]},")
                .name("dimension")
                .ascii('{');
        separator = "";
        for (Map.Entry<String, Map<String, String>> dimension : categories.entrySet()) {
            text.raw(separator).name(dimension.getKey()).ascii('{');
            text.name("label")
                    .json(dimension.getKey())
                    .ascii(',')
                    .name("category")
                    .ascii('{');
            text.name("index");
            strings(dimension.getValue().keySet(), text);
            text.ascii(',').name("label");
            labels(dimension.getValue(), text);
            text.raw("}}");
            separator = ",";
        }
        text.raw("},");
    }

    private static void labels(Map<String, String> labels, Text text) {
        text.ascii('{');
        String separator = "";
        for (Map.Entry<String, String> label : labels.entrySet()) {
            text.raw(separator).json(label.getKey()).ascii(':').json(label.getValue());
            separator = ",";
        }
        text.ascii('}');
    }

    /** Nothing: cells are given by their position, so they come together in the tail. */
    @Override
    void series(int index, SeriesAnswer.Series series, Text text) {}

    @Override
    void tail(Text text) {
        text.name("value").ascii('{');
        String separator = "";
        for (SeriesAnswer.Series series : answer.series()) {
            long cell = cell(series);
            for (int i = 0; i < periods.size(); i++) {
                if (series.statuses()[i] != Status.MISSING) {
                    text.raw(separator).ascii('"').decimal(cell + i, 0).raw("\":");
                    value(series, i, "null", text);
                    separator = ",";
                }
            }
        }
        text.raw("},").name("status").ascii('{');
        separator = "";
        for (SeriesAnswer.Series series : answer.series()) {
            long cell = cell(series);
            for (int i = 0; i < periods.size(); i++) {
                text.raw(separator).ascii('"').decimal(cell + i, 0).raw("\":");
                text.json(series.statuses()[i].code());
                separator = ",";
            }
        }
        text.raw("},").name("extension").ascii('{');
        text.name("unit").json(answer.unit()).ascii(',');
        provenance(text);
        text.raw("}}");
    }

    private long cell(SeriesAnswer.Series series) {
        long cell = 0;
        int code = 0;
        for (Map.Entry<String, Map<String, String>> dimension : categories.entrySet()) {
            long position = 0;
            if (dimension.getKey().equals("release")) {
                position = position(
                        dimension.getValue(),
                        series.track().release().orElseThrow().id());
            } else if (!dimension.getKey().equals("period")) {
                position = position(
                        dimension.getValue(), series.codes().get(code++).code());
            }
            cell = cell * dimension.getValue().size() + position;
        }
        return cell;
    }

    private static int position(Map<String, String> codes, String code) {
        int position = 0;
        for (String each : codes.keySet()) {
            if (each.equals(code)) {
                return position;
            }
            position++;
        }
        throw new IllegalArgumentException(code);
    }
}
