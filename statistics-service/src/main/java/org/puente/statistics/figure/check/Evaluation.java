package org.puente.statistics.figure.check;

import java.util.List;
import org.puente.kit.wording.Sentence;

/**
 * What a view says about a claim.
 *
 * @param value             in the metric's unit
 * @param permalink         the months it was computed from
 * @param comparedPermalink the months it was compared with; null where there are none
 * @param notes             what a reader should know, in sentences
 */
record Evaluation(
        double value, String permalink, String comparedPermalink, List<String> releases, List<Sentence> notes) {}
