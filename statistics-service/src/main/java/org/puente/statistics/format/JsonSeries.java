package org.puente.statistics.format;

import java.util.List;
import org.puente.statistics.series.SeriesAnswer;
import org.puente.statistics.series.SeriesQuery;
import org.puente.statistics.series.Status;

/** The format that all others mirror. */
final class JsonSeries extends SeriesWriter {

    JsonSeries(SeriesAnswer answer, String prefix) {
        super(answer, prefix);
    }

    @Override
    void head(Text text) {
        SeriesQuery query = answer.query();
        text.ascii('{').name("dataset").json(query.slice().dataset().code());
        text.ascii(',').name("measure").json(query.slice().measure().code());
        text.ascii(',').name("unit").json(answer.unit());
        text.ascii(',').name("freq").json(query.frequency().code());
        text.ascii(',').name("transform").json(query.transform().code());
        text.ascii(',').name("series").ascii('[');
    }

    @Override
    void series(int index, SeriesAnswer.Series series, Text text) {
        if (index > 0) {
            text.ascii(',');
        }
        text.ascii('{').name("key").ascii('{');
        for (int i = 0; i < dimensions.size(); i++) {
            if (i > 0) {
                text.ascii(',');
            }
            text.name(dimensions.get(i)).json(series.codes().get(i).code());
        }
        text.raw("},").name("label").json(series.label());
        series.track()
                .release()
                .ifPresent(release -> text.ascii(',').name("release").json(release.id()));
        text.ascii(',').name("points").ascii('[');
        for (int i = 0; i < periods.size(); i++) {
            if (i > 0) {
                text.ascii(',');
            }
            point(series, i, text);
        }
        text.raw("]}");
    }

    private void point(SeriesAnswer.Series series, int period, Text text) {
        text.ascii("{\"period\":\"").ascii(periods.get(period)).ascii("\",\"value\":");
        value(series, period, "null", text);
        text.ascii(",\"status\":\"").ascii(series.statuses()[period].code()).ascii('"');
        if (series.statuses()[period] == Status.PARTIAL) {
            List<String> absent = series.track().absent().get(period).stream()
                    .map(Object::toString)
                    .toList();
            text.ascii(',').name("missingMonths");
            strings(absent, text);
        }
        if (answer.query().withReleases()) {
            text.ascii(',').name("releases");
            strings(ids(series.track().releases().get(period)), text);
        }
        text.ascii('}');
    }

    @Override
    void tail(Text text) {
        text.raw("],");
        provenance(text);
        text.ascii('}');
    }
}
