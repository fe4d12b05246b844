package org.puente.statistics.figure;

import java.util.LinkedHashMap;
import java.util.Map;
import org.puente.kit.forwarded.PublicPath;
import org.puente.statistics.figure.check.Check;
import org.puente.statistics.figure.check.Verdict;

/** A figure and its check in the vocabulary of fact-checkers: <a href="https://schema.org/ClaimReview">ClaimReview</a>. */
final class ClaimReview {

    static final String MEDIA_TYPE = "application/ld+json";

    private static final int BEST = 5;

    private ClaimReview() {}

    static Map<String, Object> of(FigureAnswer figure, Check check) {
        Map<String, Object> review = typed("ClaimReview");
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("@context", "https://schema.org");
        document.putAll(review);
        document.put("url", PublicPath.of("/v1/figures/" + figure.slug()));
        document.put("datePublished", figure.recordedAt().toString().substring(0, 10));
        document.put("author", named("Organization", "Puente"));
        document.put("claimReviewed", figure.statement());
        document.put("itemReviewed", claim(figure));
        document.put("reviewRating", rating(check));
        return document;
    }

    private static Map<String, Object> claim(FigureAnswer figure) {
        Map<String, Object> claim = typed("Claim");
        if (figure.speaker() != null) {
            claim.put("author", named("Organization", figure.speaker()));
        }
        claim.put("datePublished", figure.claim().saidOn().toString());
        Map<String, Object> appearance = typed("CreativeWork");
        appearance.put("headline", figure.source().title());
        if (figure.source().publisher() != null) {
            appearance.put("publisher", named("Organization", figure.source().publisher()));
        }
        if (figure.source().url() != null) {
            appearance.put("url", figure.source().url());
        }
        claim.put("appearance", appearance);
        return claim;
    }

    private static Map<String, Object> rating(Check check) {
        Map<String, Object> rating = typed("Rating");
        Integer value = value(check.verdict());
        if (value != null) {
            rating.put("ratingValue", value);
            rating.put("bestRating", BEST);
            rating.put("worstRating", 1);
        }
        rating.put("alternateName", check.verdict().code());
        rating.put("ratingExplanation", check.why());
        return rating;
    }

    /** From 1, wrong, to 5, right; null where the data say neither. */
    private static Integer value(Verdict verdict) {
        return switch (verdict) {
            case MATCHES_THEN, MATCHES_NOW -> BEST;
            case ROUNDED -> 4;
            case PEAK_NOT_MEAN -> 3;
            case SCOPE_MISMATCH -> 2;
            case CONTRADICTED -> 1;
            case NOT_TESTABLE, NOT_REPRODUCIBLE -> null;
        };
    }

    private static Map<String, Object> named(String type, String name) {
        Map<String, Object> thing = typed(type);
        thing.put("name", name);
        return thing;
    }

    private static Map<String, Object> typed(String type) {
        Map<String, Object> thing = new LinkedHashMap<>();
        thing.put("@type", type);
        return thing;
    }
}
