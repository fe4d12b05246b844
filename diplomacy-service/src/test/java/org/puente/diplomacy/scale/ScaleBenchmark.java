package org.puente.diplomacy.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.puente.diplomacy.testsupport.DiplomacyTest;

/**
 * Pages over 100,000 agreements and more than a million related rows, each against the plain SQL that selects the same
 * records, in one run. Not part of the build: {@code mvn -pl diplomacy-service -am test -Dtest=ScaleBenchmark
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@DiplomacyTest
class ScaleBenchmark {

    /** The compiler needs hundreds of requests of a kind before it has done its work. */
    private static final int WARM_UP = 300;

    private static final int ROUNDS = 150;

    private record Case(String name, String address, String sql) {}

    private static final List<Case> CASES = List.of(
            new Case("agreements by party and topic", "/v1/agreements?party=MEX&topic=returns&limit=50", """
                    select v.document, (select count(*) from version c where c.kind = 'agreement'
                        and c.public_from is not null and c.public_to is null
                        and c.facets @> array['agreement/parties:MEX', 'agreement/topics:returns'])
                      from version v where v.kind = 'agreement' and v.public_from is not null and v.public_to is null
                       and v.facets @> array['agreement/parties:MEX', 'agreement/topics:returns']
                     order by v.first_day, v.slug limit 51
                    """),
            new Case(
                    "agreements by party, topic and status",
                    "/v1/agreements?party=MEX&topic=returns&status=in-force&on=2010-06-01&limit=50",
                    """
                    with hit as (select v.id, v.first_day, v.slug, v.document from version v
                        join status_span s on s.version_id = v.id and s.party = '' and s.status = 'in-force'
                         and s.from_day <= '2010-06-01' and (s.until_day is null or s.until_day > '2010-06-01')
                       where v.kind = 'agreement' and v.public_from is not null and v.public_to is null
                         and v.facets @> array['agreement/parties:MEX', 'agreement/topics:returns'])
                    select document, (select count(*) from hit) from hit order by first_day, slug limit 51
                    """),
            new Case("agreements by party", "/v1/agreements?party=MEX&limit=50", """
                    with hit as (select v.first_day, v.slug, v.document from version v
                       where v.public_from is not null and v.public_to is null
                         and v.facets && array['agreement/parties:MEX'])
                    select document, (select count(*) from hit) from hit order by first_day, slug limit 51
                    """),
            new Case("agreements of a year", "/v1/agreements?from=2005-01-01&to=2005-12-31&limit=50", """
                    select v.document, (select count(*) from version c where c.kind = 'agreement'
                        and c.public_from is not null and c.public_to is null and c.first_day <= '2005-12-31'
                        and (c.last_day is null or c.last_day >= '2005-01-01'))
                      from version v where v.kind = 'agreement' and v.public_from is not null and v.public_to is null
                       and v.first_day <= '2005-12-31' and (v.last_day is null or v.last_day >= '2005-01-01')
                     order by v.first_day, v.slug limit 51
                    """),
            new Case(
                    "agreements by country and status",
                    "/v1/agreements?country=MEX&status=in-force&on=2010-06-01&limit=50",
                    """
                    with hit as (select v.first_day, v.slug, v.document from version v
                       where v.public_from is not null and v.public_to is null
                         and v.facets && array['agreement/parties:MEX', 'agreement/nationalities:MEX']
                         and exists (select from status_span s where s.version_id = v.id and s.party = ''
                            and s.status = 'in-force' and s.from_day <= '2010-06-01'
                            and (s.until_day is null or s.until_day > '2010-06-01')))
                    select document, (select count(*) from hit) from hit order by first_day, slug limit 51
                    """),
            new Case(
                    "timeline by party over a year",
                    "/v1/timeline?party=MEX&from=2005-01-01&to=2005-12-31&limit=50",
                    """
                    select t.*, (select count(*) from timeline_entry c where c.public_from is not null
                        and c.public_to is null and c.day between '2005-01-01' and '2005-12-31'
                        and c.facets && array['party:MEX'])
                      from timeline_entry t where t.public_from is not null and t.public_to is null
                       and t.day between '2005-01-01' and '2005-12-31' and t.facets && array['party:MEX']
                     order by t.day, t.version_id, t.ordinal limit 51
                    """),
            new Case("timeline of a month", "/v1/timeline?from=2005-03-01&to=2005-03-31&limit=50", """
                    select t.*, (select count(*) from timeline_entry c where c.public_from is not null
                        and c.public_to is null and c.day between '2005-03-01' and '2005-03-31')
                      from timeline_entry t where t.public_from is not null and t.public_to is null
                       and t.day between '2005-03-01' and '2005-03-31'
                     order by t.day, t.version_id, t.ordinal limit 51
                    """),
            new Case(
                    "agreements in force, unfiltered otherwise",
                    "/v1/agreements?status=in-force&on=2010-06-01&limit=50",
                    """
                    select v.document, (select count(*) from status_span c where c.kind = 'agreement' and c.party = ''
                        and c.status = 'in-force' and c.from_day <= '2010-06-01'
                        and (c.until_day is null or c.until_day > '2010-06-01')
                        and c.public_from is not null and c.public_to is null)
                      from version v join status_span s on s.version_id = v.id and s.party = '' and s.status = 'in-force'
                       and s.from_day <= '2010-06-01' and (s.until_day is null or s.until_day > '2010-06-01')
                     where v.kind = 'agreement' and v.public_from is not null and v.public_to is null
                     order by v.first_day, v.slug limit 51
                    """));

    @Inject
    DataSource source;

    @TestHTTPResource
    URI service;

    @Test
    void pagesAgainstPlainSql() throws Exception {
        long started = System.nanoTime();
        long related = Generated.into(source, 100_000);
        System.out.printf("100,000 agreements, %,d related rows, made in %d s%n", related, seconds(started));
        HttpClient client = HttpClient.newHttpClient();
        try (Connection connection = source.getConnection()) {
            for (Case one : CASES) {
                HttpRequest request =
                        HttpRequest.newBuilder(service.resolve(one.address())).build();
                HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                int total = new JsonPath(answer.body()).getInt("total");
                double page = median(() -> client.send(request, BodyHandlers.ofByteArray()));
                double sql = median(() -> rows(connection, one.sql()));
                System.out.printf(
                        "%-45s of %,7d: page %6.2f ms, plain SQL %6.2f ms, ratio %.2f%n",
                        one.name(), total, page, sql, page / sql);
            }
        }
    }

    private static int rows(Connection connection, String sql) throws Exception {
        int rows = 0;
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                result.getString(1);
                rows++;
            }
        }
        return rows;
    }

    private static double median(Callable<?> work) throws Exception {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < WARM_UP + ROUNDS; i++) {
            long started = System.nanoTime();
            work.call();
            if (i >= WARM_UP) {
                times.add((System.nanoTime() - started) / 1e6);
            }
        }
        Collections.sort(times);
        return times.get(times.size() / 2);
    }

    private static long seconds(long started) {
        return (System.nanoTime() - started) / 1_000_000_000L;
    }
}
