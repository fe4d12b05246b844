package org.puente.statistics.testsupport;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Files in the official formats, of any size, the same for the same seed. Every line has a month and codes of its own. Lines
 * come in the order of the official files: fiscal year, name of the month, then the other columns.
 *
 * @param years fiscal years covered, from {@code firstYear} on
 * @param rows  lines after the header
 */
public record GeneratedFile(Format format, long seed, int firstYear, int years, int rows) {

    private static final List<String> MONTHS =
            List.of("APR", "AUG", "DEC", "FEB", "JAN", "JUL", "JUN", "MAR", "MAY", "NOV", "OCT", "SEP");
    private static final List<String> REGIONS = List.of("Northern Land Border", "Other", "Southwest Land Border");
    private static final List<String> DEMOGRAPHICS =
            List.of("Accompanied Minors", "FMUA", "Single Adults", "UC / Single Minors");
    private static final List<String> CITIZENSHIPS = List.of(
            "BRAZIL",
            "CANADA",
            "\"CHINA, PEOPLES REPUBLIC OF\"",
            "COLOMBIA",
            "CUBA",
            "ECUADOR",
            "EL SALVADOR",
            "GUATEMALA",
            "HAITI",
            "HONDURAS",
            "INDIA",
            "MEXICO",
            "MYANMAR (BURMA)",
            "NICARAGUA",
            "OTHER",
            "PERU",
            "PHILIPPINES",
            "ROMANIA",
            "RUSSIA",
            "TURKEY",
            "UKRAINE",
            "VENEZUELA");
    private static final List<String> AREAS = List.of(
            "Big Bend Sector,BBT",
            "Del Rio Sector,DRT",
            "El Centro Sector,ELC",
            "El Paso Sector,EPT",
            "Laredo Sector,LRT",
            "Miami Sector,MIP",
            "Rio Grande Valley Sector,RGV",
            "San Diego Sector,SDC",
            "Swanton Sector,SWB",
            "Tucson Sector,TCA",
            "Yuma Sector,YUM",
            "Blaine Sector,BLW");
    private static final List<String> TITLES =
            List.of("Title 42,Expulsions", "Title 8,Apprehensions", "Title 8,Inadmissibles");
    private static final List<String> COMPONENTS = List.of("Office of Field Operations", "U.S. Border Patrol");
    private static final List<String> STATES = List.of("AZ", "CA", "FL", "ME", "MT", "NM", "NY", "TX", "VT", "WA");
    private static final List<String> DRUG_REGIONS = List.of("Coastal/Interior", "Northern Border", "Southwest Border");
    private static final List<String> DRUGS = List.of(
            "Cocaine",
            "Ecstasy",
            "Fentanyl",
            "Heroin",
            "Ketamine",
            "Khat (Catha Edulis)",
            "Lsd",
            "Marijuana",
            "Methamphetamine",
            "Other Drugs**");

    /** Which of the official formats. */
    public enum Format {
        BY_AREA(
                "Fiscal Year,Month Grouping,Month (abbv),Component,Land Border Region,Area of Responsibility,AOR (Abbv),"
                        + "Demographic,Citizenship,Title of Authority,Encounter Type,Encounter Count",
                List.of(COMPONENTS, REGIONS, AREAS, DEMOGRAPHICS, CITIZENSHIPS, TITLES)),
        BY_STATE(
                "Fiscal Year,Month Grouping,Month (abbv),Land Border Region,State,Demographic,Citizenship,"
                        + "Title of Authority,Encounter Count",
                List.of(REGIONS, STATES, DEMOGRAPHICS, CITIZENSHIPS, List.of("Title 42", "Title 8"))),
        DRUGS_SEIZED(
                "FY,Month (abbv),Component,Region,Land Filter,Area of Responsibility,Drug Type,Count of Event,"
                        + "Sum Qty (lbs)",
                List.of(
                        COMPONENTS,
                        DRUG_REGIONS,
                        List.of("Land Only", "Other"),
                        AREAS.stream()
                                .map(area ->
                                        area.substring(0, area.indexOf(',')).toUpperCase(Locale.ROOT))
                                .toList(),
                        DRUGS));

        private final String header;
        private final List<List<String>> columns;

        Format(String header, List<List<String>> columns) {
            this.header = header;
            this.columns = columns;
        }

        /** How many different lines a month can have. */
        int cells() {
            return columns.stream().mapToInt(List::size).reduce(1, Math::multiplyExact);
        }
    }

    public GeneratedFile {
        if (rows > (long) years * 12 * format.cells()) {
            throw new IllegalArgumentException(rows + " lines don't fit into " + years + " years");
        }
    }

    /** With as many fiscal years, from 2001 on, as are two thirds full. */
    public static GeneratedFile of(Format format, long seed, int rows) {
        int years = (int) Math.ceil(rows * 1.5 / 12 / format.cells());
        return new GeneratedFile(format, seed, 2001, Math.max(1, years), rows);
    }

    /** In UTF-8 with CRLF, as published. */
    public void writeTo(OutputStream out) throws IOException {
        BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        writer.append(format.header).append("\r\n");
        SplittableRandom random = new SplittableRandom(seed);
        long cellsLeft = (long) years * 12 * format.cells();
        long rowsLeft = rows;
        for (int year = firstYear; year < firstYear + years; year++) {
            for (String month : MONTHS) {
                for (int cell = 0; cell < format.cells(); cell++) {
                    if (random.nextLong(cellsLeft--) < rowsLeft) {
                        rowsLeft--;
                        line(writer, year, month, cell, random);
                    }
                }
            }
        }
        writer.flush();
    }

    private void line(BufferedWriter writer, int year, String month, int cell, SplittableRandom random)
            throws IOException {
        writer.append(Integer.toString(year))
                .append(format == Format.DRUGS_SEIZED ? "," : ",FYTD,")
                .append(month);
        int rest = cell;
        int radix = format.cells();
        for (List<String> column : format.columns) {
            radix /= column.size();
            writer.append(',').append(column.get(rest / radix));
            rest %= radix;
        }
        // Most official counts are small and a few are in the thousands.
        int count = (int) Math.exp(random.nextDouble() * 8) - 1;
        writer.append(',').append(Integer.toString(count));
        if (format == Format.DRUGS_SEIZED) {
            writer.append(',').append(Double.toString(count * random.nextDouble() * 10));
        }
        writer.append("\r\n");
    }
}
