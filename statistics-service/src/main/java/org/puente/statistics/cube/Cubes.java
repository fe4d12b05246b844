package org.puente.statistics.cube;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.puente.kit.problem.Refusal;
import org.puente.statistics.dataset.Codes;
import org.puente.statistics.release.Catalog;
import org.puente.statistics.release.Release;

/**
 * The cubes of this replica. The import of a release leaves its cube here. That of a release which another replica imported
 * is loaded before queries see the release, any other when it is first asked for; each once, by the one who asks first.
 */
@ApplicationScoped
public class Cubes {

    private static final Logger LOG = Logger.getLogger(Cubes.class);

    private final CubeLoader loader;
    private final Map<Integer, FutureTask<Cube>> cubes = new ConcurrentHashMap<>();

    public Cubes(DataSource dataSource) {
        this.loader = new CubeLoader(dataSource);
    }

    /** Nobody who asks for a release that was just imported shall wait for its cube. */
    void prepare(@Observes Catalog.Arrival arrival) {
        for (Release release : arrival.releases()) {
            try {
                get(release, arrival.snapshot().codes().get(release.kind().dataset()));
            } catch (RuntimeException notNow) {
                LOG.warnf(notNow, "The cube of %s is loaded when it is asked for", release.id());
            }
        }
    }

    /** Takes the cube of a release that is about to be stored, so that nobody needs to load it. */
    public void keep(int number, Cube cube) {
        FutureTask<Cube> made = new FutureTask<>(() -> cube);
        made.run();
        cubes.put(number, made);
    }

    /** The release of that number was not stored after all. */
    public void forget(int number) {
        cubes.remove(number);
    }

    /** The cube if it is in memory: never waits. */
    public Optional<Cube> loaded(Release release) {
        FutureTask<Cube> task = cubes.get(release.number());
        return task != null && task.isDone() ? Optional.of(await(release, task)) : Optional.empty();
    }

    /**
     * The cube, loaded where needed; whoever asks meanwhile for the same one waits, for another one doesn't.
     *
     * @param codes of the release's dataset, at least as new as the release
     * @throws Refusal as unavailable if the database can't be read; the next call tries again
     */
    public Cube get(Release release, Codes codes) {
        FutureTask<Cube> task =
                cubes.computeIfAbsent(release.number(), number -> new FutureTask<>(() -> loader.load(release, codes)));
        task.run();
        return await(release, task);
    }

    private Cube await(Release release, FutureTask<Cube> task) {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(Refusal.Kind.UNAVAILABLE, "The service is stopping");
        } catch (ExecutionException e) {
            cubes.remove(release.number(), task);
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
