package org.puente.statistics.format;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.puente.statistics.calendar.Frequency;
import org.puente.statistics.calendar.Period;
import org.puente.statistics.dataset.Dimension;
import org.puente.statistics.series.Filter;
import org.puente.statistics.series.SeriesAnswer;
import org.puente.statistics.series.Status;

/**
 * SDMX-CSV 2.0. Every dimension of the dataset has a column: {@code _T} stands for all its codes, {@code _X} for those that
 * the column FILTER names. Fiscal periods are written as time ranges.
 */
final class SdmxCsvSeries extends SeriesWriter {

    private static final Map<Status, String> OBSERVATION_STATUS =
            Map.of(Status.FINAL, "A", Status.PROVISIONAL, "P", Status.PARTIAL, "P", Status.MISSING, "O");

    private final List<Dimension> all;
    private final String start;
    private final byte[] end;
    private final List<String> times;

    SdmxCsvSeries(SeriesAnswer answer, String prefix) {
        super(answer, prefix);
        this.all = answer.query().slice().dataset().dimensions();
        String id = answer.query().slice().dataset().name();
        this.start = "dataflow,PUENTE:" + id + "(1.0.0),I," + frequency() + ","
                + answer.query().slice().measure().name() + ","
                + answer.query().transform().name() + ",";
        this.times = answer.periods().stream().map(SdmxCsvSeries::time).toList();
        StringJoiner filter = new StringJoiner(" ");
        answer.query().slice().filters().forEach((dimension, codes) -> filter.add(dimension.code() + "=" + codes));
        this.end = new Text(64)
                .csv(answer.unit())
                .ascii(',')
                .csv(filter.toString())
                .raw("\r\n")
                .take();
    }

    @Override
    void head(Text text) {
        text.raw("STRUCTURE,STRUCTURE_ID,ACTION,FREQ,MEASURE,TRANSFORM,");
        all.forEach(dimension -> text.raw(dimension.name()).ascii(','));
        text.raw(byRelease ? "RELEASE," : "");
        text.raw("TIME_PERIOD,OBS_VALUE,OBS_STATUS,COVERAGE,UNIT,FILTER\r\n");
    }

    @Override
    void series(int index, SeriesAnswer.Series series, Text text) {
        Text columns = new Text(128).raw(start);
        for (Dimension dimension : all) {
            columns.csv(code(series, dimension)).ascii(',');
        }
        series.track().release().ifPresent(release -> columns.csv(release.id()).ascii(','));
        byte[] key = columns.take();
        for (int i = 0; i < periods.size(); i++) {
            text.raw(key).raw(times.get(i)).ascii(',');
            value(series, i, "NaN", text);
            text.ascii(',').raw(OBSERVATION_STATUS.get(series.statuses()[i]));
            text.ascii(',').raw(series.statuses()[i].code());
            text.ascii(',').raw(end);
        }
    }

    private String code(SeriesAnswer.Series series, Dimension dimension) {
        int grouped = answer.query().groupBy().indexOf(dimension);
        if (grouped >= 0) {
            return series.codes().get(grouped).code();
        }
        Filter filter = answer.query().slice().filters().get(dimension);
        if (filter == null) {
            return "_T";
        }
        return filter.negated() || filter.codes().size() > 1
                ? "_X"
                : filter.codes().get(0);
    }

    private String frequency() {
        return switch (answer.query().frequency()) {
            case MONTH -> "M";
            case QUARTER, FISCAL_QUARTER -> "Q";
            case YEAR, FISCAL_YEAR -> "A";
        };
    }

    private static String time(Period period) {
        return period.frequency().fiscal()
                ? period.first().atDay(1) + (period.frequency() == Frequency.FISCAL_YEAR ? "/P1Y" : "/P3M")
                : period.toString();
    }

    @Override
    void tail(Text text) {}
}
