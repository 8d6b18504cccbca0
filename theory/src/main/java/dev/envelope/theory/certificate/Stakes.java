package dev.envelope.theory.certificate;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.licence.Licence;
import dev.envelope.theory.licence.LicenceBidding;
import dev.envelope.theory.licence.Loss;
import dev.envelope.theory.licence.StakedBid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Firms that bid for a licence seen as bidders to whom it is worth what winning is worth to them rather than losing: each earns what it does in
 * that auction less what it loses anyway, so that deviations gain the same money. Bids and ticks are money in both.
 *
 * @param licence what is bid for, its losers losing by their own values or a constant
 * @param game the auction of stakes
 * @param strategies what is bid, by stakes
 */
record Stakes(Licence licence, BayesianGame game, List<BidFunction> strategies) {

    /** Whether {@code game} is one of firms that bid for a licence. */
    static boolean areOf(BayesianGame game) {
        return game.mechanism() instanceof LicenceBidding;
    }

    /** The auction of stakes of such a game; empty where what is lost depends on the others' values. */
    static Optional<BayesianGame> auction(BayesianGame game) {
        LicenceBidding bidding = (LicenceBidding) game.mechanism();
        boolean isPrivate = bidding.licence().loss() != Loss.WINNERS_VALUE
                || bidding.licence().alpha() == 0;
        // How a loss adds up with what is paid is another matter where agents mind risks.
        return isPrivate && game.isRiskNeutral() && bidding.types().equals(game.types())
                ? Optional.of(
                        new BayesianGame(bidding.auction(), bidding.licence().stakes()))
                : Optional.empty();
    }

    /** The same with {@code strategies}, one per firm. */
    static Stakes of(BayesianGame game, List<? extends BidFunction> strategies) {
        Licence licence = ((LicenceBidding) game.mechanism()).licence();
        List<BidFunction> seen = new ArrayList<>();
        for (int i = 0; i < strategies.size(); i++) {
            BidFunction bid = strategies.get(i);
            seen.add(
                    bid instanceof StakedBid staked && staked.licence().equals(licence)
                            ? staked.ofStake()
                            : new OfValue(bid, licence, game.types().get(i)));
        }
        return new Stakes(licence, auction(game).orElseThrow(), seen);
    }

    /** {@code bound} of a type that is a value instead of a stake. */
    GainBound inValues(GainBound bound) {
        return new GainBound(
                bound.found(),
                bound.bound(),
                bound.averageBound(),
                bound.agent(),
                value(licence, bound.type()),
                bound.message(),
                bound.cells());
    }

    private static double value(Licence licence, double stake) {
        return licence.loss() == Loss.CONSTANT ? stake - licence.alpha() : stake / (1 + licence.alpha());
    }

    /**
     * What is bid by value, by stake.
     *
     * @param bid by value
     * @param licence what makes a stake of a value
     * @param type the firm's values, which rounding does not leave
     */
    private record OfValue(BidFunction bid, Licence licence, ValueDistribution type) implements BidFunction {

        @Override
        public double message(double stake) {
            return bid.message(Math.max(type.lower(), Math.min(type.upper(), value(licence, stake))));
        }
    }
}
