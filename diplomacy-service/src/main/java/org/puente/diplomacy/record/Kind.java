package org.puente.diplomacy.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kinds of record, and what every list and detail of a kind can be asked for. */
public enum Kind {
    @JsonProperty("party")
    PARTY(
            "party",
            "parties",
            new Shape(
                    Map.of("kind", List.of("kind")),
                    List.of(),
                    List.of("sources"),
                    Map.of("officials", new Back("official", "offices")))),
    @JsonProperty("official")
    OFFICIAL(
            "official",
            "officials",
            new Shape(Map.of("party", List.of("offices")), List.of(), List.of("offices", "sources"), Map.of())),
    @JsonProperty("source")
    SOURCE("source", "sources", new Shape(Map.of("kind", List.of("kind")), List.of(), List.of(), Map.of())),
    @JsonProperty("topic")
    TOPIC("topic", "topics", new Shape(Map.of(), List.of(), List.of(), Map.of())),
    @JsonProperty("engagement")
    ENGAGEMENT(
            "engagement",
            "engagements",
            new Shape(
                    Map.of(
                            "kind", List.of("kind"),
                            "party", List.of("parties"),
                            "country", List.of("parties"),
                            "official", List.of("participants"),
                            "topic", List.of("topics")),
                    List.of(),
                    List.of("participants", "parties", "topics", "sources"),
                    Map.of(
                            "positions", new Back("position", "engagement"),
                            "agreements", new Back("agreement", "lineage/arises-from")))),
    @JsonProperty("position")
    POSITION(
            "position",
            "positions",
            new Shape(
                    Map.of(
                            "stance", List.of("stance"),
                            "party", List.of("party", "counterpart"),
                            "official", List.of("speaker"),
                            "topic", List.of("topics"),
                            "country", List.of("party", "counterpart", "concerns"),
                            "engagement", List.of("engagement")),
                    List.of(),
                    List.of(
                            "party",
                            "counterpart",
                            "concerns",
                            "speaker",
                            "topics",
                            "engagement",
                            "inReturnFor",
                            "sources"),
                    Map.of("answeredBy", new Back("position", "inReturnFor")))),
    @JsonProperty("agreement")
    AGREEMENT(
            "agreement",
            "agreements",
            new Shape(
                    Map.of(
                            "kind", List.of("kind"),
                            "bindingness", List.of("bindingness"),
                            "party", List.of("parties"),
                            "topic", List.of("topics"),
                            "nationality", List.of("nationalities"),
                            "country", List.of("parties", "nationalities")),
                    List.of(
                            "not-yet",
                            "announced",
                            "partly-signed",
                            "signed",
                            "in-force",
                            "suspended",
                            "ended",
                            "superseded"),
                    List.of(
                            "parties",
                            "topics",
                            "nationalities",
                            "lineage/supersedes",
                            "lineage/amends",
                            "lineage/implements",
                            "lineage/renews",
                            "lineage/contradicts",
                            "lineage/conditional-on",
                            "lineage/arises-from",
                            "sources"),
                    Map.of(
                            "commitments", new Back("commitment", "agreement"),
                            "pledges", new Back("pledge", "agreement"),
                            "lineage/superseded-by", new Back("agreement", "lineage/supersedes"),
                            "lineage/amended-by", new Back("agreement", "lineage/amends"),
                            "lineage/implemented-by", new Back("agreement", "lineage/implements"),
                            "lineage/renewed-by", new Back("agreement", "lineage/renews"),
                            "lineage/contradicted-by", new Back("agreement", "lineage/contradicts"),
                            "lineage/condition-of", new Back("agreement", "lineage/conditional-on"),
                            "lineage/gives-rise-to", new Back("agreement", "lineage/arises-from")))),
    @JsonProperty("commitment")
    COMMITMENT(
            "commitment",
            "commitments",
            new Shape(
                    Map.of(
                            "party", List.of("owners"),
                            "beneficiary", List.of("beneficiaries"),
                            "country", List.of("owners", "beneficiaries"),
                            "topic", List.of("topics"),
                            "agreement", List.of("agreement")),
                    List.of("not-assessed", "not-started", "in-the-works", "stalled", "kept", "partly-kept", "broken"),
                    List.of("agreement", "owners", "beneficiaries", "topics", "condition", "sources"),
                    Map.of("assessments", new Back("assessment", "commitment")))),
    @JsonProperty("assessment")
    ASSESSMENT(
            "assessment",
            "assessments",
            new Shape(
                    Map.of(
                            "rating", List.of("rating"),
                            "commitment", List.of("commitment"),
                            "party", List.of("owners"),
                            "topic", List.of("topics")),
                    List.of(),
                    List.of("commitment", "owners", "topics", "evidence"),
                    Map.of())),
    @JsonProperty("pledge")
    PLEDGE(
            "pledge",
            "pledges",
            new Shape(
                    Map.of(
                            "rung", List.of("rung"),
                            "currency", List.of("currency"),
                            "party", List.of("payer"),
                            "recipient", List.of("recipient"),
                            "country", List.of("payer", "recipient"),
                            "topic", List.of("topics"),
                            "agreement", List.of("agreement")),
                    List.of(),
                    List.of("payer", "recipient", "agreement", "topics", "partOf", "overlaps", "firms", "sources"),
                    Map.of(
                            "parts", new Back("pledge", "partOf"),
                            "firmedBy", new Back("pledge", "firms")))),
    @JsonProperty("port")
    PORT(
            "port",
            "ports",
            new Shape(
                    Map.of(
                            "federalState", List.of("state"),
                            "country", List.of("country"),
                            "area", List.of("area"),
                            "traffic", List.of("traffic")),
                    List.of("open", "reduced", "suspended"),
                    List.of("country", "sources"),
                    Map.of())),
    @JsonProperty("event")
    EVENT(
            "event",
            "events",
            new Shape(
                    Map.of(
                            "party", List.of("parties"),
                            "country", List.of("parties"),
                            "topic", List.of("topics")),
                    List.of(),
                    List.of("parties", "topics", "sources"),
                    Map.of()));

    /**
     * What a kind can be asked for.
     *
     * @param filters  query parameters of its list beyond those that every list takes, each with the roles it looks into
     * @param statuses the values of the {@code status} filter; empty where the kind has none
     * @param links    the roles of its links to other records
     * @param backLinks which links of other records to it are shown, by the name of the field that shows them
     */
    public record Shape(
            Map<String, List<String>> filters,
            List<String> statuses,
            List<String> links,
            Map<String, Back> backLinks) {}

    /** A link seen from its target: records of this kind refer to it in this role. */
    public record Back(String kind, String role) {}

    private final String code;
    private final String collection;
    private final Shape shape;

    Kind(String code, String collection, Shape shape) {
        this.code = code;
        this.collection = collection;
        this.shape = shape;
    }

    /** The kind as it stands in JSON and in the database. */
    public String code() {
        return code;
    }

    /** The plural that stands in addresses. */
    public String collection() {
        return collection;
    }

    /** What its lists and details can be asked for. */
    public Shape shape() {
        return shape;
    }

    /** The address of one record. */
    public String path(String slug) {
        return "/v1/" + collection + "/" + slug;
    }

    /** Sources and topics are what others refer to, and a rating may stand without evidence; all else needs a source. */
    public boolean needsSource() {
        return this != SOURCE && this != TOPIC && this != ASSESSMENT;
    }

    /** Reads a code as it stands in JSON. */
    public static Optional<Kind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
