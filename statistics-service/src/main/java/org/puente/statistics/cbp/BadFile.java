package org.puente.statistics.cbp;

import java.util.List;
import org.puente.kit.problem.Refusal;
import org.puente.kit.problem.Violation;

/** An official file that can't be taken as a release, with everything its sender needs to see why. */
public final class BadFile extends Refusal {

    private static final long serialVersionUID = 1L;

    /** Most lines that are named; the rest is only counted. */
    static final int NAMED = 20;

    private BadFile(String detail, List<Violation> violations) {
        super(Kind.UNPROCESSABLE, detail, violations);
    }

    /** The file as a whole is wrong. */
    public static BadFile because(String detail) {
        return new BadFile(detail, List.of(new Violation("file", detail)));
    }

    /** Its first line is wrong, each time for one reason. */
    static BadFile header(String detail, List<String> reasons) {
        return new BadFile(
                detail,
                reasons.stream().map(reason -> new Violation("header", reason)).toList());
    }

    /**
     * Some of its lines are wrong.
     *
     * @param count how many lines are, of which the list may hold fewer
     */
    public static BadFile of(List<BadLine> lines, long count) {
        List<Violation> violations = lines.stream()
                .map(bad -> new Violation(
                        "line " + bad.line() + (bad.column() == null ? "" : ", " + bad.column()), bad.toString()))
                .toList();
        BadFile refusal = new BadFile(
                count == 1 ? "1 line is wrong; nothing was imported" : count + " lines are wrong; nothing was imported",
                violations);
        refusal.with("badLines", count).with("lines", lines);
        return refusal;
    }
}
