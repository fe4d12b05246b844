package org.puente.diplomacy.ledger;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.puente.diplomacy.record.Content;
import org.puente.diplomacy.record.Kind;
import org.puente.diplomacy.record.Link;

/** What is derived from a document to find its version by. */
public final class Derived {

    private Derived() {}

    /** The token by which a list of this kind finds a record. */
    public static String facet(Kind kind, String token) {
        return kind.code() + "/" + token;
    }

    static String[] facets(Kind kind, Content content) {
        Stream<String> links = content.links().stream().map(link -> link.role() + ":" + link.slug());
        return Stream.concat(links, content.labels().stream())
                .map(token -> facet(kind, token))
                .distinct()
                .sorted()
                .toArray(String[]::new);
    }

    /** What its entries in the timeline are about. */
    static String[] concerns(Content content) {
        Set<String> tokens = new TreeSet<>();
        for (Link link : content.links()) {
            boolean nationality = link.role().equals("nationalities");
            tokens.add((nationality ? "nationality" : link.kind().code()) + ":" + link.slug());
        }
        return tokens.toArray(String[]::new);
    }

    /** Lower case without accents, so that Mérida stands between Medan and Milan. */
    static String sortable(String heading) {
        return Normalizer.normalize(heading, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    static String text(List<String> texts) {
        return texts.stream()
                .filter(Objects::nonNull)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n"));
    }
}
