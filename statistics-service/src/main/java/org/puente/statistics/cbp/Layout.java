package org.puente.statistics.cbp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.puente.statistics.dataset.Dimension;
import org.puente.statistics.dataset.Measure;
import org.puente.statistics.release.ReleaseKind;

/**
 * The columns of one kind of official file. A column has names, the official one first, and holds a dimension, a measure,
 * a part of the month, or nothing that is needed.
 */
enum Layout {
    BY_AREA(
            ReleaseKind.ENCOUNTERS_BY_AREA,
            Column.year("Fiscal Year", "FY"),
            Column.ignored("Month Grouping"),
            Column.month("Month (abbv)", "Month"),
            Column.of(Dimension.COMPONENT, "Component"),
            Column.of(Dimension.REGION, "Land Border Region", "Region"),
            Column.of(Dimension.AREA, "Area of Responsibility", "AOR"),
            Column.ignored("AOR (Abbv)"),
            Column.of(Dimension.DEMOGRAPHIC, "Demographic"),
            Column.of(Dimension.CITIZENSHIP, "Citizenship"),
            Column.of(Dimension.AUTHORITY, "Title of Authority"),
            Column.of(Dimension.TYPE, "Encounter Type"),
            Column.of(Measure.ENCOUNTERS, "Encounter Count")),
    BY_STATE(
            ReleaseKind.ENCOUNTERS_BY_STATE,
            Column.year("Fiscal Year", "FY"),
            Column.ignored("Month Grouping"),
            Column.month("Month (abbv)", "Month"),
            Column.of(Dimension.REGION, "Land Border Region", "Region"),
            Column.of(Dimension.STATE, "State"),
            Column.of(Dimension.DEMOGRAPHIC, "Demographic"),
            Column.of(Dimension.CITIZENSHIP, "Citizenship"),
            Column.of(Dimension.AUTHORITY, "Title of Authority"),
            Column.of(Measure.ENCOUNTERS, "Encounter Count")),
    DRUGS(
            ReleaseKind.DRUG_SEIZURES,
            Column.year("FY", "Fiscal Year"),
            Column.ignored("Month Grouping"),
            Column.month("Month (abbv)", "Month"),
            Column.of(Dimension.COMPONENT, "Component"),
            Column.of(Dimension.REGION, "Region", "Land Border Region"),
            Column.of(Dimension.LAND, "Land Filter"),
            Column.of(Dimension.AREA, "Area of Responsibility", "AOR"),
            Column.of(Dimension.DRUG, "Drug Type"),
            Column.of(Measure.EVENTS, "Count of Event", "Count of Events", "Event Count"),
            Column.of(Measure.WEIGHT, "Sum Qty (lbs)", "Sum Quantity (lbs)"));

    /** What a column holds. Exactly one of dimension and measure is set for CODE and NUMBER. */
    record Column(Holds holds, Dimension dimension, Measure measure, List<String> names) {

        enum Holds {
            YEAR,
            MONTH,
            CODE,
            NUMBER,
            NOTHING
        }

        static Column year(String... names) {
            return new Column(Holds.YEAR, null, null, List.of(names));
        }

        static Column month(String... names) {
            return new Column(Holds.MONTH, null, null, List.of(names));
        }

        static Column of(Dimension dimension, String... names) {
            return new Column(Holds.CODE, dimension, null, List.of(names));
        }

        static Column of(Measure measure, String... names) {
            return new Column(Holds.NUMBER, null, measure, List.of(names));
        }

        static Column ignored(String name) {
            return new Column(Holds.NOTHING, null, null, List.of(name));
        }

        String name() {
            return names.get(0);
        }

        boolean needed() {
            return holds != Holds.NOTHING;
        }

        boolean isCalled(String text) {
            String folded = Spelling.folded(text);
            return names.stream().anyMatch(name -> Spelling.folded(name).equals(folded));
        }
    }

    private final ReleaseKind kind;
    private final List<Column> columns;

    Layout(ReleaseKind kind, Column... columns) {
        this.kind = kind;
        this.columns = List.of(columns);
    }

    ReleaseKind kind() {
        return kind;
    }

    /** The dimension columns in the order of the kind's dimensions. */
    List<Column> dimensions() {
        return kind.dimensions().stream()
                .map(dimension -> columns.stream()
                        .filter(column -> column.dimension() == dimension)
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    List<Column> measures() {
        return columns.stream()
                .filter(column -> column.holds() == Column.Holds.NUMBER)
                .toList();
    }

    Column only(Column.Holds holds) {
        return columns.stream()
                .filter(column -> column.holds() == holds)
                .findFirst()
                .orElseThrow();
    }

    /** The layout whose needed columns are all in the header, and none besides. */
    static Optional<Layout> of(List<String> header) {
        return Stream.of(values())
                .filter(layout -> layout.missing(header).isEmpty()
                        && layout.unknown(header).isEmpty())
                .findFirst();
    }

    /** The layout that the header comes closest to. */
    static Layout nearest(List<String> header) {
        return Stream.of(values())
                .min((one, other) -> Integer.compare(one.distance(header), other.distance(header)))
                .orElseThrow();
    }

    /** Names that stand in the header more than once, aliases of one column included. */
    List<String> repeated(List<String> header) {
        return columns.stream()
                .filter(column -> header.stream().filter(column::isCalled).count() > 1)
                .map(Column::name)
                .toList();
    }

    List<String> missing(List<String> header) {
        return columns.stream()
                .filter(column -> column.needed() && header.stream().noneMatch(column::isCalled))
                .map(Column::name)
                .toList();
    }

    List<String> unknown(List<String> header) {
        return header.stream()
                .filter(name -> columns.stream().noneMatch(column -> column.isCalled(name)))
                .toList();
    }

    /** Where that column stands in the header. */
    static int position(Column column, List<String> header) {
        for (int at = 0; at < header.size(); at++) {
            if (column.isCalled(header.get(at))) {
                return at;
            }
        }
        throw new IllegalStateException(column.name() + " is not in the header");
    }

    private int distance(List<String> header) {
        return missing(header).size() + unknown(header).size();
    }

    /** For an error message: every kind with its columns and the ones this header lacks. */
    static List<Map<String, Object>> described(List<String> header) {
        List<Map<String, Object>> kinds = new ArrayList<>();
        for (Layout layout : values()) {
            kinds.add(Map.of(
                    "kind",
                    layout.kind.code(),
                    "columns",
                    layout.columns.stream().map(Column::name).toList(),
                    "missing",
                    layout.missing(header)));
        }
        return kinds;
    }
}
