package org.puente.statistics.format;

import org.puente.statistics.series.SeriesAnswer;
import org.puente.statistics.series.Status;

/** One JSON object a point and line. What concerns the whole answer is behind the links of the response. */
final class NdjsonSeries extends SeriesWriter {

    NdjsonSeries(SeriesAnswer answer, String prefix) {
        super(answer, prefix);
    }

    @Override
    void head(Text text) {}

    @Override
    void series(int index, SeriesAnswer.Series series, Text text) {
        for (int i = 0; i < periods.size(); i++) {
            text.ascii('{');
            for (int j = 0; j < dimensions.size(); j++) {
                text.name(dimensions.get(j)).json(series.codes().get(j).code()).ascii(',');
            }
            text.name("label").json(series.label());
            text.ascii(',').name("period").json(periods.get(i)).ascii(',').name("value");
            value(series, i, "null", text);
            text.ascii(',').name("status").json(series.statuses()[i].code());
            if (series.statuses()[i] == Status.PARTIAL) {
                text.ascii(',').name("missingMonths");
                strings(
                        series.track().absent().get(i).stream()
                                .map(Object::toString)
                                .toList(),
                        text);
            }
            text.ascii(',').name("unit").json(answer.unit());
            text.ascii(',').name("releases");
            strings(ids(series.track().releases().get(i)), text);
            text.raw("}\n");
        }
    }

    @Override
    void tail(Text text) {}
}
