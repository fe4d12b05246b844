package org.puente.gateway.diplomacy;

import java.util.List;
import org.puente.gateway.upstream.Endpoint;

/** The reads of the diplomacy service that joins are made of. */
public final class Diplomacy {

    private static final String NAME = "diplomacy";

    public static final Endpoint<Agreement.Agreements> AGREEMENTS = Endpoint.of(
            NAME, "/v1/agreements", Agreement.Agreements.class, "on", "status", "country", "topic", "limit", "cursor");

    public static final Endpoint<Agreement> AGREEMENT =
            Endpoint.of(NAME, "/v1/agreements/{slug}", Agreement.class, "on");

    public static final Endpoint<Engagement.Engagements> ENGAGEMENTS =
            Endpoint.of(NAME, "/v1/engagements", Engagement.Engagements.class, "from", "to", "limit");

    public static final Endpoint<Commitment.Commitments> COMMITMENTS =
            Endpoint.of(NAME, "/v1/commitments", Commitment.Commitments.class, "agreement", "on", "limit", "cursor");

    public static final Endpoint<Commitment> COMMITMENT =
            Endpoint.of(NAME, "/v1/commitments/{slug}", Commitment.class, "on");

    public static final Endpoint<Pledge.Pledges> PLEDGES =
            Endpoint.of(NAME, "/v1/pledges", Pledge.Pledges.class, "agreement", "limit", "cursor");

    public static final Endpoint<Position.Positions> POSITIONS =
            Endpoint.of(NAME, "/v1/positions", Position.Positions.class, "country", "limit");

    public static final Endpoint<Country> COUNTRY = Endpoint.of(NAME, "/v1/parties/{slug}", Country.class);

    public static final Endpoint<Port> PORT = Endpoint.of(NAME, "/v1/ports/{slug}", Port.class, "on");

    public static final Endpoint<TimelineEntry.Timeline> TIMELINE = Endpoint.of(
            NAME,
            "/v1/timeline",
            TimelineEntry.Timeline.class,
            "from",
            "to",
            "kind",
            "topic",
            "party",
            "country",
            "sort",
            "limit",
            "cursor");

    public static final Endpoint<SearchHit.Hits> SEARCH =
            Endpoint.of(NAME, "/v1/search", SearchHit.Hits.class, "q", "kind", "limit", "cursor");

    private Diplomacy() {}

    /** Every read, for the contract test. */
    public static List<Endpoint<?>> all() {
        return List.of(
                AGREEMENTS,
                AGREEMENT,
                ENGAGEMENTS,
                COMMITMENTS,
                COMMITMENT,
                PLEDGES,
                POSITIONS,
                COUNTRY,
                PORT,
                TIMELINE,
                SEARCH);
    }
}
