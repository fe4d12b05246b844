package org.puente.statistics.intake;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.puente.statistics.cbp.ReferenceTable;
import org.puente.statistics.dataset.Code;
import org.puente.statistics.dataset.Codes;
import org.puente.statistics.dataset.Dimension;
import org.puente.statistics.dataset.Measure;
import org.puente.statistics.release.PublicationDate;
import org.puente.statistics.release.ReleaseKind;

/** Monthly totals that were published together, in a report rather than in a file. */
record PublishedTotals(ReleaseKind kind, String title, PublicationDate publishedOn, List<Line> lines) {

    /** @param component null where it was not broken down */
    record Line(YearMonth month, String region, String component, int encounters) {}

    /** Those that ship with the service. */
    static List<PublishedTotals> all() {
        List<PublishedTotals> all = new ArrayList<>();
        read("monthly-totals.csv")
                .forEach((published, lines) -> all.add(new PublishedTotals(
                        ReleaseKind.ENCOUNTERS_MONTHLY_TOTALS,
                        "Nationwide encounters by month, border region and component",
                        PublicationDate.parse(published),
                        lines)));
        read("first-prints.csv")
                .forEach((published, lines) -> all.add(new PublishedTotals(
                        ReleaseKind.ENCOUNTERS_FIRST_PRINTS,
                        "Southwest land border encounters as first published",
                        PublicationDate.parse(published),
                        lines)));
        return all;
    }

    /** Of what it holds, as there is no file of its own. */
    String sha256() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((kind + " " + publishedOn + " " + lines).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    String id() {
        return kind.code() + "-" + publishedOn + "-" + sha256().substring(0, 8);
    }

    SortedMap<YearMonth, Map<Measure, BigDecimal>> byMonth() {
        SortedMap<YearMonth, Map<Measure, BigDecimal>> totals = new TreeMap<>();
        lines.forEach(line -> totals.computeIfAbsent(line.month(), month -> new LinkedHashMap<>())
                .merge(Measure.ENCOUNTERS, BigDecimal.valueOf(line.encounters()), BigDecimal::add));
        return totals;
    }

    /** The regions it is confined to; empty where it has all. */
    Map<Dimension, Set<String>> scope(Codes codes) {
        Set<String> regions = lines.stream().map(Line::region).collect(Collectors.toCollection(TreeSet::new));
        Set<String> all = codes.of(Dimension.REGION).stream().map(Code::code).collect(Collectors.toSet());
        return regions.containsAll(all) ? Map.of() : Map.of(Dimension.REGION, regions);
    }

    private static Map<String, List<Line>> read(String table) {
        Map<String, List<Line>> byPublication = new LinkedHashMap<>();
        for (List<String> line : ReferenceTable.read(table)) {
            byPublication
                    .computeIfAbsent(line.get(0), published -> new ArrayList<>())
                    .add(new Line(
                            YearMonth.parse(line.get(1)),
                            line.get(2),
                            line.get(3).isEmpty() ? null : line.get(3),
                            Integer.parseInt(line.get(4))));
        }
        return byPublication;
    }
}
