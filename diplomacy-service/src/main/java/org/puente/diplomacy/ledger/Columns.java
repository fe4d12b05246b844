package org.puente.diplomacy.ledger;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.puente.diplomacy.record.Kind;

/** How coded values stand in the database: as in JSON. */
final class Columns {

    private Columns() {}

    @Converter(autoApply = true)
    static class OfKind implements AttributeConverter<Kind, String> {

        @Override
        public String convertToDatabaseColumn(Kind kind) {
            return kind == null ? null : kind.code();
        }

        @Override
        public Kind convertToEntityAttribute(String code) {
            return code == null ? null : Kind.of(code).orElseThrow();
        }
    }

    @Converter(autoApply = true)
    static class OfState implements AttributeConverter<State, String> {

        @Override
        public String convertToDatabaseColumn(State state) {
            return state == null ? null : state.code();
        }

        @Override
        public State convertToEntityAttribute(String code) {
            return code == null ? null : State.of(code);
        }
    }
}
