package dev.envelope.lab.replay;

import dev.envelope.lab.terminal.Columns;
import dev.envelope.lab.verification.Measure;
import dev.envelope.lab.verification.SampleMoments;
import dev.envelope.lab.verification.TreatmentStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A replay as a table for a terminal. */
public final class ReplayTable {

    private static final List<String> HEAD = List.of(
            "treatment", "mechanism", "rounds", "markets", "revenue", "difference", "± s.e.", "gains", "efficiency");

    private ReplayTable() {}

    /** The table's lines: each treatment as it was recorded, and below it as it was replayed. */
    public static List<String> lines(Replay replay) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        for (ReplayedTreatment treatment : replay.treatments()) {
            rows.add(row(treatment.recorded(), treatment.recorded().treatment().id(), "", ""));
            SampleMoments gained = treatment.revenueGained();
            rows.add(row(
                    treatment.replayed(),
                    "  replayed",
                    number("%+.3f", gained.mean()),
                    number("%.3f", gained.standardError())));
        }
        List<String> lines = new ArrayList<>(Columns.aligned(rows, Set.of(0, 1)));
        lines.add("");
        lines.add(
                "Points per market. Groups and values are the same, so the standard error is that of the difference within");
        lines.add(
                "markets. Gains are the value of what changes hands, less that to who had it (for a house, its seller_value);");
        lines.add("efficiency is their share of the most that is possible.");
        return lines;
    }

    private static List<String> row(TreatmentStatistics observed, String name, String difference, String error) {
        return List.of(
                name,
                observed.treatment().mechanism().type().planName(),
                String.valueOf(observed.rounds()),
                String.valueOf(observed.markets()),
                number("%.3f", observed.sample(Measure.REVENUE).mean()),
                difference,
                error,
                number("%.3f", observed.sample(Measure.GAINS).mean()),
                number("%.4f", observed.efficiency()));
    }

    private static String number(String format, double number) {
        return Double.isFinite(number) ? String.format(Locale.ROOT, format, number) : "-";
    }
}
