package dev.envelope.theory.audit;

import dev.envelope.theory.certificate.GainBound;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The check of what was found at single types and profiles against integrated figures, which see what lies between them: no
 * property holds that an average or a bound disproves, and none fails by more than a proved bound allows.
 */
final class Disproof {

    /** The error of an integrated figure and of a bound, relative to the range of types. */
    private static final double ERROR = 1e-7;

    private final double range;

    /**
     * @param range the range of types, in the unit of the figures
     */
    Disproof(double range) {
        this.range = range;
    }

    /** Efficiency, where on average {@code shortfall} of the largest gains is not realised. */
    Verdict ofEfficiency(Verdict verdict, double shortfall) {
        return doubted(verdict, shortfall, "gains fall short of the largest by %s on average");
    }

    /** Rationality, of which {@code worst} is the least that an agent expects before it knows its type. */
    Verdict ofRationality(Verdict verdict, double worst) {
        return doubted(verdict, -worst, "an agent expects to lose %s before it knows its type");
    }

    /** A property of every profile, where {@code onAverage} is the verdict on its averages. */
    Verdict ofProfiles(Verdict verdict, Verdict onAverage) {
        return onAverage.ruling() == Ruling.FAILS
                ? doubted(verdict, onAverage.amount(), "%s is gained or lost on average")
                : verdict;
    }

    /** Incentives, with the bounds on gains that are known. */
    Verdict ofIncentives(Verdict verdict, List<Optional<GainBound>> bounds) {
        double found = 0;
        double bound = 0;
        for (Optional<GainBound> each : bounds) {
            found = Math.max(found, each.map(GainBound::found).orElse(0.0));
            bound = Math.max(bound, each.map(GainBound::bound).orElse(Double.POSITIVE_INFINITY));
        }
        if (verdict.ruling() == Ruling.FAILS && verdict.low() > bound + ERROR * range) {
            return undecided(verdict, bound, verdict.amount(), "%s at most is proved to be gained");
        }
        return doubted(verdict, found, "a gain of %s is there");
    }

    private Verdict doubted(Verdict verdict, double amount, String words) {
        return verdict.ruling() == Ruling.HOLDS && amount > ERROR * range
                ? undecided(verdict, amount, amount, words)
                : verdict;
    }

    private static Verdict undecided(Verdict verdict, double figure, double high, String words) {
        List<String> evidence = new ArrayList<>(List.of(verdict.evidence()));
        evidence.add(String.format(Locale.ROOT, words, String.format(Locale.ROOT, "%.6g", figure)));
        return new Verdict(
                verdict.property(), Ruling.UNDECIDED, high, 0, high, verdict.witness(), String.join("; ", evidence));
    }
}
