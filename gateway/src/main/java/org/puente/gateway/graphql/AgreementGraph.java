package org.puente.gateway.graphql;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.puente.gateway.diplomacy.Agreement;
import org.puente.gateway.diplomacy.Commitment;
import org.puente.gateway.diplomacy.Diplomacy;
import org.puente.gateway.diplomacy.Items;
import org.puente.gateway.diplomacy.Pledge;
import org.puente.gateway.diplomacy.Ref;
import org.puente.gateway.impact.Impact;
import org.puente.gateway.impact.Impacts;
import org.puente.gateway.upstream.Endpoint;
import org.puente.kit.problem.Refusal;

/** Agreements with what hangs on them. What hangs on many of them is asked for once. */
@GraphQLApi
public class AgreementGraph {

    private static final int LARGEST_PAGE = 50;

    private final GraphRequest request;
    private final Impacts impacts;

    AgreementGraph(GraphRequest request, Impacts impacts) {
        this.request = request;
        this.impacts = impacts;
    }

    @Query
    @Description("Agreements, with their status on a day")
    public Uni<List<Agreement>> agreements(
            @Description("Only those with one of these statuses, such as in-force") String status,
            @Description("Only those that name this country") String country,
            @Description("Only those on this topic") String topic,
            @Description("The day for which the status is told; today where it isn't given") LocalDate on,
            @DefaultValue("20") @Description("At most 50") int limit) {
        return request.fanout()
                .required(Diplomacy.AGREEMENTS
                        .at()
                        .with("status", status)
                        .with("country", country)
                        .with("topic", topic)
                        .with("on", on)
                        .with("limit", page(limit, LARGEST_PAGE)))
                .map(Items::items);
    }

    @Query
    @Description("One agreement, with its status on a day")
    public Uni<Agreement> agreement(@NonNull String slug, LocalDate on) {
        return request.fanout().required(Diplomacy.AGREEMENT.at(slug).with("on", on));
    }

    @Name("commitments")
    @Description("What someone owes by the agreement")
    public Uni<List<List<Commitment>>> commitments(@Source List<Agreement> agreements) {
        Endpoint.Read<Commitment.Commitments> read =
                Diplomacy.COMMITMENTS.at().with("agreement", slugs(agreements)).with("limit", 200);
        return Items.<Commitment, Commitment.Commitments>all(read, request.fanout()::required)
                .map(all -> grouped(agreements, whole(all), Commitment::agreement));
    }

    @Name("money")
    @Description("Sums that were asked for, offered, pledged or paid by the agreement; never to be added across rungs")
    public Uni<List<List<Pledge>>> money(@Source List<Agreement> agreements) {
        Endpoint.Read<Pledge.Pledges> read =
                Diplomacy.PLEDGES.at().with("agreement", slugs(agreements)).with("limit", 200);
        return Items.<Pledge, Pledge.Pledges>all(read, request.fanout()::required)
                .map(all -> grouped(agreements, whole(all), Pledge::agreement));
    }

    @Name("impact")
    @Description(
            "What changed after the agreement, and what else happened meanwhile; null where it was neither announced"
                    + " nor signed nor entered into force")
    public Uni<List<Impact>> impact(@Source List<Agreement> agreements) {
        return impacts.of(request.fanout(), agreements, null);
    }

    static int page(int limit, int most) {
        if (limit < 1 || limit > most) {
            throw Refusal.invalid("limit", "must be from 1 to " + most);
        }
        return limit;
    }

    private static <T> List<T> whole(Items<T> all) {
        if (!all.isWhole()) {
            throw new Refusal(
                    Refusal.Kind.UNPROCESSABLE,
                    "There are " + all.total() + " of them, more than can be joined: ask for fewer agreements");
        }
        return all.items();
    }

    private static String slugs(List<Agreement> agreements) {
        return agreements.stream().map(Agreement::slug).distinct().sorted().collect(Collectors.joining(","));
    }

    /** In the order of the agreements, as the batch demands. */
    private static <T> List<List<T>> grouped(List<Agreement> agreements, List<T> items, Function<T, Ref> of) {
        return agreements.stream()
                .map(agreement -> items.stream()
                        .filter(item -> of.apply(item) != null
                                && Objects.equals(of.apply(item).slug(), agreement.slug()))
                        .toList())
                .toList();
    }
}
