package dev.envelope.lab.reference;

import dev.envelope.lab.reference.auction.AuctionSetting;
import dev.envelope.lab.reference.auction.PlayedAuction;
import dev.envelope.lab.reference.auction.PlayedAuctions;
import dev.envelope.lab.reference.auction.Rules;
import dev.envelope.lab.reference.file.BlockCases;
import dev.envelope.lab.reference.file.ReferenceCase;
import dev.envelope.lab.reference.file.Value;
import dev.envelope.lab.reference.profile.ProfileWords;
import dev.envelope.lab.reference.sale.BidderQuantities;
import dev.envelope.lab.reference.trade.TradeProfile;
import dev.envelope.lab.reference.words.Fields;
import dev.envelope.lab.reference.words.Quantities;
import dev.envelope.theory.deviation.BidLoss;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.mechanism.AllPayAuction;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Profiles that are no equilibria: what a bidder loses by bidding as it does instead of best. */
final class VerifierCases implements BlockCases {

    private final PlayedAuctions played = new PlayedAuctions();

    private final Quantities<Profile> quantities = new Quantities<Profile>()
            .number(
                    (p, c) -> p.each(c, BidLoss::expectedGain),
                    "ex_ante_utility_loss",
                    "ex_ante_loss",
                    "expected_utility_loss",
                    "ex_ante_regret",
                    "ex_ante_gain",
                    "ex_ante_gain_from_deviation",
                    "ex_ante_deviation_gain",
                    "expected_gain_from_deviation")
            .number(
                    (p, c) -> p.each(c, BidLoss::largestGain),
                    "max_over_types_interim_utility_loss",
                    "max_interim_utility_loss",
                    "largest_interim_utility_loss",
                    "max_interim_regret",
                    "max_interim_gain",
                    "max_over_types_interim_gain",
                    "max_interim_gain_from_deviation",
                    "max_over_types_interim_gain_from_deviation",
                    "interim_epsilon")
            .number(
                    (p, c) -> p.each(c, BidLoss::worstType),
                    "worst_type",
                    "type_with_largest_utility_loss",
                    "type_with_largest_loss",
                    "type_with_largest_gain")
            .with((p, c) -> Value.of(p.isEquilibrium()), "is_equilibrium", "is_bne", "is_bayes_nash_equilibrium")
            .number(
                    (p, c) -> p.each(c, loss -> loss.gain(BidderQuantities.value(c))),
                    "interim_utility_loss",
                    "interim_loss",
                    "interim_regret",
                    "interim_gain",
                    "interim_gain_from_deviation",
                    "gain_from_deviation")
            .number(
                    (p, c) -> p.each(c, BidLoss::expectedPayoff),
                    "ex_ante_utility",
                    "ex_ante_expected_utility",
                    "expected_utility",
                    "ex_ante_payoff",
                    "expected_payoff")
            .number(
                    (p, c) -> p.each(c, loss -> loss.expectedPayoff() + loss.expectedGain()),
                    "best_response_ex_ante_utility",
                    "ex_ante_best_response_utility",
                    "best_response_expected_utility")
            .number(
                    (p, c) -> p.each(c, loss -> loss.prescribed(BidderQuantities.value(c))),
                    "interim_utility",
                    "interim_expected_utility",
                    "interim_bidder_utility")
            .number(
                    (p, c) -> p.each(
                            c,
                            loss -> loss.prescribed(BidderQuantities.value(c)) + loss.gain(BidderQuantities.value(c))),
                    "best_response_utility",
                    "best_response_interim_utility")
            .number(
                    (p, c) -> p.each(
                            c,
                            loss -> loss.best(BidderQuantities.value(c))
                                    .orElseThrow(() -> c.at().wrong("value", "a type whose best response is a bid"))),
                    "best_response",
                    "best_response_bid",
                    "best_reply",
                    "best_deviation",
                    "optimal_deviation",
                    "optimal_bid");

    @Override
    public Set<String> blocks() {
        return Set.of("verifier");
    }

    @Override
    public Value evaluate(ReferenceCase reference) {
        if (reference.setting().has("buyer") || reference.setting().has("seller")) {
            return TradeProfile.of(reference.setting()).of(reference);
        }
        Fields.only(reference.setting(), AuctionSetting.FIELDS, "profile");
        AuctionSetting setting = AuctionSetting.of(reference.setting());
        List<BidFunction> bids = ProfileWords.parse(
                reference.setting().text("profile"), setting.types(), bidder -> equilibrium(setting, bidder));
        BayesianGame game = new BayesianGame(Rules.of(setting), setting.types(), setting.utility());
        return quantities.of(new Profile(game, bids), reference);
    }

    /** What {@code bidder} bids in equilibrium; below the cut-off its value, or 0 where all pay, which is no bid. */
    private BidFunction equilibrium(AuctionSetting setting, int bidder) {
        PlayedAuction known = played.of(setting).get(0);
        double cutOff = known.cutOff(bidder);
        boolean isAllPay = Rules.of(setting) instanceof AllPayAuction;
        return x -> x >= cutOff ? known.bid(bidder, x) : isAllPay ? 0 : x;
    }

    /** A game and how it is played. */
    private record Profile(BayesianGame game, List<BidFunction> bids) {

        private static final double NEGLIGIBLE = 1e-9;

        boolean isEquilibrium() {
            return IntStream.range(0, bids.size())
                    .allMatch(i -> BidLoss.of(game, bids, i).largestGain()
                            <= NEGLIGIBLE * game.types().get(i).upper());
        }

        /** The number of the bidder meant, or of any where all are alike. */
        double each(ReferenceCase reference, ToDoubleFunction<BidLoss> number) {
            boolean isNamed =
                    reference.quantity().agent().isPresent() || reference.at().has("bidder");
            if (!isNamed && new HashSet<>(bids).size() > 1) {
                throw new IllegalArgumentException("quantity: " + reference.quantity()
                        + " (expected: _of_bidder_NUMBER, for the bidders bid differently)");
            }
            return number.applyAsDouble(BidLoss.of(game, bids, BidderQuantities.bidder(game.types(), reference)));
        }
    }
}
