package org.puente.statistics.cube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.puente.kit.problem.Refusal;
import org.puente.statistics.dataset.Dataset;
import org.puente.statistics.dataset.Dimension;
import org.puente.statistics.dataset.Measure;
import org.puente.statistics.release.Catalog;
import org.puente.statistics.release.Release;
import org.puente.statistics.release.ReleaseKind;
import org.puente.statistics.testsupport.Ledger;

/** When cubes are loaded and given up, on a real database. */
class CubesTest {

    private static final YearMonth MONTH = YearMonth.of(2023, 11);

    private final Ledger ledger = Ledger.empty()
            .codes(Dataset.ENCOUNTERS, Dimension.REGION, "southwest", "northern", "other")
            .codes(Dataset.ENCOUNTERS, Dimension.COMPONENT, "usbp", "ofo");

    /** A release of published totals with one cell. */
    private Release release(String id, int encounters) {
        int number = ledger.release(id, ReleaseKind.ENCOUNTERS_MONTHLY_TOTALS, "2024-01", MONTH, MONTH);
        ledger.cell(number, ReleaseKind.ENCOUNTERS_MONTHLY_TOTALS, MONTH, 0, 1, encounters);
        return ledger.releases().get(number - 1);
    }

    private Cube load(Cubes cubes, Release release) {
        return cubes.get(release, ledger.codesOf(Dataset.ENCOUNTERS));
    }

    private static long total(Cube cube) {
        long[] sums = new long[2];
        cube.scan(new Cut(Map.of(), 1), Measure.ENCOUNTERS).add(MONTH.getYear() * 12 + MONTH.getMonthValue() - 1, sums);
        return sums[0];
    }

    private long bytesOfOne() {
        return load(new Cubes(ledger.dataSource(), Long.MAX_VALUE), release("any", 1))
                .bytes();
    }

    /** The same database, with something done before each connection. */
    private DataSource watched(Runnable before) {
        return (DataSource) Proxy.newProxyInstance(
                CubesTest.class.getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, arguments) -> {
                    before.run();
                    return method.invoke(ledger.dataSource(), arguments);
                });
    }

    @Test
    void whatNobodyAskedForLongestIsGivenUpAndLoadedAgainWhenAskedFor() {
        Cubes cubes = new Cubes(ledger.dataSource(), 2 * bytesOfOne());
        Release first = release("first", 11);
        Release second = release("second", 22);
        Release third = release("third", 33);
        load(cubes, first);
        load(cubes, second);
        load(cubes, first);
        assertThat(cubes.evictions()).isZero();
        load(cubes, third);
        assertThat(cubes.loaded(second)).isEmpty();
        assertThat(cubes.loaded(first)).isPresent();
        assertThat(cubes.loaded(third)).isPresent();
        assertThat(cubes.evictions()).isEqualTo(1);
        assertThat(total(load(cubes, second))).isEqualTo(22);
        assertThat(cubes.loaded(first)).isEmpty();
        assertThat(cubes.bytes()).isEqualTo(2 * bytesOfOne());
    }

    @Test
    void aCubeLargerThanAllRoomIsHeldUntilTheNextIsLoaded() {
        Cubes cubes = new Cubes(ledger.dataSource(), 1);
        Release first = release("first", 11);
        Release second = release("second", 22);
        assertThat(total(load(cubes, first))).isEqualTo(11);
        assertThat(cubes.loaded(first)).isPresent();
        assertThat(total(load(cubes, second))).isEqualTo(22);
        assertThat(cubes.loaded(first)).isEmpty();
        assertThat(cubes.loaded(second)).isPresent();
    }

    @Test
    void newReleasesAreMadeReadyTheNewestFirstAsLongAsThereIsRoom() {
        Cubes cubes = new Cubes(ledger.dataSource(), 100);
        Release newest = release("newest", 11);
        Release large = large(release("large", 22));
        Catalog.Snapshot snapshot = new Catalog.Snapshot(
                List.of(newest, large), Map.of(Dataset.ENCOUNTERS, ledger.codesOf(Dataset.ENCOUNTERS)));
        cubes.prepare(new Catalog.Arrival(snapshot.releases(), snapshot));
        assertThat(cubes.loaded(newest)).isPresent();
        assertThat(cubes.loaded(large)).isEmpty();
        assertThat(cubes.evictions()).isZero();
    }

    private static Release large(Release release) {
        return new Release(
                release.number(),
                release.id(),
                release.kind(),
                release.publisher(),
                release.title(),
                release.sourceUrl(),
                release.fileName(),
                release.sha256(),
                release.publishedOn(),
                release.estimated(),
                release.importedAt(),
                release.months(),
                release.scope(),
                1_000_000,
                release.withdrawal());
    }

    @Test
    void whoeverAsksForACubeThatIsBeingLoadedWaitsForItAndForNoOther() {
        Release slow = release("slow", 11);
        Release other = release("other", 22);
        CountDownLatch connected = new CountDownLatch(1);
        AtomicInteger connections = new AtomicInteger();
        Cubes cubes = new Cubes(
                watched(() -> {
                    if (connections.incrementAndGet() == 1) {
                        awaitLatch(connected);
                    }
                }),
                Long.MAX_VALUE);
        List<Thread> askers = new ArrayList<>();
        ExecutorService threads = Executors.newCachedThreadPool(task -> {
            askers.add(new Thread(task));
            return askers.get(askers.size() - 1);
        });
        List<CompletableFuture<Cube>> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            answers.add(CompletableFuture.supplyAsync(() -> load(cubes, slow), threads));
        }
        await().until(() -> askers.stream().allMatch(asker -> asker.getState() == Thread.State.WAITING));
        assertThat(connections).hasValue(1);
        assertThat(cubes.loaded(slow)).isEmpty();
        assertThat(total(load(cubes, other))).isEqualTo(22);
        connected.countDown();
        assertThat(answers.stream().map(CompletableFuture::join)).containsOnly(load(cubes, slow));
        assertThat(connections).hasValue(2);
        threads.shutdown();
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aDatabaseThatRefusesConnectionsMakesACubeUnavailableUntilItTakesThemAgain() throws Exception {
        Release release = release("any", 11);
        Cubes cubes = new Cubes(ledger.dataSource(), Long.MAX_VALUE);
        ledger.takeConnections(false);
        try {
            assertThatThrownBy(() -> load(cubes, release))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNAVAILABLE))
                    .hasMessage("The figures of release any can't be read now; try again shortly");
        } finally {
            ledger.takeConnections(true);
        }
        try (Connection connection = ledger.dataSource().getConnection()) {
            assertThat(connection.isValid(5)).isTrue();
        }
        assertThat(total(load(cubes, release))).isEqualTo(11);
    }
}
