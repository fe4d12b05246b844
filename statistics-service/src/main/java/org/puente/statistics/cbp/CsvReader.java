package org.puente.statistics.cbp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads RFC 4180 records as bytes, one at a time, in constant memory: CRLF or LF, quoted fields, a leading UTF-8 byte
 * order mark, empty lines left out. The fields of the present record are slices of {@link #buffer()}.
 */
final class CsvReader {

    /** Longest record in bytes. Official ones have about 130, so a longer one is an unclosed quote or no CSV at all. */
    static final int RECORD_LIMIT = 16 * 1024;

    private static final int MOST_FIELDS = 256;

    private final InputStream in;
    private final byte[] buffer = new byte[8 * RECORD_LIMIT];
    private final int[] starts = new int[MOST_FIELDS];
    private final int[] ends = new int[MOST_FIELDS];
    private int position;
    private int limit;
    private long passed;
    private boolean exhausted;
    private long nextLine = 1;
    private long line;
    private int fields;
    private boolean readable;

    CsvReader(InputStream in) throws IOException {
        this.in = in;
        fill();
        if (limit >= 3 && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB && buffer[2] == (byte) 0xBF) {
            position = 3;
        }
    }

    /** Moves to the next record. @return false at the end of the input */
    boolean next() throws IOException {
        do {
            if (limit - position <= RECORD_LIMIT && !exhausted) {
                fill();
            }
            if (position == limit) {
                return false;
            }
            line = nextLine;
            readRecord();
        } while (readable && fields == 1 && starts[0] == ends[0]);
        return true;
    }

    /** Number of the line on which the present record begins, from 1 on. */
    long line() {
        return line;
    }

    /** Bytes from the beginning of the input to the end of the present record. */
    long bytes() {
        return passed + position;
    }

    /** Whether the record was read; one that is too long, or in which a quote is misplaced, is skipped to the line's end. */
    boolean readable() {
        return readable;
    }

    int fields() {
        return fields;
    }

    byte[] buffer() {
        return buffer;
    }

    int start(int field) {
        return starts[field];
    }

    int end(int field) {
        return ends[field];
    }

    /** The field in UTF-8, trimmed. @throws CharacterCodingException where its bytes are in another encoding */
    String text(int field) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(buffer, starts[field], ends[field] - starts[field]))
                .toString()
                .strip();
    }

    /** All fields for a person's eyes, whatever their encoding. */
    List<String> texts() {
        List<String> texts = new ArrayList<>(fields);
        for (int field = 0; field < fields; field++) {
            texts.add(shown(field));
        }
        return texts;
    }

    /** The field for a person's eyes, whatever its encoding. */
    String shown(int field) {
        return new String(buffer, starts[field], ends[field] - starts[field], StandardCharsets.UTF_8).strip();
    }

    private void fill() throws IOException {
        System.arraycopy(buffer, position, buffer, 0, limit - position);
        passed += position;
        limit -= position;
        position = 0;
        while (limit < buffer.length && !exhausted) {
            int read = in.read(buffer, limit, buffer.length - limit);
            if (read < 0) {
                exhausted = true;
            } else {
                limit += read;
            }
        }
    }

    private void readRecord() throws IOException {
        int stop = Math.min(limit, position + RECORD_LIMIT);
        fields = 0;
        int at = position;
        while (at <= stop && fields < MOST_FIELDS) {
            at = at < stop && buffer[at] == '"' ? quoted(at + 1, stop) : plain(at, stop);
            if (at < 0 || at == stop && stop < limit) {
                break;
            }
            fields++;
            if (at == stop || buffer[at] != ',') {
                readable = true;
                position = at == stop ? stop : afterLineEnd(at);
                nextLine++;
                return;
            }
            at++;
        }
        readable = false;
        skipLine();
    }

    private int plain(int from, int stop) {
        int at = from;
        while (at < stop && buffer[at] != ',' && buffer[at] != '\n' && buffer[at] != '\r') {
            at++;
        }
        starts[fields] = from;
        ends[fields] = at;
        return at;
    }

    /** Unescapes in place. @return the position after the closing quote, or -1 where something else follows it */
    private int quoted(int from, int stop) {
        int to = from;
        for (int at = from; at < stop; at++) {
            if (buffer[at] == '"') {
                if (at + 1 == stop || buffer[at + 1] != '"') {
                    starts[fields] = from;
                    ends[fields] = to;
                    return at + 1 == stop || isSeparator(buffer[at + 1]) ? at + 1 : -1;
                }
                at++;
            } else if (buffer[at] == '\n') {
                return -1;
            }
            buffer[to++] = buffer[at];
        }
        return -1;
    }

    private static boolean isSeparator(byte value) {
        return value == ',' || value == '\n' || value == '\r';
    }

    private int afterLineEnd(int at) {
        return buffer[at] == '\r' && at + 1 < limit && buffer[at + 1] == '\n' ? at + 2 : at + 1;
    }

    private void skipLine() throws IOException {
        while (true) {
            while (position < limit) {
                if (buffer[position++] == '\n') {
                    nextLine++;
                    return;
                }
            }
            if (exhausted) {
                return;
            }
            fill();
        }
    }
}
