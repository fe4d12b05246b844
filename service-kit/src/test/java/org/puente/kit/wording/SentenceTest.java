package org.puente.kit.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SentenceTest {

    @Test
    void valuesAreNumbersTextsAndListsInTheOrderOfTheirNames() {
        Sentence sentence = Sentence.of("revised", "Two months were revised by 2.5.")
                .with("months", List.of(YearMonth.of(2023, 11), YearMonth.of(2023, 12)))
                .with("by", 2.5)
                .with("day", YearMonth.of(2024, 1).atDay(5));

        assertThat(sentence.said())
                .isEqualTo(new SentenceCode(
                        "revised", Map.of("by", 2.5, "day", "2024-01-05", "months", List.of("2023-11", "2023-12"))));
        assertThat(sentence.said().values()).containsOnlyKeys("by", "day", "months");
        assertThat(sentence.said().values().keySet()).containsExactly("by", "day", "months");
    }

    @Test
    void codesStandInTheOrderOfTheirSentences() {
        List<Sentence> sentences = List.of(Sentence.of("b", "Second."), Sentence.of("a", "First."));

        assertThat(Sentence.texts(sentences)).containsExactly("Second.", "First.");
        assertThat(Sentence.codes(sentences)).extracting(SentenceCode::code).containsExactly("b", "a");
    }
}
