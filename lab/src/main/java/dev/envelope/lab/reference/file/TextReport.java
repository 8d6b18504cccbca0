package dev.envelope.lab.reference.file;

import java.util.Locale;

/** Evaluations as lines for a terminal, and what they come to. */
public final class TextReport {

    private int good;
    private int outside;
    private int unsupported;
    private double seconds;

    /** The line of {@code evaluation}, which is counted. */
    public String line(Evaluation evaluation) {
        seconds += evaluation.seconds();
        String verdict = verdict(evaluation);
        String value = evaluation.value().map(Value::toString).orElse("-");
        String distance = evaluation.distance().isPresent()
                ? String.format(Locale.ROOT, "%.1e", evaluation.distance().getAsDouble())
                : "-";
        String line = String.format(
                Locale.ROOT,
                "%-11s  %-40s  %-24s  %8s  %8.3f s",
                verdict,
                evaluation.reference().id(),
                value,
                distance,
                evaluation.seconds());
        return line
                + evaluation
                        .reason()
                        .or(evaluation::note)
                        .map(said -> "  " + said)
                        .orElse("")
                + reference(evaluation);
    }

    /** What all lines come to. */
    public String summary() {
        return String.format(
                Locale.ROOT,
                "%d cases: %d good, %d outside the tolerance, %d unsupported; %.1f s of evaluation",
                good + outside + unsupported,
                good,
                outside,
                unsupported,
                seconds);
    }

    private String verdict(Evaluation evaluation) {
        if (evaluation.value().isEmpty()) {
            unsupported++;
            return "unsupported";
        }
        if (!evaluation.isGood()) {
            outside++;
            return "OUTSIDE";
        }
        good++;
        return evaluation.distance().isPresent() ? "within" : "computed";
    }

    private static String reference(Evaluation evaluation) {
        if (evaluation.value().isEmpty() || evaluation.isGood()) {
            return "";
        }
        Value reference = evaluation.reference().value().orElseThrow();
        return String.format(
                Locale.ROOT,
                "  (expected: %s ± %.1e)",
                reference,
                evaluation.reference().allowed(reference));
    }
}
