package org.puente.statistics.format;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.puente.kit.wording.Sentence;
import org.puente.kit.wording.SentenceCode;
import org.puente.statistics.calendar.Period;
import org.puente.statistics.dataset.Dimension;
import org.puente.statistics.release.Release;
import org.puente.statistics.series.SeriesAnswer;
import org.puente.statistics.series.Status;
import org.puente.statistics.series.Vintage;

/** Writes an answer in one format: a head, each series, a tail. */
abstract class SeriesWriter {

    private static final int CHUNK = 1 << 16;
    private static final int POINT = 64;

    final SeriesAnswer answer;
    final List<String> periods;
    final List<String> dimensions;
    final boolean byRelease;

    private final String prefix;

    SeriesWriter(SeriesAnswer answer, String prefix) {
        this.answer = answer;
        this.prefix = prefix;
        this.periods = new ArrayList<>(answer.periods().size());
        for (Period period : answer.periods()) {
            periods.add(period.toString());
        }
        this.dimensions = answer.query().groupBy().stream().map(Dimension::code).toList();
        this.byRelease = answer.query().vantage().vintage() == Vintage.ALL;
    }

    abstract void head(Text text);

    abstract void series(int index, SeriesAnswer.Series series, Text text);

    abstract void tail(Text text);

    /** The whole answer. */
    byte[] finished() {
        int points = answer.series().size() * periods.size();
        Text text = new Text(2048 + points * POINT);
        head(text);
        for (int i = 0; i < answer.series().size(); i++) {
            series(i, answer.series().get(i), text);
        }
        tail(text);
        return text.take();
    }

    /** The whole answer in pieces, each written when it is asked for. */
    Iterator<byte[]> pieces() {
        Text text = new Text(CHUNK * 2);
        head(text);
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next <= answer.series().size();
            }

            @Override
            public byte[] next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                while (next < answer.series().size() && text.size() < CHUNK) {
                    series(next, answer.series().get(next), text);
                    next++;
                }
                if (next == answer.series().size()) {
                    tail(text);
                    next++;
                }
                return text.take();
            }
        };
    }

    /** The value of a point; what its absence looks like is up to the format. */
    final void value(SeriesAnswer.Series series, int period, String absent, Text text) {
        if (series.statuses()[period] == Status.MISSING) {
            text.raw(absent);
        } else {
            text.decimal(series.values()[period], answer.scale());
        }
    }

    static void strings(Collection<String> strings, Text text) {
        text.ascii('[');
        boolean more = false;
        for (String string : strings) {
            if (more) {
                text.ascii(',');
            }
            text.json(string);
            more = true;
        }
        text.ascii(']');
    }

    private static void codes(List<SentenceCode> codes, Text text) {
        text.ascii('[');
        String separator = "{";
        for (SentenceCode each : codes) {
            text.raw(separator).name("code").json(each.code());
            text.ascii(',').name("values").ascii('{');
            String before = "";
            for (Map.Entry<String, Object> value : each.values().entrySet()) {
                text.raw(before).name(value.getKey());
                value(value.getValue(), text);
                before = ",";
            }
            text.raw("}}");
            separator = ",{";
        }
        text.ascii(']');
    }

    private static void value(Object value, Text text) {
        if (value instanceof Collection<?> many) {
            strings(many.stream().map(Object::toString).toList(), text);
        } else if (value instanceof Number) {
            text.raw(value.toString());
        } else {
            text.json(value.toString());
        }
    }

    static List<String> ids(List<Release> releases) {
        return releases.stream().map(Release::id).toList();
    }

    /** What stands beside a figure to say where it comes from. */
    final void provenance(Text text) {
        text.name("releases").ascii('[');
        boolean more = false;
        for (Release release : answer.releases()) {
            if (more) {
                text.ascii(',');
            }
            text.ascii('{').name("id").json(release.id());
            text.ascii(',').name("kind").json(release.kind().code());
            text.ascii(',').name("publisher").json(release.publisher());
            text.ascii(',').name("title").json(release.title());
            text.ascii(',').name("publishedOn").json(release.publishedOn().toString());
            optional("sourceUrl", release.sourceUrl(), text);
            optional("fileName", release.fileName(), text);
            text.ascii(',').name("sha256").json(release.sha256()).ascii('}');
            more = true;
        }
        text.raw("],").name("notes");
        strings(Sentence.texts(answer.notes()), text);
        text.ascii(',').name("noteCodes");
        codes(Sentence.codes(answer.notes()), text);
        text.ascii(',').name("citation").json(answer.citation());
        text.ascii(',').name("permalink").json(prefix + answer.permalink());
        text.ascii(',').name("truncated").raw(answer.truncated() ? "true" : "false");
        text.ascii(',').name("total").decimal(answer.total(), 0);
        text.ascii(',').name("next");
        if (answer.next().isPresent()) {
            text.json(answer.next().get());
        } else {
            text.raw("null");
        }
    }

    private static void optional(String name, String value, Text text) {
        text.ascii(',').name(name);
        if (value == null) {
            text.raw("null");
        } else {
            text.json(value);
        }
    }

    static String months(SeriesAnswer.Series series, int period) {
        return series.track().absent().get(period).stream()
                .map(Object::toString)
                .collect(Collectors.joining(" "));
    }
}
