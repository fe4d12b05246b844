package org.puente.statistics.series;

import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.puente.statistics.calendar.Frequency;
import org.puente.statistics.calendar.Period;
import org.puente.statistics.dataset.Dimension;

/**
 * A whole query for series.
 *
 * @param groupBy      without repetition
 * @param from         its first month is the first one asked for; empty: the first that a release covers
 * @param to           its last month is the last one asked for; empty: the last that a release covers
 * @param base         the base of {@link Transform#INDEX}, empty for the others
 * @param top          how many groups are shown, the others being summed as the rest; 0 for all
 * @param limit        how many series come on a page
 * @param cursor       where the page starts, as the page before said
 * @param withReleases whether each point names its releases
 */
public record SeriesQuery(
        Slice slice,
        List<Dimension> groupBy,
        Optional<Period> from,
        Optional<Period> to,
        Frequency frequency,
        Transform transform,
        Optional<Period> base,
        Vantage vantage,
        int top,
        Order order,
        int limit,
        Optional<String> cursor,
        boolean withReleases) {

    /** In which order series come, by what they are over all months asked for; the rest always comes last. */
    public enum Order {
        CODE("code"),
        VALUE_DESCENDING("-value"),
        VALUE("value");

        private final String code;

        Order(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    public static final int DEFAULT_LIMIT = 500;
    public static final int MOST_SERIES = 10_000;

    public SeriesQuery {
        groupBy = List.copyOf(groupBy);
    }

    /** Its normal form as parameters, with the months and releases that it was resolved to. */
    String pinned(int from, int to, List<String> releases, Optional<String> cursor) {
        StringJoiner text = new StringJoiner("&");
        for (Dimension dimension : slice.dataset().dimensions()) {
            Filter filter = slice.filters().get(dimension);
            if (filter != null) {
                text.add(dimension.code() + "=" + filter);
            }
        }
        if (!groupBy.isEmpty()) {
            StringJoiner names = new StringJoiner(",", "groupBy=", "");
            groupBy.forEach(dimension -> names.add(dimension.code()));
            text.add(names.toString());
        }
        text.add("measure=" + slice.measure().code());
        text.add("from=" + View.month(from)).add("to=" + View.month(to));
        text.add("freq=" + frequency.code()).add("transform=" + transform.code());
        base.ifPresent(period -> text.add("base=" + period));
        if (vantage.vintage() != Vintage.LATEST) {
            text.add("vintage=" + vantage.vintage().code());
        }
        if (top > 0) {
            text.add("top=" + top);
        }
        text.add("order=" + order.code()).add("limit=" + limit);
        if (withReleases) {
            text.add("include=releases");
        }
        cursor.ifPresent(position -> text.add("cursor=" + position));
        if (!releases.isEmpty()) {
            text.add("release=" + String.join(",", releases));
        }
        return text.toString();
    }
}
