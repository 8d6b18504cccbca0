package dev.envelope.theory.audit.game;

import dev.envelope.theory.audit.Proved;
import dev.envelope.theory.audit.Ruling;
import dev.envelope.theory.audit.Verdict;
import dev.envelope.theory.audit.Witness;
import dev.envelope.theory.certificate.GainBound;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The verdicts on what deviating gains where draws leave them open: computed chances to win may show a gain or bound all of them, and what
 * is {@link Proved} of the strategies may do so beforehand.
 *
 * @param range the range of types, in the unit of the figures
 * @param tolerance what is taken for rounding, in the same unit
 * @param bounds the bounds on gains by agent; none where they are of other gains than those judged
 * @param proved what is known of the strategies
 */
public record Deviations(double range, double tolerance, List<Optional<GainBound>> bounds, Proved proved) {

    private static final String COMPUTED = "computed for all types and messages";

    /** {@code verdict} on the strategies that the bounds are of. */
    Verdict settle(Verdict verdict) {
        return proved.settle(byBounds(verdict), range);
    }

    private Verdict byBounds(Verdict verdict) {
        if (verdict.ruling() != Ruling.UNDECIDED || bounds.isEmpty()) {
            return verdict;
        }
        for (Optional<GainBound> each : bounds) {
            if (each.isPresent() && each.get().found() > Math.max(tolerance, Proved.NEGLIGIBLE * range)) {
                return found(verdict, each.get());
            }
        }
        double worst = bounds.stream()
                .mapToDouble(each -> each.map(GainBound::bound).orElse(Double.POSITIVE_INFINITY))
                .max()
                .orElseThrow();
        return Proved.settle(verdict, OptionalDouble.of(worst), COMPUTED, range);
    }

    private static Verdict found(Verdict verdict, GainBound gain) {
        return new Verdict(
                verdict.property(),
                Ruling.FAILS,
                gain.found(),
                gain.found(),
                gain.bound(),
                Witness.deviation(gain.agent(), gain.type(), gain.message()),
                verdict.evidence() + "; " + COMPUTED);
    }
}
