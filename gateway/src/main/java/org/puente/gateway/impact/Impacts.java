package org.puente.gateway.impact;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.puente.gateway.commitment.Evaluation;
import org.puente.gateway.diplomacy.Agreement;
import org.puente.gateway.diplomacy.Commitment;
import org.puente.gateway.diplomacy.Diplomacy;
import org.puente.gateway.diplomacy.TimelineEntry;
import org.puente.gateway.statistics.Change;
import org.puente.gateway.statistics.Statistics;
import org.puente.gateway.upstream.Fanout;
import org.puente.kit.problem.Refusal;
import org.puente.kit.wording.Sentence;

/** Turns an agreement into a date and a slice, and gathers what is known about both. */
@Singleton
public class Impacts {

    /** The longest that same months of the year before can be compared without meeting the event twice. */
    private static final int WINDOW = 12;

    private static final int MOST_RIVALS = 20;

    /** The action that an agreement counts from is the first of these that it has. */
    private static final List<String> DECISIVE = List.of("entered-into-force", "signed", "announced");

    private final Clock clock;

    Impacts(Clock clock) {
        this.clock = clock;
    }

    /** @param asOf only what was published by the end of that day counts; null for all */
    public Uni<Impact> of(Fanout fanout, Agreement agreement, LocalDate asOf) {
        Agreement.Action action = decisive(agreement);
        LocalDate event = action.date();
        Months after = new Months(firstFullMonth(event), WINDOW);
        String nationalities = agreement.nationalities().isEmpty() ? null : String.join(",", agreement.nationalities());
        Uni<Change> change = fanout.optional(Statistics.CHANGE
                .at()
                .with("event", event)
                .with("region", "southwest")
                .with("citizenship", nationalities)
                .with("contrast", nationalities == null ? null : "others")
                .with("window", WINDOW)
                .with("asOf", asOf));
        Uni<TimelineEntry.Timeline> timeline = fanout.optional(Diplomacy.TIMELINE
                .at()
                .with("from", after.yearBefore().start())
                .with("to", after.end())
                .with("kind", "agreement-action,port-measure,event")
                .with("limit", 500));
        return Uni.combine()
                .all()
                .unis(change, timeline, commitments(fanout, agreement))
                .with((changed, entries, commitments) -> {
                    List<Rival> rivals = entries == null ? null : rivals(entries.items(), agreement, after);
                    Sentence headline = changed == null ? null : Headline.of(agreement, event, changed, rivals);
                    return new Impact(
                            agreement,
                            event,
                            action.kind(),
                            agreement.nationalities(),
                            headline == null ? null : headline.text(),
                            headline == null ? null : headline.said(),
                            changed == null ? null : changed.confidence(),
                            changed,
                            rivals,
                            commitments.orElse(null),
                            fanout.missing());
                });
    }

    private static Agreement.Action decisive(Agreement agreement) {
        return DECISIVE.stream()
                .flatMap(kind -> agreement.actions().stream()
                        .filter(action -> action.kind().equals(kind)))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        Refusal.Kind.UNPROCESSABLE,
                        "'" + agreement.slug() + "' was neither announced nor signed nor did it enter into force"));
    }

    /** An event on the first of a month splits none. */
    private static YearMonth firstFullMonth(LocalDate event) {
        YearMonth month = YearMonth.from(event);
        return event.getDayOfMonth() == 1 ? month : month.plusMonths(1);
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

    private Uni<Optional<List<Impact.Evaluated>>> commitments(Fanout fanout, Agreement agreement) {
        return fanout.optional(Diplomacy.COMMITMENTS
                        .at()
                        .with("agreement", agreement.slug())
                        .with("limit", 200))
                .flatMap(page -> page == null
                        ? Uni.createFrom().item(Optional.empty())
                        : evaluated(fanout, page.items()).map(Optional::of));
    }

    private Uni<List<Impact.Evaluated>> evaluated(Fanout fanout, List<Commitment> commitments) {
        List<Uni<Impact.Evaluated>> evaluations = commitments.stream()
                .filter(commitment -> commitment.indicator() != null)
                .map(commitment -> Evaluation.in(fanout, commitment.indicator(), LocalDate.now(clock))
                        .map(evaluation -> new Impact.Evaluated(commitment, evaluation)))
                .toList();
        return evaluations.isEmpty()
                ? Uni.createFrom().item(List.of())
                : Uni.join().all(evaluations).andFailFast();
    }
}
