package dev.envelope.theory.certificate;

import dev.envelope.theory.callmarket.KDoubleAuction;
import dev.envelope.theory.certificate.earning.Rules;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.partnership.PartnershipAuction;
import dev.envelope.theory.preference.ConstantRelativeRiskAversion;
import dev.envelope.theory.units.UnitDemandAuction;
import dev.envelope.theory.units.UnitPricing;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Which games {@link GainBound} does not cover, and what it takes. */
final class Obstacles {

    private static final String AUCTIONS =
            "a first-price, second-price, third-price or all-pay auction, units of which everybody wants"
                    + " one, a licence whose losers lose by their own value or a constant, ";

    /** The highest bid that may be counted in ticks, in units of the largest type. */
    private static final double FARTHEST = 8;

    private Obstacles() {}

    /** Why there is no bound for {@code game}; empty where there is. */
    static Optional<String> of(BayesianGame game) {
        if (Stakes.areOf(game)) {
            return Stakes.auction(game)
                    .map(Obstacles::of)
                    .orElse(Optional.of(
                            "of licences one of risk-neutral firms that lose by their own value or a constant"));
        }
        if (ClimbSearch.isFor(game)) {
            return Optional.empty();
        }
        boolean isLinear = game.isRiskNeutral()
                || (game.utility() instanceof ConstantRelativeRiskAversion && isPaidByWinnersAsBid(game.mechanism()));
        if (!isLinear) {
            return Optional.of(
                    "risk-neutral agents, or a first-price or all-pay auction, or units for which winners pay their own bids, not "
                            + game.utility());
        }
        return Rules.of(game.mechanism(), 0).isPresent()
                ? Optional.empty()
                : Optional.of(
                        AUCTIONS + "a k-double auction, or a partnership whose winner pays its own bid, or that of the"
                                + " only other partner");
    }

    /** Whether only winners pay, and their own bids. */
    static boolean isPaidByWinnersAsBid(Mechanism mechanism) {
        return mechanism instanceof FirstPriceAuction
                || (mechanism instanceof UnitDemandAuction units
                        && units.auction().pricing() == UnitPricing.DISCRIMINATORY);
    }

    /** Why there is none for {@code game} on ticks; empty where there is. */
    static Optional<String> onTicks(BayesianGame game) {
        if (game.mechanism() instanceof KDoubleAuction) {
            return Optional.of("one buyer and one seller, or bidders");
        }
        if (game.mechanism() instanceof PartnershipAuction) {
            return Optional.of(AUCTIONS + "or a k-double auction");
        }
        return of(game);
    }

    /** Why there is none for {@code strategies}, one per agent: without a reserve no bid that may be alone is the best. */
    static Optional<String> onTicks(BayesianGame game, List<? extends BidFunction> strategies) {
        Optional<String> obstacle = onTicks(game);
        if (obstacle.isPresent()) {
            return obstacle;
        }
        if (Stakes.areOf(game)) {
            Stakes stakes = Stakes.of(game, strategies);
            return onTicks(stakes.game(), stakes.strategies());
        }
        if (!isWithinReach(game, strategies)) {
            return Optional.of("bids of at most " + FARTHEST + " times the largest type");
        }
        return TickSearch.hasLeastMessage(game, strategies)
                ? Optional.empty()
                : Optional.of("a reserve, such as 0, where perhaps nobody bids: who bids alone gains by a lower bid");
    }

    private static boolean isWithinReach(BayesianGame game, List<? extends BidFunction> strategies) {
        double largest = GainBound.largestType(game);
        return IntStream.range(0, strategies.size())
                .mapToDouble(i -> strategies.get(i).message(game.types().get(i).upper()))
                .allMatch(message -> !(Math.abs(message) > FARTHEST * largest));
    }
}
