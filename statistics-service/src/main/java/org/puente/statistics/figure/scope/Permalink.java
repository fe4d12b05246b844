package org.puente.statistics.figure.scope;

import java.time.YearMonth;
import java.util.List;
import org.puente.statistics.dataset.Dimension;
import org.puente.statistics.release.Release;
import org.puente.statistics.series.Slice;

/** Addresses of series that give the same answer for ever. */
public final class Permalink {

    private Permalink() {}

    /**
     * The monthly series of the slice, pinned to the releases that serve it; relative to the service.
     *
     * @param from the first month
     * @param to   the last month
     */
    public static String of(Slice slice, YearMonth from, YearMonth to, List<Release> releases) {
        StringBuilder link = new StringBuilder("/v1/")
                .append(slice.dataset().code())
                .append("/series?measure=")
                .append(slice.measure().code());
        for (Dimension dimension : slice.dataset().dimensions()) {
            if (slice.filters().containsKey(dimension)) {
                link.append('&')
                        .append(dimension.code())
                        .append('=')
                        .append(slice.filters().get(dimension));
            }
        }
        link.append("&from=").append(from).append("&to=").append(to);
        if (!releases.isEmpty()) {
            link.append("&release=")
                    .append(String.join(",", releases.stream().map(Release::id).toList()));
        }
        return link.toString();
    }
}
