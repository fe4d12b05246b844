package org.puente.gateway;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers of the services in their documented shape, shortened. */
final class Samples {

    static final String RELEASE = """
            {"id":"first-prints","kind":"encounters-first-prints","publisher":"US Customs and Border Protection",
             "title":"First prints","publishedOn":"2023-12-22","sha256":"00"}""";

    static final String AGREEMENT = """
            {"slug":"return-of-third-country-nationals","reference":"G6","title":"Return of third-country nationals",
             "kind":"arrangement","bindingness":"political",
             "parties":[{"code":"USA","name":"United States"},{"code":"MEX","name":"Mexico"}],
             "topics":[{"slug":"returns","title":"Returns"}],
             "nationalities":["CUB","HTI","NIC","VEN"],"on":"2023-12-27","status":"in-force","statusSince":"2023-05-11",
             "actions":[{"kind":"announced","date":"2023-05-02","precision":"day"},
                        {"kind":"entered-into-force","date":"2023-05-11","precision":"day"}],
             "commitments":[{"slug":"take-back","title":"Mexico takes back nationals"}],"pledges":[],"sources":[]}""";

    static final String COMMITMENT = """
            {"slug":"fewer","title":"Fewer migrants","owners":[{"code":"MEX","name":"Mexico"}],
             "agreement":{"slug":"return-of-third-country-nationals","title":"Return"},
             "status":"not-assessed","assessments":[],
             "indicator":{"dataset":"encounters","measure":"encounters",
                          "filters":{"region":["southwest"],"component":["usbp"]},"transform":"year-on-year",
                          "comparator":"below","threshold":0,"from":"2024-01-01"}}""";

    static final String PLEDGE = """
            {"slug":"us-ports","title":"Ports","rung":"pledge","payer":{"code":"USA","name":"United States"},
             "amount":3400000000,"currency":"USD","date":"2022-07-12",
             "agreement":{"slug":"return-of-third-country-nationals","title":"Return"}}""";

    static final String CHANGE = """
            {"event":"2023-05-11","slice":{"region":"southwest"},"unit":"encounters","firstFullMonth":"2023-06",
             "partialMonth":"2023-05",
             "windows":[{"months":6,"rawRatio":0.9,"sameMonthsYearBefore":0.7,"earlierYears":null,"ratioOfRatios":0.8},
                        {"months":12,"rawRatio":0.9,"sameMonthsYearBefore":0.616,"earlierYears":null,"ratioOfRatios":0.8}],
             "interruptedTimeSeries":null,"contrast":{"months":12,"estimate":-0.5,"ratio":0.599,"p":0.0625},
             "headline":"-HEADLINE-","headlineCode":{"code":"changed","values":{"months":12,"percent":-38.4}},
             "confidence":"weak","warnings":["May 2023 is left out"],
             "warningCodes":[{"code":"month-split","values":{"month":"2023-05"}}],"inputs":[],"releases":[]}""";

    private Samples() {}

    static String entry(String kind, String date, String title, String slug) {
        return """
                {"kind":"%s","date":"%s","precision":"day","lasts":false,"title":"%s","link":"events/%s",
                 "record":{"kind":"event","slug":"%s","title":"%s"},"parties":[],"nationalities":[],"topics":[],"sources":[]}""".formatted(kind, date, title, slug, slug, title);
    }

    /** An entry that stays in effect; until is the first day on which it no longer is, or null. */
    static String lasting(String kind, String date, String until, String title, String slug) {
        String end = until == null ? "" : ",\"until\":\"" + until + "\"";
        return entry(kind, date, title, slug).replace("\"lasts\":false", "\"lasts\":true" + end);
    }

    static String figure(String slug, String citizenship) {
        return """
                {"slug":"%s","reference":null,"statement":"%s said it","speaker":null,
                 "claim":{"metric":"encounters","filters":{"citizenship":"%s"},"value":1,"unit":"encounters",
                          "saidOn":"2023-12-28"}}""".formatted(slug, slug.equals("mexico") ? "M\u00e9xico" : slug, citizenship);
    }

    static String page(String... items) {
        return "{\"items\":[" + String.join(",", items) + "],\"total\":" + items.length + ",\"next\":null}";
    }

    /** Several changes, none of them refused. */
    static String changes(String... changes) {
        return Stream.of(changes)
                .map(change -> "{\"change\":" + change + ",\"refused\":null}")
                .collect(Collectors.joining(",", "{\"items\":[", "],\"total\":1,\"next\":null}"));
    }

    /** @param points periods and values in turn */
    static String series(String key, String... points) {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < points.length; i += 2) {
            list.append(i == 0 ? "" : ",")
                    .append("{\"period\":\"%s\",\"value\":%s,\"status\":\"%s\"}"
                            .formatted(
                                    points[i],
                                    points[i + 1],
                                    points[i + 1].equals("null") ? "missing" : "provisional"));
        }
        return "{\"key\":" + key + ",\"label\":\"All\",\"points\":[" + list + "]}";
    }

    static String answer(String... series) {
        return """
                {"dataset":"encounters","measure":"encounters","unit":"encounters","freq":"month","transform":"level",
                 "series":[%s],"releases":[%s],"notes":[],"citation":"CBP","permalink":"/v1/encounters/series?release=1",
                 "truncated":false,"total":1,"next":null}""".formatted(String.join(",", series), RELEASE);
    }
}
