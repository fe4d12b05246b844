package org.puente.diplomacy.openapi;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.puente.diplomacy.ledger.Caller;
import org.puente.diplomacy.record.Kind;

/**
 * One operation by its method and path: its id, its words, and what it can be answered.
 *
 * @param kind    null for what goes over all kinds
 * @param filters names of its query parameters
 * @param errors  the statuses of its problem documents
 */
record Words(
        String id,
        String tag,
        String summary,
        String description,
        Kind kind,
        List<String> filters,
        List<Integer> errors) {

    private static final List<Integer> READ = List.of(400, 401);
    private static final List<Integer> READ_ONE = List.of(400, 401, 404);
    private static final List<Integer> CREATE = List.of(400, 401, 403, 409, 413, 415, 422);
    private static final List<Integer> REPLACE = List.of(400, 401, 403, 404, 412, 413, 415, 422, 428);
    private static final List<Integer> MOVE = List.of(400, 401, 403, 404, 409, 412, 422, 428);
    private static final List<String> DETAIL = List.of("on", "asOf", "expand");

    static Words of(String method, String path) {
        if (path.equals("/v1/timeline")) {
            return timeline();
        }
        if (path.equals("/v1/search")) {
            return search();
        }
        Kind kind = Stream.of(Kind.values())
                .filter(candidate -> path.split("/")[2].equals(candidate.collection()))
                .findFirst()
                .orElseThrow();
        String rest = path.substring(("/v1/" + kind.collection()).length());
        String one = capital(kind.code());
        String many = capital(kind.collection());
        return switch (method + rest) {
            case "GET" -> of(kind, "list" + many, "List " + kind.collection(), LIST, listFilters(kind), READ);
            case "GET/{slug}" -> of(kind, "get" + one, "Read one " + kind.code(), FIND, DETAIL, READ_ONE);
            case "GET/{slug}/history" ->
                of(
                        kind,
                        "get" + one + "History",
                        "Read every version of one " + kind.code(),
                        HISTORY,
                        List.of(),
                        READ_ONE);
            case "POST" ->
                of(kind, "create" + one, "Start one " + kind.code() + " as a draft", CREATED, List.of(), CREATE);
            case "PUT/{slug}" ->
                of(kind, "replace" + one, "Write a new draft of one " + kind.code(), REPLACED, List.of(), REPLACE);
            case "POST/{slug}/review" ->
                of(kind, "review" + one, "Vouch for the newest draft", REVIEWED, List.of(), MOVE);
            case "POST/{slug}/publish" ->
                of(kind, "publish" + one, "Make the newest, reviewed version public", PUBLISHED, List.of(), MOVE);
            case "POST/{slug}/withdraw" ->
                of(kind, "withdraw" + one, "Take back what was published and wrong", WITHDRAWN, List.of(), MOVE);
            case "POST/{slug}/assessments" ->
                of(
                        kind,
                        "assessCommitment",
                        "Add a rating to a commitment",
                        ASSESSED,
                        List.of(),
                        List.of(400, 401, 403, 404, 409, 413, 415, 422));
            case "GET/{slug}/lineage" ->
                of(kind, "getAgreementLineage", "Read ancestors and descendants", LINEAGE, List.of("asOf"), READ_ONE);
            case "GET/sums" -> of(kind, "sumPledges", "Add money up", SUMS, sumFilters(), List.of(400, 401, 422));
            default -> throw new IllegalStateException("No words for " + method + " " + path);
        };
    }

    private static final String LIST =
            "One page; `next` and the `Link` header lead to the following one. Filters take several values with commas between them, of which one must fit. Editors and reviewers see the newest versions, drafts among them; everyone else sees what is public.";
    private static final String FIND =
            "As it was true on one day (`on`), as far as Puente knew it at one moment (`asOf`). The entity tag serves for `If-Match`.";
    private static final String HISTORY =
            "Who wrote, reviewed and published each version, when and why, and what it changed field by field. The public sees the versions that were public.";
    private static final String CREATED = "With an `Idempotency-Key` it can be repeated safely.";
    private static final String REPLACED =
            "The public goes on reading the published version until this one is reviewed and published in its place.";
    private static final String REVIEWED = "Never by the author of the version.";
    private static final String PUBLISHED =
            "Never by the author of the version. It needs a source, and everything it links to must be public.";
    private static final String WITHDRAWN =
            "With a `reason`. For what was wrong altogether: the public gets 404 with the reason from then on, and `asOf` and the history keep what stood there. What refers to it must be corrected or withdrawn first. What was wrong in part is corrected instead.";
    private static final String ASSESSED =
            "Ratings are only ever added: a later one may go back, the earlier ones stay. `kept` and `broken` need evidence.";
    private static final String LINEAGE =
            "Everything the agreement descends from and everything that descends from it, over any number of steps.";
    private static final String SUMS =
            "One sum for each payer, rung and currency (and year), the firmest rung first. What would count money twice is left out and named with the reason.";

    private static Words of(
            Kind kind, String id, String summary, String description, List<String> filters, List<Integer> errors) {
        return new Words(id, capital(kind.collection()), summary, description, kind, filters, errors);
    }

    private static Words timeline() {
        return new Words(
                "getTimeline",
                "Timeline",
                "Read everything dated in one order",
                "Engagements, party actions, port measures, assessments and events, merged. `lasts` tells what began and"
                        + " stayed in effect, until the day of `until`, from what is over on its day.",
                null,
                List.of(
                        "from",
                        "to",
                        "kind",
                        "party",
                        "nationality",
                        "country",
                        "official",
                        "topic",
                        "source",
                        "on",
                        "asOf",
                        "sort",
                        "limit",
                        "cursor"),
                READ);
    }

    private static Words search() {
        return new Words(
                "search",
                "Search",
                "Search everything in English and Spanish",
                "Accents are ignored; words in quotes stand together, a minus excludes a word, `or` offers a choice.",
                null,
                List.of("q", "kind", "asOf", "limit", "cursor"),
                READ);
    }

    private static List<String> listFilters(Kind kind) {
        return Stream.of(
                        kind.shape().filters().keySet().stream().sorted(),
                        kind.shape().links().contains("sources") ? Stream.of("source") : Stream.<String>empty(),
                        kind.shape().statuses().isEmpty() ? Stream.<String>empty() : Stream.of("status"),
                        Stream.of("from", "to", "state", "on", "asOf", "sort", "limit", "cursor", "expand"))
                .flatMap(names -> names)
                .toList();
    }

    private static List<String> sumFilters() {
        return Stream.of(
                        Kind.PLEDGE.shape().filters().keySet().stream().sorted(),
                        Stream.of("source", "from", "to", "state", "by", "on", "asOf"))
                .flatMap(names -> names)
                .toList();
    }

    /** Of which a caller needs one; none for what everybody may do. */
    List<String> roles() {
        if (id.startsWith("create") || id.startsWith("replace")) {
            return List.of(Caller.EDITOR, Caller.ADMIN);
        }
        boolean reviewing = Stream.of("review", "publish", "withdraw", "assess").anyMatch(id::startsWith);
        return reviewing ? List.of(Caller.REVIEWER, Caller.ADMIN) : List.of();
    }

    /** The recorded answer that stands as the example, where there is one. */
    String example() {
        return "/openapi-examples/" + id + ".json";
    }

    /** The recorded answer to the read of one record, as a write is answered too. */
    String exampleOfOne() {
        String one = id.startsWith("assess") ? "Assessment" : capital(kind.code());
        return "/openapi-examples/get" + one + ".json";
    }

    static String capital(String words) {
        return Arrays.stream(words.split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }

    static final Map<Integer, String> ERROR_WORDS = Map.of(
            400, "A parameter or the body can't be read; every fault is named",
            401, "A token is needed, or the one that was sent isn't valid",
            403, "The token doesn't allow this, or the caller wrote what they would review",
            404, "There is no such record, or the caller can't see it",
            409, "The slug is in use, or the state of the record doesn't allow this",
            412, "The record has changed since: If-Match names an older version",
            413, "The body is too large",
            415, "The body must be application/json",
            422, "The content breaks rules; every violated field is named",
            428, "If-Match is missing");
}
