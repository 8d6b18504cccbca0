package dev.envelope.theory.capped;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Certificate;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.Solution;
import dev.envelope.theory.mechanism.SecondPriceAuction;
import dev.envelope.theory.numeric.PlainNumber;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A second-price auction in which no bid above {@code highest} is admitted; a higher message counts as that bid.
 *
 * <p>To bid the lower of value and highest bid is weakly dominant: up to the highest bid as in Vickrey's auction, and to whoever values the object more,
 * every bid that wins more often wins where the price is below the value.
 *
 * @param auction the rules
 * @param highest the highest bid, at least the reserve, in the unit of the bids
 */
public record CappedSecondPrice(SecondPriceAuction auction, double highest) implements CappedMechanism {

    private static final String SOURCE =
            "Vickrey (1961): whoever values the object above the highest bid admitted gains where it wins";

    /** Checks the number. */
    public CappedSecondPrice {
        if (!Double.isFinite(highest) || highest < auction.reserve().orElse(highest)) {
            throw new IllegalArgumentException(
                    "highest: " + highest + " (expected: a number, at least the reserve of " + auction + ")");
        }
    }

    /** The answer where {@code game} is such an auction. */
    public static Optional<Solution> solution(BayesianGame game) {
        return game.mechanism() instanceof CappedSecondPrice capped
                ? Optional.of(capped.solution(game.types()))
                : Optional.empty();
    }

    private Solution solution(List<ValueDistribution> types) {
        double lowest =
                types.stream().mapToDouble(ValueDistribution::lower).min().orElseThrow();
        if (agents() == 1 && auction.reserve().isEmpty() && lowest < 0) {
            return new NoEquilibrium(
                    "a sole bidder of negative value in a second-price auction without a reserve has no"
                            + " best bid: a lower one is always better");
        }
        double least = auction.reserve().orElse(agents() == 1 ? 0 : lowest);
        BidFunction bid = value -> value >= least ? Math.min(value, highest) : ABSTAIN;
        return new Equilibrium(
                "the value, or the highest bid admitted (weakly dominant)",
                Collections.nCopies(agents(), bid),
                Certificate.closedForm(SOURCE),
                new CappedFigures(types, least, highest).predictions());
    }

    /** In words. */
    @Override
    public String toString() {
        return auction + " with bids up to " + PlainNumber.of(highest);
    }
}
