package org.puente.diplomacy.openapi;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.puente.diplomacy.record.Kind;

/** The parameters that all kinds of record share, in words. */
final class Parameters {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("on", "The day for which statuses are told; today where it is missing"),
            Map.entry(
                    "asOf",
                    "The moment whose knowledge is read: a date, which means its end in UTC, or a date and time"),
            Map.entry("from", "Only what is about this day or a later one"),
            Map.entry("to", "Only what is about this day or an earlier one"),
            Map.entry("state", "Editorial states; drafts show only to editors and reviewers"),
            Map.entry("status", "The status on the day that `on` names"),
            Map.entry("sort", "The order; a minus turns it round"),
            Map.entry("limit", "How many items a page has at most"),
            Map.entry("cursor", "The `next` of the page before"),
            Map.entry("expand", "Which linked records stand whole, by the name of the field that links them"),
            Map.entry("party", "Codes of parties"),
            Map.entry("country", "Codes of countries, in whatever part"),
            Map.entry("nationality", "Codes of the countries whose nationals are concerned"),
            Map.entry("official", "Slugs of officials"),
            Map.entry("topic", "Slugs of topics"),
            Map.entry("source", "Slugs of sources that it rests on"),
            Map.entry("kind", "Kinds"),
            Map.entry("federalState", "Federal states, as two letters"),
            Map.entry("q", "What to search for"),
            Map.entry("by", "`year` splits the sums by the year of the money"),
            Map.entry("slug", "The readable name of the record"),
            Map.entry("reason", "Why it is written or withdrawn; required for both once it has been published"),
            Map.entry("If-Match", "The entity tag of the version that the caller has seen"),
            Map.entry(
                    "Idempotency-Key",
                    "Any text of up to 200 characters: a repetition with the same key writes nothing new"));

    private static final Map<String, Object> EXAMPLES =
            Map.of("on", "2023-12-27", "party", "MEX", "nationality", "CUB", "q", "guatemala contencion", "limit", 50);

    private Parameters() {}

    static void describe(Parameter parameter) {
        parameter.setDescription(WORDS.get(parameter.getName()));
    }

    static Parameter of(String name, Words words) {
        Parameter parameter = OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.QUERY)
                .description(WORDS.getOrDefault(name, "Filters by " + name))
                .schema(schema(name, words));
        boolean several = parameter.getSchema().getItems() != null;
        if (several) {
            parameter.style(Parameter.Style.FORM).explode(false);
        }
        if (EXAMPLES.containsKey(name)) {
            parameter.setExample(several ? List.of(EXAMPLES.get(name)) : EXAMPLES.get(name));
        }
        return parameter.required(name.equals("q"));
    }

    private static Schema schema(String name, Words words) {
        Kind kind = words.kind();
        return switch (name) {
            case "on", "from", "to" -> text().format("date");
            case "limit" ->
                OASFactory.createSchema()
                        .addType(SchemaType.INTEGER)
                        .minimum(java.math.BigDecimal.ONE)
                        .maximum(java.math.BigDecimal.valueOf(
                                kind != null ? 200 : words.id().equals("search") ? 100 : 500))
                        .defaultValue(50);
            case "asOf", "cursor" -> text();
            case "q" -> text().minLength(1).maxLength(200);
            case "sort" ->
                choice(kind == null ? List.of("date", "-date") : List.of("date", "-date", "title", "-title"));
            case "by" -> choice(List.of("year"));
            case "state" -> several(choice(List.of("draft", "reviewed", "published", "corrected")));
            case "status" -> several(choice(kind.shape().statuses()));
            case "expand" ->
                several(choice(Stream.concat(
                                kind.shape().links().stream(),
                                kind.shape().backLinks().keySet().stream().sorted())
                        .toList()));
            case "kind" -> several(kinds(kind, words));
            default -> several(text());
        };
    }

    private static Schema kinds(Kind kind, Words words) {
        if (kind != null) {
            return text();
        }
        return words.id().equals("search")
                ? choice(Stream.of(Kind.values()).map(Kind::code).toList())
                : choice(List.of("engagement", "agreement-action", "port-measure", "assessment", "event"));
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }

    private static Schema choice(List<String> values) {
        return text().enumeration(List.copyOf(values));
    }

    private static Schema several(Schema one) {
        return OASFactory.createSchema().addType(SchemaType.ARRAY).items(one);
    }
}
