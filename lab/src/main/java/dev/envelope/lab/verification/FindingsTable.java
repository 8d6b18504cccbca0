package dev.envelope.lab.verification;

import dev.envelope.lab.terminal.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Findings as a table for a terminal, and what can be said below it. */
public final class FindingsTable {
    private static final List<String> HEAD = List.of(
            "treatment",
            "rounds",
            "markets",
            "measure",
            "observed",
            "± s.e.",
            "predicted",
            "interval",
            "efficiency",
            "predicted",
            "");
    private static final Set<Integer> LEFT = Set.of(0, 3, 10);

    private FindingsTable() {}

    /** The table's lines. */
    public static List<String> lines(List<Finding> findings) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        findings.forEach(finding -> rows.add(row(finding)));
        List<String> lines = new ArrayList<>(Columns.aligned(rows, LEFT));
        lines.add("");
        lines.add(
                "Points per market. The interval is the half-width of the 99.9 % interval around the observed mean, as a");
        lines.add(
                "share of the prediction; a treatment agrees when the prediction lies inside it and it is at most 2 % wide.");
        findings.stream()
                .filter(finding -> !finding.note().isEmpty())
                .forEach(finding -> lines.add(finding.observed().treatment().id() + ": " + finding.note()));
        findings.stream()
                .filter(finding -> finding.observed().voided() > 0)
                .forEach(finding -> lines.add(finding.observed().treatment().id() + ": "
                        + finding.observed().voided() + " markets were void"));
        return lines;
    }

    private static List<String> row(Finding finding) {
        TreatmentStatistics observed = finding.observed();
        Measure measure = observed.measure();
        SampleMoments sample = observed.sample(measure);
        return List.of(
                observed.treatment().id(),
                String.valueOf(observed.rounds()),
                String.valueOf(observed.markets()),
                measure.title(),
                number("%.3f", sample.mean()),
                number("%.3f", sample.standardError()),
                finding.comparison().map(c -> number("%.3f", c.predicted())).orElse("-"),
                finding.comparison()
                        .map(c -> number("± %.2f %%", 100 * c.relativeHalfWidth()))
                        .orElse("-"),
                number("%.4f", observed.efficiency()),
                finding.predictedEfficiency().isPresent()
                        ? number("%.4f", finding.predictedEfficiency().getAsDouble())
                        : "-",
                finding.verdict());
    }

    private static String number(String format, double number) {
        return Double.isFinite(number) ? String.format(Locale.ROOT, format, number) : "-";
    }
}
