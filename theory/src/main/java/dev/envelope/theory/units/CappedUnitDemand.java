package dev.envelope.theory.units;

import dev.envelope.theory.capped.CappedMechanism;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Certificate;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.equilibrium.Solution;
import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.numeric.PlainNumber;
import dev.envelope.theory.numeric.Quadrature;
import java.util.Collections;
import java.util.Optional;

/**
 * L units among bidders that want one each and pay the highest rejected bid, or by Vickrey's rule, which is the same, where no bid above
 * {@code highest} is admitted; a higher message counts as that bid.
 *
 * <p>To bid the lower of value and highest bid is weakly dominant: a winner pays the L-th highest rival bid p whatever it bids, and a bid of
 * more wins more often where it reaches p. Whoever values a unit above the highest bid gains by winning at every p. With q = 1 − F(c) it
 * then wins with probability s = E[min(L, M)]/(n·q), M how many of n values are above c: equal bids are as likely to win. Checked by {@code
 * CappedUnitDemandTest} by playing all profiles of a grid.
 *
 * @param auction the rules, where winners do not pay their own bids
 * @param highest the highest bid, c, above the reserve
 */
public record CappedUnitDemand(UnitDemandAuction auction, double highest) implements CappedMechanism {

    private static final String SOURCE =
            "Vickrey (1961): whoever values a unit above the highest bid admitted gains where it wins";

    /** Checks the rules and the number. */
    public CappedUnitDemand {
        UnitPricing pricing = auction.auction().pricing();
        if (pricing != UnitPricing.VICKREY && pricing != UnitPricing.HIGHEST_REJECTED) {
            throw new IllegalArgumentException(
                    "auction: " + auction + " (expected: one whose winners pay the highest rejected bid)");
        }
        if (!Double.isFinite(highest) || !(highest > auction.auction().reserve())) {
            throw new IllegalArgumentException(
                    "highest: " + highest + " (expected: a number above the reserve of " + auction + ")");
        }
    }

    /** The answer where {@code game} is such an auction. */
    public static Optional<Solution> solution(BayesianGame game) {
        return game.mechanism() instanceof CappedUnitDemand capped
                ? Optional.of(capped.solved(game))
                : Optional.empty();
    }

    private Solution solved(BayesianGame game) {
        ValueDistribution type = game.types().get(0);
        if (!game.types().stream().allMatch(type::equals) || !game.isRiskNeutral()) {
            return new NoEquilibrium(
                    "the value, or the highest bid admitted, is weakly dominant, but what it comes to is"
                            + " known for risk-neutral bidders whose values have one distribution; the types are "
                            + game.types() + ", the utility is " + game.utility());
        }
        UnitDemand free = new UnitDemand(
                type, agents(), auction.objects(), auction.auction().reserve());
        if (!(highest > free.cutOff())) {
            return new NoEquilibrium(
                    "the highest bid admitted is " + highest + ", and everybody who takes part bids it: what"
                            + " that comes to is known where some bid less (expected: a highest bid above "
                            + free.cutOff() + ")");
        }
        double least = free.cutOff();
        BidFunction bid = value -> value >= least ? Math.min(value, highest) : ABSTAIN;
        return new Equilibrium(
                "the value, or the highest bid admitted (weakly dominant)",
                Collections.nCopies(agents(), bid),
                Certificate.closedForm(SOURCE),
                predictions(free));
    }

    /** Up to c as without a highest bid; above it the chance to win no longer rises. */
    private Predictions predictions(UnitDemand free) {
        ValueDistribution type = free.type();
        double cap = Math.min(highest, type.upper());
        double tied = 1 - type.cdf(cap);
        double share = tied > 0 ? free.sold(cap) / (agents() * tied) : 0;
        double[] below = Kinks.between(free.cutOff(), cap, type.kinks());
        double above = cap < type.upper()
                ? share * Quadrature.integrate(x -> 1 - type.cdf(x), Kinks.between(cap, type.upper(), type.kinks()))
                : 0;
        double gains =
                free.cutOff() * free.sold(free.cutOff()) + Quadrature.integrate(free::sold, below) + agents() * above;
        double surplus = free.atCutOff() * (1 - type.cdf(free.cutOff()))
                + Quadrature.integrate(x -> free.winProbability(x) * (1 - type.cdf(x)), below)
                + above;
        return new Predictions(
                        gains - agents() * surplus,
                        gains,
                        new UnitDemand(type, agents(), auction.objects(), 0).gains(),
                        free.saleProbability(),
                        Collections.nCopies(agents(), surplus))
                .withEqualPayments();
    }

    /** In words. */
    @Override
    public String toString() {
        return auction + ", with bids up to " + PlainNumber.of(highest);
    }
}
