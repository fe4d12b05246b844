package org.puente.statistics.cbp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A small CSV table that ships inside the service, under {@code reference/}. Lines that begin with # are remarks. */
public final class ReferenceTable {

    private ReferenceTable() {}

    /** The lines after the header. */
    public static List<List<String>> read(String name) {
        try (InputStream in =
                Objects.requireNonNull(ReferenceTable.class.getResourceAsStream("/reference/" + name), name)) {
            CsvReader reader = new CsvReader(in);
            List<List<String>> lines = new ArrayList<>();
            boolean header = true;
            while (reader.next()) {
                List<String> fields = reader.texts();
                if (!fields.get(0).startsWith("#")) {
                    if (!header) {
                        lines.add(fields);
                    }
                    header = false;
                }
            }
            return List.copyOf(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
