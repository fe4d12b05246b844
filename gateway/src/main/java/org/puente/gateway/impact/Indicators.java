package org.puente.gateway.impact;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.puente.gateway.commitment.Evaluation;
import org.puente.gateway.diplomacy.Commitment;
import org.puente.gateway.diplomacy.Diplomacy;
import org.puente.gateway.diplomacy.Items;
import org.puente.gateway.upstream.Endpoint;
import org.puente.gateway.upstream.Fanout;
import org.puente.gateway.upstream.Missing;
import org.puente.kit.problem.Refusal;

/**
 * The commitments of agreements that have a number to go by, each with what its number says. No two indicators ask the same
 * of the statistics, so each is a call of its own beside the others; those that do ask the same share it.
 */
@Singleton
class Indicators {

    private final Clock clock;

    Indicators(Clock clock) {
        this.clock = clock;
    }

    /** By the slug of the agreement; null where the commitments are missing. */
    Uni<Map<String, List<Impact.Evaluated>>> of(Fanout fanout, List<Question> questions, LocalDate asOf) {
        String slugs = questions.stream()
                .map(question -> question.agreement().slug())
                .distinct()
                .sorted()
                .collect(Collectors.joining(","));
        Endpoint.Read<Commitment.Commitments> read = Diplomacy.COMMITMENTS
                .at()
                .with("agreement", slugs)
                .with("on", asOf)
                .with("limit", 200);
        return Items.<Commitment, Commitment.Commitments>all(read, fanout::optional)
                .map(page -> Impacts.whole(fanout, page, "commitments"))
                .flatMap(commitments ->
                        commitments == null ? Uni.createFrom().nullItem() : evaluated(fanout, commitments, asOf));
    }

    private Uni<Map<String, List<Impact.Evaluated>>> evaluated(
            Fanout fanout, List<Commitment> commitments, LocalDate asOf) {
        List<Uni<Impact.Evaluated>> evaluations = commitments.stream()
                .filter(commitment -> commitment.indicator() != null && commitment.agreement() != null)
                .map(commitment -> evaluation(fanout, commitment, asOf))
                .toList();
        return evaluations.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : Uni.join().all(evaluations).andFailFast().map(all -> all.stream()
                        .collect(Collectors.groupingBy(
                                one -> one.commitment().agreement().slug())));
    }

    /** An indicator that asks for what there isn't leaves its commitment without an evaluation, and the rest whole. */
    private Uni<Impact.Evaluated> evaluation(Fanout fanout, Commitment commitment, LocalDate asOf) {
        LocalDate today = asOf == null ? LocalDate.now(clock) : asOf;
        try {
            return Evaluation.in(fanout, commitment.indicator(), today, asOf)
                    .map(evaluation -> new Impact.Evaluated(commitment, evaluation));
        } catch (Refusal unusable) {
            fanout.miss(new Missing("statistics", commitment.slug() + ": " + unusable.getMessage(), "refused"));
            return Uni.createFrom().item(new Impact.Evaluated(commitment, null));
        }
    }
}
