package org.puente.diplomacy.reading;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.puente.diplomacy.record.Content;
import org.puente.diplomacy.record.Documents;
import org.puente.diplomacy.record.Kind;

/** Every kind's way of being read. */
@Singleton
public class RecordTypes {

    private final Map<Kind, RecordType<?, ?>> types = new EnumMap<>(Kind.class);
    private final Documents documents;

    RecordTypes(@All List<RecordType<?, ?>> all, Documents documents) {
        all.forEach(type -> types.put(type.kind(), type));
        this.documents = documents;
    }

    /** The class of the documents of a kind. */
    public Class<? extends Content> contentOf(Kind kind) {
        return types.get(kind).content();
    }

    /** Shows a version, whatever its kind. */
    Object view(Edition edition, Linked linked, Lens lens) {
        return view(types.get(edition.kind()), edition, linked, lens);
    }

    private <C extends Content, V> V view(RecordType<C, V> type, Edition edition, Linked linked, Lens lens) {
        C content = documents.stored(edition.document(), type.content());
        return type.view(new RecordType.Seen<>(edition, content, linked, lens));
    }
}
