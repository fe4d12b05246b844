package org.puente.diplomacy.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jboss.logging.Logger;
import org.puente.diplomacy.ledger.Ledger;
import org.puente.diplomacy.ledger.Version;
import org.puente.diplomacy.ledger.Versions;
import org.puente.diplomacy.reading.RecordTypes;
import org.puente.diplomacy.record.Content;
import org.puente.diplomacy.record.Documents;
import org.puente.diplomacy.record.Kind;
import org.puente.diplomacy.record.Link;
import org.puente.diplomacy.record.Rules;
import org.puente.diplomacy.record.Violations;
import org.puente.kit.conditional.Conditional;

/**
 * Loads the files of reference data, each a list of documents in the shape that the API takes. What was loaded before and
 * hasn't changed in the file is left alone; what has changed becomes a new version, unless someone edited the record.
 */
@ApplicationScoped
public class ReferenceData {

    private static final Logger LOG = Logger.getLogger(ReferenceData.class);
    private static final String AUTHOR = "reference-data";

    /** What is referred to comes before what refers to it. */
    private static final List<Kind> ORDER = List.of(
            Kind.SOURCE,
            Kind.TOPIC,
            Kind.PARTY,
            Kind.OFFICIAL,
            Kind.ENGAGEMENT,
            Kind.POSITION,
            Kind.AGREEMENT,
            Kind.COMMITMENT,
            Kind.ASSESSMENT,
            Kind.PLEDGE,
            Kind.PORT,
            Kind.EVENT);

    private final Ledger ledger;
    private final Versions versions;
    private final Documents documents;
    private final Rules rules;
    private final RecordTypes types;
    private final Loads loads;
    private final YAMLMapper yaml = new YAMLMapper();

    ReferenceData(Ledger ledger, Versions versions, Documents documents, Rules rules, RecordTypes types, Loads loads) {
        this.ledger = ledger;
        this.versions = versions;
        this.documents = documents;
        this.rules = rules;
        this.types = types;
        this.loads = loads;
    }

    /** Loads every file that ships with the service, all or nothing; answers how many versions that made. */
    @Transactional
    public int load() {
        versions.oneAtATime("reference data");
        int made = 0;
        for (Kind kind : ORDER) {
            try (InputStream file = getClass().getResourceAsStream("/reference/" + kind.collection() + ".yaml")) {
                made += load(kind, yaml.readTree(file));
            } catch (IOException e) {
                throw new UncheckedIOException("The reference data of " + kind.collection() + " can't be read", e);
            }
        }
        LOG.infof("Reference data: %d new versions", made);
        return made;
    }

    /** Loads a list of documents; a fault in one of them names it. */
    @Transactional
    public int load(Kind kind, JsonNode list) {
        int made = 0;
        for (JsonNode tree : list) {
            Violations violations = new Violations();
            Content content = documents.read(tree, types.contentOf(kind), violations);
            rules.check(content, violations);
            if (!violations.isEmpty()) {
                throw new IllegalArgumentException(
                        "Reference data, " + kind.code() + " " + content.slug() + ": " + violations);
            }
            made += load(kind, content) ? 1 : 0;
        }
        return made;
    }

    private boolean load(Kind kind, Content content) {
        String digest = Conditional.tagOf(documents.print(content)).getValue();
        Version newest = versions.newest(kind, content.slug()).orElse(null);
        if (newest != null && digest.equals(loads.digestOf(newest.subjectId()))) {
            return false;
        }
        if (content.links().stream().anyMatch(this::isTakenBack)) {
            LOG.warnf(
                    "The reference data of %s refers to what is no longer public: left alone",
                    kind.path(content.slug()));
            return false;
        }
        if (newest == null) {
            loads.remember(ledger.publishAtOnce(kind, content, AUTHOR, null).subjectId(), digest);
            return true;
        }
        if (!newest.author().equals(AUTHOR) || newest.withdrawnBy() != null) {
            LOG.warnf(
                    "The reference data of %s changed, but it was edited or withdrawn since: left alone",
                    kind.path(content.slug()));
            return false;
        }
        ledger.publishAtOnce(kind, content, AUTHOR, "The reference data changed");
        loads.remember(newest.subjectId(), digest);
        return true;
    }

    /** Known, but the public doesn't read it: no reason to keep the service from starting. */
    private boolean isTakenBack(Link link) {
        return versions.nowPublic(link.kind(), link.slug()).isEmpty()
                && versions.newest(link.kind(), link.slug()).isPresent();
    }
}
