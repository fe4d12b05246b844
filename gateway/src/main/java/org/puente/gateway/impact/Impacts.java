package org.puente.gateway.impact;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.puente.gateway.diplomacy.Agreement;
import org.puente.gateway.diplomacy.Diplomacy;
import org.puente.gateway.diplomacy.Items;
import org.puente.gateway.diplomacy.TimelineEntry;
import org.puente.gateway.statistics.Change;
import org.puente.gateway.statistics.Statistics;
import org.puente.gateway.upstream.Endpoint;
import org.puente.gateway.upstream.Fanout;
import org.puente.gateway.upstream.Missing;
import org.puente.kit.problem.Refusal;
import org.puente.kit.wording.Sentence;

/** Turns agreements into dates and slices, and gathers what is known about them: one call of each kind for all. */
@Singleton
public class Impacts {

    private static final int MOST_RIVALS = 20;

    /** So that an address stays below what a service takes. */
    private static final int CHANGES_OF_A_CALL = 25;

    private final Indicators indicators;

    Impacts(Indicators indicators) {
        this.indicators = indicators;
    }

    /**
     * @param asOf only what was published, and what had happened, by the end of that day counts; null for all
     * @throws Refusal as unprocessable where the agreement has no action to count from
     */
    public Uni<Impact> of(Fanout fanout, Agreement agreement, LocalDate asOf) {
        if (Question.of(agreement, asOf).isEmpty()) {
            throw new Refusal(
                    Refusal.Kind.UNPROCESSABLE,
                    "'" + agreement.slug() + "' was neither announced nor signed nor did it enter into force"
                            + (asOf == null ? "" : " by " + asOf));
        }
        return of(fanout, List.of(agreement), asOf).map(impacts -> impacts.get(0));
    }

    /** In the order of the agreements, with null for each that has no action to count from. */
    public Uni<List<Impact>> of(Fanout fanout, List<Agreement> agreements, LocalDate asOf) {
        List<Optional<Question>> each = agreements.stream()
                .map(agreement -> Question.of(agreement, asOf))
                .toList();
        List<Question> questions = each.stream().flatMap(Optional::stream).toList();
        if (questions.isEmpty()) {
            return Uni.createFrom().item(Collections.nCopies(agreements.size(), null));
        }
        return Uni.combine()
                .all()
                .unis(
                        changes(fanout, questions),
                        timeline(fanout, questions, asOf),
                        indicators.of(fanout, questions, asOf))
                .with((changes, timeline, commitments) -> {
                    Gathered all = new Gathered(changes, timeline, commitments, fanout.missing());
                    return each.stream()
                            .map(one -> one.map(question -> impact(question, all, fanout))
                                    .orElse(null))
                            .collect(Collectors.toList());
                });
    }

    /** What all impacts of one answer are made of; null for what is missing. */
    private record Gathered(
            Map<String, Change.Outcome> changes,
            List<TimelineEntry> timeline,
            Map<String, List<Impact.Evaluated>> commitments,
            List<Missing> missing) {}

    private static Impact impact(Question question, Gathered all, Fanout fanout) {
        Agreement agreement = question.agreement();
        LocalDate event = question.action().date();
        Change.Outcome outcome = all.changes().get(question.change());
        Change change = outcome == null ? null : outcome.change();
        List<Missing> missing = new ArrayList<>(all.missing());
        if (outcome != null && change == null) {
            Missing refused = new Missing("statistics", outcome.refused(), "refused");
            missing.add(refused);
            fanout.miss(refused);
        }
        List<Rival> rivals = all.timeline() == null ? null : rivals(all.timeline(), agreement, question.after());
        Sentence headline = change == null ? null : Headline.of(agreement, event, change, rivals);
        return new Impact(
                agreement,
                event,
                question.action().kind(),
                agreement.nationalities(),
                headline == null ? null : headline.text(),
                headline == null ? null : headline.said(),
                change == null ? null : change.confidence(),
                change,
                rivals,
                all.commitments() == null ? null : all.commitments().getOrDefault(agreement.slug(), List.of()),
                missing);
    }

    /** What was no more in effect after than before can't explain a difference. */
    private static List<Rival> rivals(List<TimelineEntry> entries, Agreement agreement, Months after) {
        return entries.stream()
                .filter(entry -> !entry.record().slug().equals(agreement.slug()))
                .map(entry -> Rival.of(entry, after, after.yearBefore()))
                .filter(rival -> rival.contrast() > 0)
                .sorted(Comparator.comparingDouble(Rival::overlap)
                        .thenComparingDouble(Rival::contrast)
                        .reversed()
                        .thenComparing(Rival::date))
                .limit(MOST_RIVALS)
                .toList();
    }

    private static Uni<Map<String, Change.Outcome>> changes(Fanout fanout, List<Question> questions) {
        List<String> asked = questions.stream().map(Question::change).distinct().toList();
        List<Uni<Map<String, Change.Outcome>>> calls = new ArrayList<>();
        for (int from = 0; from < asked.size(); from += CHANGES_OF_A_CALL) {
            calls.add(outcomes(fanout, asked.subList(from, Math.min(asked.size(), from + CHANGES_OF_A_CALL))));
        }
        return Uni.join().all(calls).andFailFast().map(parts -> {
            Map<String, Change.Outcome> all = new HashMap<>();
            parts.forEach(all::putAll);
            return all;
        });
    }

    private static Uni<Map<String, Change.Outcome>> outcomes(Fanout fanout, List<String> asked) {
        Endpoint.Read<Change.Changes> read = Statistics.CHANGES.at();
        for (String one : asked) {
            read = read.with("change", one);
        }
        return fanout.optional(read).map(answer -> {
            Map<String, Change.Outcome> outcomes = new HashMap<>();
            for (int i = 0; answer != null && i < asked.size(); i++) {
                outcomes.put(asked.get(i), answer.items().get(i));
            }
            return outcomes;
        });
    }

    /** Over the months of all questions at once; each takes its own from it. */
    private static Uni<List<TimelineEntry>> timeline(Fanout fanout, List<Question> questions, LocalDate asOf) {
        List<LocalDate> days = questions.stream()
                .map(Question::after)
                .flatMap(after -> List.of(after.yearBefore().start(), after.end()).stream())
                .sorted()
                .toList();
        LocalDate last = days.get(days.size() - 1);
        Endpoint.Read<TimelineEntry.Timeline> read = Diplomacy.TIMELINE
                .at()
                .with("from", days.get(0))
                .with("to", asOf != null && asOf.isBefore(last) ? asOf : last)
                .with("kind", "agreement-action,port-measure,event")
                .with("limit", 500);
        return Items.<TimelineEntry, TimelineEntry.Timeline>all(read, fanout::optional)
                .map(entries -> whole(fanout, entries, "entries in these months"))
                .map(entries -> entries == null
                        ? null
                        : entries.stream().map(entry -> entry.knownBy(asOf)).toList());
    }

    /** Null, and named as missing, where it is too much. */
    static <T> List<T> whole(Fanout fanout, Items<T> all, String what) {
        if (all != null && !all.isWhole()) {
            fanout.miss(new Missing(
                    "diplomacy", "has " + all.total() + " " + what + ", more than can be joined", "too-many"));
            return null;
        }
        return all == null ? null : all.items();
    }
}
