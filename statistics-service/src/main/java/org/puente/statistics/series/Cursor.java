package org.puente.statistics.series;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
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
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split("-", 2);
            return new Cursor(Integer.parseUnsignedInt(parts[0]), Integer.parseUnsignedInt(parts[1], 16));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw Refusal.invalid("cursor", "is not one that this service gave");
        }
    }

    String at(int position) {
        String text = position + "-" + Integer.toHexString(fingerprint);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }
}
