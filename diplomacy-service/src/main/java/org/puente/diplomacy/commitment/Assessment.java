package org.puente.diplomacy.commitment;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.puente.diplomacy.record.Content;
import org.puente.diplomacy.record.Kind;
import org.puente.diplomacy.record.Link;
import org.puente.diplomacy.record.Precision;
import org.puente.diplomacy.record.TimelineEntry;

/**
 * A rating of a commitment, signed by its assessor. It is never changed: a later one may disagree with it.
 *
 * @param heading  the title of the commitment when it was assessed, with the rating
 * @param owners   who owed the commitment then
 * @param topics   what it was about then
 * @param evidence slugs of sources
 */
public record Assessment(
        String slug,
        String reference,
        String heading,
        String commitment,
        List<String> owners,
        List<String> topics,
        Rating rating,
        LocalDate date,
        Precision precision,
        String assessor,
        String note,
        String noteEs,
        List<String> evidence)
        implements Content {

    @Override
    public List<String> english() {
        return Arrays.asList(note);
    }

    @Override
    public List<String> spanish() {
        return Arrays.asList(noteEs);
    }

    @Override
    public List<Link> links() {
        return Stream.of(
                        Link.one("commitment", Kind.COMMITMENT, commitment),
                        Link.all("owners", Kind.PARTY, owners),
                        Link.all("topics", Kind.TOPIC, topics),
                        Link.all("evidence", Kind.SOURCE, evidence))
                .flatMap(link -> link)
                .toList();
    }

    @Override
    public Set<String> labels() {
        return Set.of("rating:" + rating.code());
    }

    @Override
    public LocalDate firstDay() {
        return date;
    }

    @Override
    public List<TimelineEntry> timeline() {
        return List.of(new TimelineEntry("assessment", date, precision, heading, evidence));
    }
}
