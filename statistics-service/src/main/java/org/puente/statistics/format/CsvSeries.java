package org.puente.statistics.format;

import java.util.stream.Collectors;
import org.puente.statistics.series.SeriesAnswer;

/** One line a point (RFC 4180), with CRLF and a header. What concerns the whole answer is behind the links of the response. */
final class CsvSeries extends SeriesWriter {

    CsvSeries(SeriesAnswer answer, String prefix) {
        super(answer, prefix);
    }

    @Override
    void head(Text text) {
        dimensions.forEach(dimension -> text.csv(dimension).ascii(','));
        text.raw("label,period,value,status,missingMonths,unit,releases\r\n");
    }

    @Override
    void series(int index, SeriesAnswer.Series series, Text text) {
        for (int i = 0; i < periods.size(); i++) {
            series.codes().forEach(code -> text.csv(code.code()).ascii(','));
            text.csv(series.label()).ascii(',').raw(periods.get(i)).ascii(',');
            value(series, i, "", text);
            text.ascii(',').raw(series.statuses()[i].code());
            text.ascii(',').raw(months(series, i));
            text.ascii(',').csv(answer.unit());
            text.ascii(',').raw(ids(series.track().releases().get(i)).stream().collect(Collectors.joining(" ")));
            text.raw("\r\n");
        }
    }

    @Override
    void tail(Text text) {}
}
