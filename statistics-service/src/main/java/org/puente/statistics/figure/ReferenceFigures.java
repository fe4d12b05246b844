package org.puente.statistics.figure;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.puente.statistics.figure.check.Claim;
import org.puente.statistics.shipped.ShippedData;

/** The figures that ship with the service. */
@ApplicationScoped
class ReferenceFigures {

    private static final String DATA = "/reference/figures.json";
    private static final int AFTER_THE_RELEASES = 200;
    private static final long LOCK = 7_038_205_512L;

    /** One figure in the reference data; {@code source} is the code of one of the sources. */
    record Entry(
            String reference, String slug, String statement, Claim claim, String speaker, String source, String note) {

        FigureContent content(Map<String, FigureSource> sources) {
            return new FigureContent(statement, claim, speaker, sources.get(source), note);
        }
    }

    /** The reference data: sources by their code, and figures. */
    record Data(Map<String, FigureSource> sources, List<Entry> figures) {}

    private static final ShippedData.Part FIGURES = new ShippedData.Part("figures", DATA);

    private final ShippedData shipped;
    private final Figures figures;
    private final EntityManager database;
    private final ObjectMapper json;

    ReferenceFigures(ShippedData shipped, Figures figures, EntityManager database, ObjectMapper json) {
        this.shipped = shipped;
        this.figures = figures;
        this.database = database;
        this.json = json;
    }

    void load(@Observes @Priority(AFTER_THE_RELEASES) StartupEvent start) {
        if (!shipped.isStored(FIGURES)) {
            QuarkusTransaction.requiringNew().run(this::store);
        }
    }

    /** Several replicas may start at once: the lock lets them load one after the other. */
    void store() {
        database.createNativeQuery("select pg_advisory_xact_lock(:lock)", Object.class)
                .setParameter("lock", LOCK)
                .getResultList();
        Data data = read();
        data.figures().forEach(entry -> {
            FigureContent content = entry.content(data.sources());
            content.validate();
            figures.load(entry.slug(), entry.reference(), content);
        });
        shipped.stored(FIGURES);
    }

    Data read() {
        try (InputStream in = ReferenceFigures.class.getResourceAsStream(DATA)) {
            return json.readValue(in, Data.class);
        } catch (IOException e) {
            throw new UncheckedIOException(DATA + " can't be read", e);
        }
    }
}
