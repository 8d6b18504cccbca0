package dev.envelope.theory.deviation;

import dev.envelope.theory.distribution.Expectation;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.mechanism.AllPayAuction;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.SecondPriceAuction;
import dev.envelope.theory.mechanism.ThirdPriceAuction;
import dev.envelope.theory.numeric.Interpolant;
import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.numeric.RunningIntegral;
import dev.envelope.theory.partnership.PartnershipAuction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a bidder loses by bidding as prescribed instead of best, where every rival bids by a function of its value that
 * nowhere falls: for each value, and on average over values. Equal bids are as likely to win; the best reply to a bid that is
 * made with a positive probability is just above it, and counts as that bid with all of its chance.
 *
 * <p>With H the distribution of the highest rival bid, a bid b of value x earns (x − b)·H(b) in the first-price auction,
 * x·H(b) − b in the all-pay one, (x − b)·H(b) + ∫_r^b H in the second-price one and x·H(b) − E[second-highest rival bid;
 * highest below b] in the third-price one, nothing below the reserve r; among n partners whose winner pays each of the others its
 * bid (x − n·b)·H(b) + ∫^b H, besides the highest rival bid that is expected whatever one bids. The best of a
 * grid of bids and of those at which H has a kink is improved by golden section. Checked by {@code BidLossTest} against
 * {@link BestResponse}, which plays the mechanism, and against closed forms.
 */
public final class BidLoss {

    private static final int GRID = 160;
    private static final double ACCURACY = 1e-12;

    /** The same, and that of chances to win, where these are kept as series. */
    private static final double KEPT = 1e-10;

    private final Mechanism mechanism;
    private final ValueDistribution type;
    private final BidFunction prescribed;
    private final SealedBids rivals;
    private final double least;
    private final double most;
    private final double[] bids;
    private final double[] chances;
    private final double[] payments;
    private final DoubleUnaryOperator below;
    private final @Nullable SecondHighest second;
    private final List<Double> kinks;

    private BidLoss(BayesianGame game, List<BidFunction> profile, int bidder) {
        this.mechanism = game.mechanism();
        this.type = game.types().get(bidder);
        this.prescribed = profile.get(bidder);
        List<ValueDistribution> types = new ArrayList<>(game.types());
        List<BidFunction> functions = new ArrayList<>(profile);
        types.remove(bidder);
        functions.remove(bidder);
        this.rivals = SealedBids.of(types, functions);
        if (mechanism instanceof ThirdPriceAuction && !rivals.atoms().isEmpty()) {
            throw new IllegalArgumentException("bids: " + rivals.atoms()
                    + " with a positive probability (expected: increasing bid functions, with a third price)");
        }
        this.least = Math.max(reserve(), rivals.lowest());
        this.most = Math.max(least, rivals.highest());
        this.bids = Summit.grid(least, most, GRID, rivals.ends());
        this.chances = mechanism instanceof SecondPriceAuction
                ? new double[0]
                : Arrays.stream(bids).map(rivals::upTo).toArray();
        this.kinks = kinks();
        this.second = mechanism instanceof ThirdPriceAuction ? new SecondHighest(rivals) : null;
        this.below = below();
        this.payments = new double[chances.length];
        Arrays.setAll(payments, i -> payment(bids[i], chances[i]));
    }

    /**
     * The losses of {@code bidder}, from 0.
     *
     * @param profile the bid function of each bidder
     * @throws IllegalArgumentException for another mechanism than those named, risk aversion, fewer than two bidders, rivals'
     *     bids that fall somewhere and, with a third price, that are flat somewhere
     */
    public static BidLoss of(BayesianGame game, List<BidFunction> profile, int bidder) {
        Mechanism mechanism = game.mechanism();
        boolean isKnown = mechanism instanceof FirstPriceAuction
                || mechanism instanceof SecondPriceAuction
                || mechanism instanceof ThirdPriceAuction
                || mechanism instanceof AllPayAuction
                || (mechanism instanceof PartnershipAuction partners && partners.isWinnersBidPaid());
        if (!isKnown || !game.isRiskNeutral() || game.types().size() < 2) {
            throw new IllegalArgumentException("game: " + game
                    + " (expected: a first-, second- or third-price or all-pay auction of at least two risk-neutral bidders, or"
                    + " partners whose winner pays its own bid)");
        }
        if (profile.size() != mechanism.agents() || bidder < 0 || bidder >= profile.size()) {
            throw new IllegalArgumentException("bidder: " + bidder + " of " + profile.size() + " (expected: one of "
                    + mechanism.agents() + " bidders, with a bid function each)");
        }
        return new BidLoss(game, profile, bidder);
    }

