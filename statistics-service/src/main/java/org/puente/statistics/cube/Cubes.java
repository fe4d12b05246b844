package org.puente.statistics.cube;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.puente.kit.problem.Refusal;
import org.puente.statistics.dataset.Codes;
import org.puente.statistics.release.Catalog;
import org.puente.statistics.release.Release;

/**
 * The cubes that this replica holds. The import of a release leaves its cube here. That of a release which another replica
 * imported is loaded before queries see the release, any other when it is first asked for; each once, by the one who asks
 * first. Where they take too much memory, those that nobody asked for longest are given up.
 */
@ApplicationScoped
public class Cubes {

    private static final Logger LOG = Logger.getLogger(Cubes.class);

    /** More than any cell takes. */
    private static final int CELL_BYTES = 32;

    private final CubeLoader loader;
    private final long mostBytes;
    private final Map<Integer, Held> cubes = new ConcurrentHashMap<>();
    private final AtomicLong evictions = new AtomicLong();

    private static final class Held extends FutureTask<Cube> {

        private volatile long lastAsked = System.nanoTime();
        /** 0 while it is being loaded. */
        private volatile long bytes;

        Held(Callable<Cube> loading) {
            super(loading);
        }
    }

    @Inject
    Cubes(DataSource dataSource, CubeConfig config) {
        this(dataSource, config.memory().asLongValue());
    }

    /** @param mostBytes that cubes may take together; the last one loaded is held whatever its size */
    public Cubes(DataSource dataSource, long mostBytes) {
        this.loader = new CubeLoader(dataSource);
        this.mostBytes = mostBytes;
    }

    /** Nobody who asks for a release that was just imported shall wait for its cube, as long as there is room for it. */
    void prepare(@Observes Catalog.Arrival arrival) {
        long room = mostBytes;
        for (Release release : arrival.releases()) {
            room -= release.rows() * CELL_BYTES;
            if (room < 0) {
                return;
            }
            try {
                get(release, arrival.snapshot().codes().get(release.kind().dataset()));
            } catch (RuntimeException notNow) {
                LOG.warnf(notNow, "The cube of %s is loaded when it is asked for", release.id());
            }
        }
    }

    /** Takes the cube of a release that is about to be stored, so that nobody needs to load it. */
    public void keep(int number, Cube cube) {
        Held made = new Held(() -> cube);
        made.run();
        cubes.put(number, made);
        makeRoom(made, cube);
    }

    /** The release of that number was not stored after all. */
    public void forget(int number) {
        cubes.remove(number);
    }

    /** The cube if it is in memory: never waits. */
    public Optional<Cube> loaded(Release release) {
        Held held = cubes.get(release.number());
        return held != null && held.isDone() ? Optional.of(await(release, held)) : Optional.empty();
    }

    /**
     * The cube, loaded where needed; whoever asks meanwhile for the same one waits, for another one doesn't.
     *
     * @param codes of the release's dataset, at least as new as the release
     * @throws Refusal as unavailable if the database can't be read; the next call tries again
     */
    public Cube get(Release release, Codes codes) {
        Held held = cubes.computeIfAbsent(release.number(), number -> new Held(() -> loader.load(release, codes)));
        held.run();
        Cube cube = await(release, held);
        if (held.bytes == 0) {
            makeRoom(held, cube);
        }
        return cube;
    }

    /** Size of all that are loaded. */
    long bytes() {
        return cubes.values().stream().mapToLong(held -> held.bytes).sum();
    }

    /** How many were given up so far. */
    long evictions() {
        return evictions.get();
    }

    /** Those being loaded stay: to give them up would free nothing, and somebody waits for them. */
    private synchronized void makeRoom(Held newest, Cube cube) {
        newest.bytes = cube.bytes();
        while (bytes() > mostBytes) {
            Optional<Map.Entry<Integer, Held>> oldest = cubes.entrySet().stream()
                    .filter(entry -> entry.getValue() != newest && entry.getValue().bytes > 0)
                    .min(Comparator.comparingLong(entry -> entry.getValue().lastAsked));
            if (oldest.isEmpty()) {
                return;
            }
            if (cubes.remove(oldest.get().getKey(), oldest.get().getValue())) {
                evictions.incrementAndGet();
            }
        }
    }

    private Cube await(Release release, Held held) {
        try {
            held.lastAsked = System.nanoTime();
            return held.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(Refusal.Kind.UNAVAILABLE, "The service is stopping");
        } catch (ExecutionException e) {
            cubes.remove(release.number(), held);
            if (e.getCause() instanceof SQLException || e.getCause() instanceof IOException) {
                LOG.warnf(e.getCause(), "The cells of %s could not be read", release.id());
                throw new Refusal(
                        Refusal.Kind.UNAVAILABLE,
                        "The figures of release " + release.id() + " can't be read now; try again shortly");
            }
            throw new IllegalStateException("The cells of " + release.id() + " could not be read", e.getCause());
        }
    }
}
