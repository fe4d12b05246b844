package org.puente.diplomacy.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.puente.diplomacy.ledger.Caller;
import org.puente.diplomacy.ledger.IdempotentWrites;
import org.puente.diplomacy.ledger.Ledger;
import org.puente.diplomacy.ledger.Version;
import org.puente.diplomacy.ledger.Versions;
import org.puente.diplomacy.record.Content;
import org.puente.diplomacy.record.Documents;
import org.puente.diplomacy.record.Kind;
import org.puente.kit.conditional.IfMatch;
import org.puente.kit.page.Page;
import org.puente.kit.problem.Refusal;

/** What the resources of all kinds share: reads without a transaction, writes in the name of the caller. */
@ApplicationScoped
public class RecordDesk {

    private static final int MOST = 10_000;

    private final Records records;
    private final Ledger ledger;
    private final Versions versions;
    private final Documents documents;
    private final Lenses lenses;
    private final Caller caller;
    private final IdempotentWrites idempotent;
    private final Answers answers;

    RecordDesk(
            Records records,
            Ledger ledger,
            Versions versions,
            Documents documents,
            Lenses lenses,
            Caller caller,
            IdempotentWrites idempotent,
            Answers answers) {
        this.records = records;
        this.ledger = ledger;
        this.versions = versions;
        this.documents = documents;
        this.lenses = lenses;
        this.caller = caller;
        this.idempotent = idempotent;
        this.answers = answers;
    }

    /** How answers are given. */
    public Answers answers() {
        return answers;
    }

    /** The lens that a request asks for. */
    public Lens lens(UriInfo uri) {
        return lenses.of(
                uri.getQueryParameters().getFirst("on"),
                uri.getQueryParameters().getFirst("asOf"));
    }

    Page<Object> list(ListQuery asked, Lens lens) {
        return records.list(asked, lens);
    }

    /** Every record that the filters of a list select, not paged; refuses more than {@value #MOST}. */
    public List<Object> every(Kind kind, MultivaluedMap<String, String> filters, Lens lens) {
        for (String paging : List.of("sort", "limit", "cursor", "expand")) {
            if (filters.containsKey(paging)) {
                throw Refusal.invalid(paging, "does not apply here: nothing is paged");
            }
        }
        Page<Object> page = records.list(ListQuery.of(kind, filters).withLimit(MOST), lens);
        if (page.next() != null) {
            throw new Refusal(
                    Refusal.Kind.UNPROCESSABLE,
                    "The filters select " + page.total() + " records, more than " + MOST + ": narrow them");
        }
        return page.items();
    }

    /** One record, or a refusal. */
    public Records.Seen find(Kind kind, String slug, Lens lens, Collection<String> expanded) {
        return records.find(kind, slug, lens, expanded).orElseThrow(() -> records.missing(kind, slug, lens));
    }

    /** The newest version of what has just been written, as its author sees it. */
    public Records.Seen find(Version written) {
        Lens lens = new Lens(true, null, lenses.of(null, null).on());
        return find(written.kind(), written.slug(), lens, Set.of());
    }

    History history(Kind kind, String slug, Lens lens) {
        List<Version> all = versions.history(kind, slug).stream()
                .filter(version -> lens.working() || version.publicFrom() != null)
                .toList();
        if (all.isEmpty()) {
            throw Records.unknown(kind, slug, lens);
        }
        return History.of(all, lens.working(), documents);
    }

    /** Starts a draft; the same key with the same content again starts no second one. */
    @Transactional
    public Version create(Kind kind, Content content, String key, String reason) {
        String request = kind.code() + " " + documents.print(content) + " " + reason;
        return idempotent.once(caller.name(), key, request, () -> ledger.create(kind, content, caller.name(), reason));
    }

    /** Writes and publishes at once what the caller signs for alone; idempotent like {@link #create}. */
    @Transactional
    public Version sign(Kind kind, Supplier<Content> content, String key, String request) {
        return idempotent.once(
                caller.name(), key, request, () -> ledger.publishAtOnce(kind, content.get(), caller.name(), null));
    }

    @Transactional
    Version replace(Kind kind, String slug, IfMatch known, Content content, String reason) {
        return ledger.replace(kind, slug, known, content, caller.name(), reason);
    }

    @Transactional
    Version review(Kind kind, String slug, IfMatch known) {
        return ledger.review(kind, slug, known, caller.name());
    }

    @Transactional
    Version withdraw(Kind kind, String slug, IfMatch known, String reason) {
        return ledger.withdraw(kind, slug, known, caller.name(), reason);
    }

    @Transactional
    Version publish(Kind kind, String slug, IfMatch known) {
        return ledger.publish(kind, slug, known, caller.name());
    }
}
