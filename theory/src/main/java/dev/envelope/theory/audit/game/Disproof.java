package dev.envelope.theory.audit.game;

import dev.envelope.theory.audit.Property;
import dev.envelope.theory.audit.Proved;
import dev.envelope.theory.audit.Ruling;
import dev.envelope.theory.audit.Verdict;
import dev.envelope.theory.certificate.GainBound;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The check of what was found at single types and profiles against integrated figures, which see what lies between them: no
 * property holds that an average or a bound disproves, and none fails by more than a proved bound allows.
 */
public final class Disproof {

    /** The error of an integrated figure and of a bound, relative to the range of types. */
    private static final double ERROR = Proved.NEGLIGIBLE;

    private final double range;
    private final double shortfall;
    private final double worst;
    private final List<Optional<GainBound>> bounds;

    /**
     * @param range the range of types, in the unit of the figures
     * @param shortfall how far gains are from the largest on average; 0 where that is not known
     * @param worst the least that an agent expects before it knows its type, beyond its outside option; 0 where that is not
     *     known
     * @param bounds the bounds on gains by agent; none where they are of other gains than those judged
     */
    Disproof(double range, double shortfall, double worst, List<Optional<GainBound>> bounds) {
        this.range = range;
        this.shortfall = shortfall;
        this.worst = worst;
        this.bounds = bounds;
    }

    /** The verdicts, undecided where the figures say otherwise; {@code isTruth}: of strategies that say one's type. */
    List<Verdict> of(List<Verdict> verdicts, boolean isTruth) {
        List<Verdict> checked =
                verdicts.stream().map(verdict -> onAverages(verdict, isTruth)).toList();
        Verdict incentives = verdictOn(Property.BAYESIAN_INCENTIVES, checked);
        Verdict rationality = verdictOn(Property.INTERIM_RATIONALITY, checked);
        return checked.stream()
                .map(verdict -> switch (verdict.property()) {
                    case DOMINANT_STRATEGIES -> ofProfiles(verdict, incentives);
                    case EX_POST_RATIONALITY -> ofProfiles(verdict, rationality);
                    default -> verdict;
                })
                .toList();
    }

    private Verdict onAverages(Verdict verdict, boolean isTruth) {
        return switch (verdict.property()) {
            case EFFICIENCY -> doubted(verdict, shortfall, "gains fall short of the largest by %s on average");
            case INTERIM_RATIONALITY, EX_POST_RATIONALITY ->
                doubted(verdict, -worst, "an agent expects to lose %s before it knows its type");
            case BAYESIAN_INCENTIVES -> ofIncentives(verdict);
            case TRUTHFUL -> isTruth ? ofIncentives(verdict) : verdict;
            default -> verdict;
        };
    }

    static Verdict verdictOn(Property property, List<Verdict> verdicts) {
        return verdicts.stream()
                .filter(verdict -> verdict.property() == property)
                .findFirst()
                .orElseThrow();
    }

    /** A property of every profile, where {@code onAverage} is the verdict on its averages. */
    private Verdict ofProfiles(Verdict verdict, Verdict onAverage) {
        return onAverage.ruling() == Ruling.FAILS
                ? doubted(verdict, onAverage.amount(), "%s is gained or lost on average")
                : verdict;
    }

    private Verdict ofIncentives(Verdict verdict) {
        if (bounds.isEmpty()) {
            return verdict;
        }
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
