package org.puente.diplomacy.ledger;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.puente.diplomacy.record.Content;
import org.puente.diplomacy.record.Kind;
import org.puente.diplomacy.record.Link;
import org.puente.diplomacy.record.StatusSpan;
import org.puente.diplomacy.record.TimelineEntry;

/** What is derived from a document to find, sort and date its version by. */
@Embeddable
public class Derived {

    /** What has no date stands after everything that has one. */
    private static final LocalDate UNDATED = LocalDate.of(9999, 12, 31);

    @Column(nullable = false, updatable = false)
    private String heading;

    @Column(name = "heading_es", updatable = false)
    private String headingEs;

    @Column(name = "body_en", nullable = false, updatable = false)
    private String bodyEn;

    @Column(name = "body_es", nullable = false, updatable = false)
    private String bodyEs;

    @Column(name = "sort_heading", nullable = false, updatable = false)
    private String sortHeading;

    @Column(name = "first_day", nullable = false, updatable = false)
    private LocalDate firstDay;

    @Column(name = "last_day", updatable = false)
    private LocalDate lastDay;

    @Column(nullable = false, updatable = false, columnDefinition = "text[]")
    private String[] facets;

    /** The statuses of the whole, one after the other, and the day from which each holds. */
    @Column(name = "statuses", updatable = false, columnDefinition = "text[]")
    private String[] statusesOfWhole;

    @Column(name = "status_days", updatable = false, columnDefinition = "date[]")
    private LocalDate[] statusDays;

    @ElementCollection
    @CollectionTable(name = "link", joinColumns = @JoinColumn(name = "version_id"))
    private List<LinkRow> links = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "status_span", joinColumns = @JoinColumn(name = "version_id"))
    private List<StatusSpan> statuses = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "timeline_entry", joinColumns = @JoinColumn(name = "version_id"))
    @OrderColumn(name = "ordinal")
    private List<TimelineEntry> timeline = new ArrayList<>();

    protected Derived() {}

    /** The targets are the subjects that the links of the document refer to. */
    Derived(Kind kind, Content content, Map<Link, Long> targets) {
        heading = content.heading();
        headingEs = content.headingEs();
        bodyEn = text(content.english());
        bodyEs = text(content.spanish());
        sortHeading = sortable(content.heading());
        firstDay = Objects.requireNonNullElse(content.firstDay(), UNDATED);
        lastDay = content.lastDay();
        facets = facets(kind, content);
        Map<String, Integer> ordinals = new HashMap<>();
        for (Link link : content.links()) {
            int ordinal = ordinals.merge(link.role(), 1, Integer::sum);
            links.add(new LinkRow(link.role(), ordinal, targets.get(link)));
        }
        statuses.addAll(content.statuses());
        List<StatusSpan> whole = statuses.stream()
                .filter(span -> span.party().equals(StatusSpan.WHOLE))
                .toList();
        if (!whole.isEmpty()) {
            statusesOfWhole = whole.stream().map(StatusSpan::status).toArray(String[]::new);
            statusDays = whole.stream().map(StatusSpan::from).toArray(LocalDate[]::new);
        }
        timeline.addAll(content.timeline());
        String[] concerns = concerns(content);
        timeline.forEach(entry -> entry.concern(concerns));
    }

    /** The token by which a list of this kind finds a record. */
    public static String facet(Kind kind, String token) {
        return kind.code() + "/" + token;
    }

    private static String[] facets(Kind kind, Content content) {
        Stream<String> links = content.links().stream().map(link -> link.role() + ":" + link.slug());
        return Stream.concat(links, content.labels().stream())
                .map(token -> facet(kind, token))
                .distinct()
                .sorted()
                .toArray(String[]::new);
    }

    /** What its entries in the timeline are about. */
    private static String[] concerns(Content content) {
        Set<String> tokens = new TreeSet<>();
        for (Link link : content.links()) {
            boolean nationality = link.role().equals("nationalities");
            tokens.add((nationality ? "nationality" : link.kind().code()) + ":" + link.slug());
        }
        return tokens.toArray(String[]::new);
    }

    /** Lower case without accents, so that Mérida stands between Medan and Milan. */
    private static String sortable(String heading) {
        return Normalizer.normalize(heading, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    private static String text(List<String> texts) {
        return texts.stream()
                .filter(Objects::nonNull)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n"));
    }
}
