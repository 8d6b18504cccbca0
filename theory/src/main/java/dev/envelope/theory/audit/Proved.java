package dev.envelope.theory.audit;

import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Certificate;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.Solution;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * What is known, before anything is played, of the gains from deviating from the strategies that are audited: a proof, or a bound over all
 * types and messages. It answers where draws leave a property open, and never against what they show. Checked by {@code
 * ProvedTest}.
 */
public final class Proved {

    /** Nothing is known. */
    public static final Proved NOTHING = new Proved(Optional::empty);

    /** A bound that is taken for rounding, relative to the range of types: what bounds are computed to. */
    public static final double NEGLIGIBLE = 1e-7;

    private final Supplier<Optional<Certificate>> certificate;

    private Proved(Supplier<Optional<Certificate>> certificate) {
        this.certificate = certificate;
    }

    /** What {@code certificate} says of the strategies that it is of, in the game that it is of. */
    public static Proved by(Certificate certificate) {
        return new Proved(() -> Optional.of(certificate));
    }

    /**
     * What is known of truth in a game of which {@code solution}, looked up when it is first needed, is the solution: nothing unless
     * everybody says its type there.
     */
    public static Proved ofTruth(Supplier<Solution> solution) {
        return new Proved(() -> solution.get() instanceof Equilibrium equilibrium
                        && equilibrium.strategies().stream().allMatch(BidFunction.TRUTH::equals)
                ? Optional.of(equilibrium.certificate())
                : Optional.empty());
    }

    /**
     * {@code verdict}, on what deviating gains, where it is open: it holds where no gain can exceed {@value #NEGLIGIBLE} of {@code
     * range}.
     */
    public Verdict settle(Verdict verdict, double range) {
        if (verdict.ruling() != Ruling.UNDECIDED) {
            return verdict;
        }
        return certificate
                .get()
                .map(known -> settle(verdict, known.gainBound(), known.source(), range))
                .orElse(verdict);
    }

    /** The same by a bound from {@code source}; none where {@code bound} is empty. */
    public static Verdict settle(Verdict verdict, OptionalDouble bound, String source, double range) {
        if (bound.isEmpty() || !Double.isFinite(bound.getAsDouble())) {
            return verdict;
        }
        String known = bound.getAsDouble() == 0
                ? "proved: " + source
                : String.format(Locale.ROOT, "no gain above %.3g: %s", bound.getAsDouble(), source);
        boolean holds = bound.getAsDouble() <= NEGLIGIBLE * range;
        return new Verdict(
                verdict.property(),
                holds ? Ruling.HOLDS : Ruling.UNDECIDED,
                verdict.amount(),
                verdict.low(),
                verdict.high(),
                holds ? Witness.NONE : verdict.witness(),
                verdict.evidence() + "; " + known);
    }
}