    /** The integral of H up to a bid where something comes back of what is bid; in partnerships, where each bid that is tried needs it, kept as series. */
    private DoubleUnaryOperator below() {
        if (mechanism instanceof PartnershipAuction) {
            return most > least
                    ? RunningIntegral.of(Interpolant.of(rivals::below, KEPT, Kinks.between(least, most, rivals.ends())))
                    : bid -> 0;
        }
        return new Cumulative(rivals::below, mechanism instanceof SecondPriceAuction ? bids : new double[] {least})::to;
    }

    /** What a bid of {@code bid} earns with value {@code value}. */
    public double payoff(double value, double bid) {
        double chance = rivals.winning(bid);
        return payoff(value, bid, chance, payment(bid, chance));
    }

    private double payoff(double value, double bid, double chance, double payment) {
        return bid < reserve() ? 0 : value * chance - payment;
    }

    /** What a bid is expected to pay that wins with {@code chance}. */
    private double payment(double bid, double chance) {
        if (mechanism instanceof AllPayAuction) {
            return bid;
        }
        if (second != null) {
            return second.of(bid);
        }
        if (mechanism instanceof PartnershipAuction partners) {
            return partners.agents() * bid * chance - rent(bid);
        }
        return bid * chance - (mechanism instanceof SecondPriceAuction ? rent(bid) : 0);
    }

    /** ∫ H from the least bid that can win on. */
    private double rent(double bid) {
        return below.applyAsDouble(Math.min(bid, most)) + Math.max(0, bid - most);
    }

    /** What the prescribed bid of {@code value} earns. */
    public double prescribed(double value) {
        return payoff(value, prescribed.message(value));
    }

    /** The probability that the prescribed bid of {@code value} wins. */
    public double winProbability(double value) {
        double bid = prescribed.message(value);
        return bid < reserve() ? 0 : rivals.winning(bid);
    }

    /**
     * The best bid of {@code value}, or what it comes arbitrarily near to from above; empty where no bid earns anything, but
     * 0 in an all-pay auction where that is a bid.
     */
    public OptionalDouble best(double value) {
        Summit best = bestPoint(value);
        if (best.height() > 0) {
            return OptionalDouble.of(
                    best.polished(b -> payoff(value, b), most - least).at());
        }
        boolean isNothing = mechanism instanceof AllPayAuction && reserve() <= 0 && rivals.below(0) == 0;
        return isNothing ? OptionalDouble.of(0) : OptionalDouble.empty();
    }

    /** How much more than the prescribed bid the best one earns with {@code value}; at least 0. */
    public double gain(double value) {
        double own = prescribed(value);
        return Math.max(0, Math.max(0, bestPoint(value).height()) - own);
    }

    /** E[gain]. */
    public double expectedGain() {
        return average(this::gain);
    }

    /** E[what the prescribed bid earns]. */
    public double expectedPayoff() {
        return average(this::prescribed);
    }

    /** E[the value where the prescribed bid wins]. */
    public double expectedWon() {
        return average(value -> value * rivals.winning(prescribed.message(value)));
    }

    /** E[the highest bid of the rivals] in a {@link PartnershipAuction}; of other mechanisms it says nothing. */
    public double expectedHighestRival() {
        return most - rent(most);
    }

    /** The largest gain of any value. */
    public double largestGain() {
        return worst().height();
    }

    /** The value that gains most. */
    public double worstType() {
        return worst().at();
    }

    private Summit worst() {
        return Summit.overTypes(type, kinks, this::gain);
    }

    private Summit bestPoint(double value) {
        if (mechanism instanceof SecondPriceAuction) {
            double truth = Math.max(value, least);
            return new Summit(truth, payoff(value, truth));
        }
        double[] payoffs = new double[bids.length];
        Arrays.setAll(payoffs, i -> payoff(value, bids[i], chances[i], payments[i]));
        return Summit.highest(b -> payoff(value, b), bids, payoffs);
    }

    private double reserve() {
        if (mechanism instanceof FirstPriceAuction first) {
            return first.reserve().orElse(Double.NEGATIVE_INFINITY);
        }
        if (mechanism instanceof SecondPriceAuction second) {
            return second.reserve().orElse(Double.NEGATIVE_INFINITY);
        }
        return mechanism instanceof AllPayAuction allPay ? allPay.minimumBid() : Double.NEGATIVE_INFINITY;
    }

    private double average(DoubleUnaryOperator f) {
        double scale = Math.max(Math.abs(type.lower()), Math.abs(type.upper()));
        return Expectation.of(
                type,
                type.lower(),
                type.upper(),
                (mechanism instanceof PartnershipAuction ? KEPT : ACCURACY) * scale,
                kinks,
                f);
    }

    /** Where the own bid is flat or meets an end of the rivals' bids. */
    private List<Double> kinks() {
        try {
            return PlayedBids.of(type, prescribed).typesAt(rivals.ends());
        } catch (IllegalArgumentException falling) {
            return List.of();
        }
    }
}
