package dev.envelope.lab.plot.interim;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.efficient.market.AgvAuction;
import dev.envelope.theory.envelope.HighestValueWins;
import dev.envelope.theory.envelope.HighestVirtualValueWins;
import dev.envelope.theory.envelope.InterimAllocation;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.DirectMechanism;
import dev.envelope.theory.mechanism.AllPayAuction;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.OptimalAuction;
import dev.envelope.theory.mechanism.SecondPriceAuction;
import dev.envelope.theory.mechanism.ThirdPriceAuction;
import dev.envelope.theory.mechanism.VcgAuction;
import dev.envelope.theory.symmetric.SymmetricAuction;
import java.util.List;
import java.util.Optional;

/** Auctions of which it is known who wins in equilibrium, and that the least type that takes part gains nothing. */
public final class KnownAllocation {

    private KnownAllocation() {}

    /** Who wins in {@code game}, where payoffs follow from that alone. */
    static Optional<InterimAllocation> of(BayesianGame game) {
        Mechanism mechanism = game.mechanism();
        if (mechanism instanceof OptimalAuction optimal) {
            return Optional.of(new HighestVirtualValueWins(optimal));
        }
        List<ValueDistribution> types = game.types();
        boolean areAlike = types.stream().allMatch(types.get(0)::equals);
        double least = least(game);
        boolean gainsFromThere = !(mechanism instanceof AgvAuction);
        return (areAlike || mechanism instanceof SecondPriceAuction) && gainsFromThere && !Double.isNaN(least)
                ? Optional.of(new HighestValueWins(types, least))
                : Optional.empty();
    }

    /** From which type on bidders take part, of whom the highest wins; NaN where it is not known that it does. */
    public static double least(BayesianGame game) {
        Mechanism rules = game.mechanism() instanceof DirectMechanism direct ? direct.indirect() : game.mechanism();
        double lowest = game.types().stream()
                .mapToDouble(ValueDistribution::lower)
                .min()
                .orElseThrow();
        if (rules instanceof FirstPriceAuction first) {
            return Math.max(lowest, first.reserve().orElse(lowest));
        }
        if (rules instanceof SecondPriceAuction second) {
            return Math.max(lowest, second.reserve().orElse(lowest));
        }
        if (rules instanceof AllPayAuction allPay && lowest >= 0) {
            return new SymmetricAuction(game.types().get(0), game.types().size(), 0, allPay.minimumBid()).cutOff();
        }
        if (rules instanceof ThirdPriceAuction) {
            return lowest;
        }
        boolean isEfficient = rules instanceof VcgAuction || rules instanceof AgvAuction;
        return isEfficient && lowest >= 0 ? lowest : Double.NaN;
    }
}
