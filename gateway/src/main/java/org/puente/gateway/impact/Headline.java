package org.puente.gateway.impact;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.puente.gateway.diplomacy.Agreement;
import org.puente.gateway.statistics.Change;
import org.puente.kit.wording.Sentence;

/** One sentence about what changed after an agreement; it says after, never because of. */
final class Headline {

    /** What was in effect for most of the months before as well explains less than it seems to. */
    private static final double HALF = 0.5;

    private Headline() {}

    private static final Map<String, String> COUNTRIES =
            Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).stream()
                    .map(two -> new Locale("", two))
                    .collect(Collectors.toMap(
                            Locale::getISO3Country, country -> country.getDisplayCountry(Locale.ENGLISH)));

    /** @param rivals null where they are missing, which the sentence then doesn't hide */
    static Sentence of(Agreement agreement, LocalDate event, Change change, List<Rival> rivals) {
        Optional<Change.Window> window = change.headlineWindow();
        if (change.confidence().equals("refused") || window.isEmpty()) {
            return new Sentence(change.headline(), change.headlineCode());
        }
        double ratio = window.get().sameMonthsYearBefore();
        String text = String.format(
                Locale.ROOT,
                "In the %d full months after %s (%s), encounters%s at the southwest border changed by %s against the same"
                        + " months of the year before",
                window.get().months(),
                agreement.title(),
                event,
                nationals(agreement),
                percent(ratio));
        Change.Contrast contrast = change.contrast();
        if (contrast != null) {
            text += String.format(
                    Locale.ROOT,
                    " and by %s against other nationalities (p %.2f)",
                    percent(contrast.ratio()),
                    contrast.p());
        }
        text += meanwhile(rivals) + "; confidence: " + change.confidence() + ".";
        return Sentence.of("changed-after-agreement", text)
                .with("months", window.get().months())
                .with("percent", rounded(ratio))
                .with("contrastPercent", contrast == null ? null : rounded(contrast.ratio()))
                .with("contrastP", contrast == null ? null : contrast.p())
                .with(
                        "meanwhile",
                        rivals == null
                                ? null
                                : inEffectThroughout(rivals).stream()
                                        .map(Rival::title)
                                        .toList());
    }

    private static String nationals(Agreement agreement) {
        return agreement.nationalities().isEmpty()
                ? ""
                : " of nationals of "
                        + agreement.nationalities().stream()
                                .map(Headline::country)
                                .collect(Collectors.joining(", "));
    }

    /** The English name behind a code; the code where it is none of ISO 3166. */
    private static String country(String code) {
        return COUNTRIES.getOrDefault(code, code);
    }

    private static String meanwhile(List<Rival> rivals) {
        if (rivals == null) {
            return ", with what else happened not known";
        }
        String full = inEffectThroughout(rivals).stream()
                .map(rival -> rival.title() + " (" + rival.date() + ")")
                .collect(Collectors.joining(", "));
        return full.isEmpty() ? "" : ", while this was in effect throughout: " + full;
    }

    private static List<Rival> inEffectThroughout(List<Rival> rivals) {
        return rivals.stream()
                .filter(Rival::isFull)
                .filter(rival -> rival.kind().equals("event") && rival.contrast() > HALF)
                .toList();
    }

    private static double rounded(double ratio) {
        return Math.round(10_000 * (ratio - 1)) / 100.0;
    }

    private static String percent(double ratio) {
        return String.format(Locale.ROOT, "%+.1f %%", 100 * (ratio - 1));
    }
}
