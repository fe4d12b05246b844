package org.puente.deploy.run;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A small file in the official form, so that a release of ours stands beside the published totals. */
final class OfficialFile {

    /** Where it is sent, below the root of the statistics service. */
    static final String PLACE = "/v1/releases?publishedOn=2024-01";

    private static final int COUNT = 1000;

    /** All of its encounters: 1001 and 1002 in each of three months. */
    static final int TOTAL = 6009;

    private static final String HEADER = "Fiscal Year,Month Grouping,Month (abbv),Component,Land Border Region,"
            + "Area of Responsibility,AOR (Abbv),Demographic,Citizenship,Title of Authority,Encounter Type,"
            + "Encounter Count\n";

    private OfficialFile() {}

    static HttpRequest.Builder sent(String token) {
        return sent(token, COUNT);
    }

    /** The same with one more in each line: another release. */
    static HttpRequest.Builder revised(String token) {
        return sent(token, COUNT + 1);
    }

    private static HttpRequest.Builder sent(String token, int count) {
        return HttpRequest.newBuilder()
                .header("Content-Type", "text/csv")
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofString(HEADER + lines(count)));
    }

    private static String lines(int count) {
        return Stream.of("OCT", "NOV", "DEC")
                .flatMap(month -> IntStream.of(1, 2)
                        .mapToObj(area -> "2024,FYTD," + month
                                + ",U.S. Border Patrol,Southwest Land Border,Tucson Sector,TCA,"
                                + (area == 1 ? "Single Adults" : "FMUA") + ",MEXICO,Title 8,Apprehensions,"
                                + (count + area) + "\n"))
                .collect(Collectors.joining());
    }
}
