package org.puente.statistics.series;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32C;
import org.puente.kit.problem.Refusal;

/**
 * Where a page starts. A cursor carries a fingerprint of its query and releases, so that pages of two different answers
 * can't be put together.
 */
record Cursor(int offset, int fingerprint) {

    /** @throws Refusal as invalid for a cursor that this query and its releases didn't give */
    static Cursor of(SeriesQuery query, String pinned) {
        CRC32C checksum = new CRC32C();
        checksum.update(pinned.getBytes(StandardCharsets.UTF_8));
        int fingerprint = (int) checksum.getValue();
        if (query.cursor().isEmpty()) {
            return new Cursor(0, fingerprint);
        }
        Cursor given = parse(query.cursor().get());
        if (given.fingerprint != fingerprint) {
            throw Refusal.invalid(
                    "cursor", "belongs to another query, or newer figures arrived; follow the links of the first page");
        }
        return given;
    }

    private static Cursor parse(String text) {
        List<String> keys = org.puente.kit.page.Cursor.keys(text, 2);
        try {
            return new Cursor(Integer.parseUnsignedInt(keys.get(0)), Integer.parseInt(keys.get(1)));
        } catch (NumberFormatException e) {
            throw org.puente.kit.page.Cursor.unreadable();
        }
    }

    String at(int position) {
        return org.puente.kit.page.Cursor.of(position, fingerprint);
    }
}
