package dev.envelope.theory.audit.played;

import dev.envelope.theory.commonvalue.CommonPricing;
import dev.envelope.theory.commonvalue.MineralRights;
import dev.envelope.theory.commonvalue.WalletGame;
import dev.envelope.theory.equilibrium.PiecewiseCubicBid;
import dev.envelope.theory.numeric.Kinks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;

/**
 * Bids on signals of what an object is worth to everybody, at the first or the second price. The truth is the estimate of
 * whoever forgets what winning says.
 */
public final class CommonValueBidding implements PlayedGame {

    private static final double ACCURACY = 1e-9;
    private static final int STEPS = 5;

    private final SignalDraws signals;
    private final int bidders;
    private final CommonPricing pricing;
    private final DoubleUnaryOperator equilibrium;
    private final DoubleUnaryOperator estimate;
    private final boolean isTruthful;

    private CommonValueBidding(
            SignalDraws signals,
            int bidders,
            CommonPricing pricing,
            DoubleUnaryOperator equilibrium,
            DoubleUnaryOperator estimate,
            boolean isTruthful) {
        this.signals = signals;
        this.bidders = bidders;
        this.pricing = pricing;
        this.equilibrium = equilibrium;
        this.estimate = estimate;
        this.isTruthful = isTruthful;
    }

    /** The equilibrium bids on signals of a value. */
    public static CommonValueBidding of(MineralRights rights, CommonPricing pricing) {
        SignalDraws signals = new SignalDraws.OfValue(rights.signals(), rights.bidders());
        return new CommonValueBidding(
                signals,
                rights.bidders(),
                pricing,
                tabulated(signals, x -> rights.bid(pricing, x)),
                tabulated(signals, rights.curse()::estimate),
                false);
    }

    /** The equilibrium bids of bidders who each know what is in their own wallet. */
    public static CommonValueBidding of(WalletGame wallets, CommonPricing pricing) {
        SignalDraws signals = new SignalDraws.OfWallets(wallets.wallet(), wallets.bidders());
        return new CommonValueBidding(
                signals,
                wallets.bidders(),
                pricing,
                tabulated(signals, x -> wallets.bid(pricing, x)),
                wallets::estimate,
                false);
    }

    private static DoubleUnaryOperator tabulated(SignalDraws signals, DoubleUnaryOperator bid) {
        double accuracy = ACCURACY * (signals.highest() - signals.lowest());
        return PiecewiseCubicBid.through(
                bid, accuracy, Kinks.between(signals.lowest(), signals.highest(), signals.kinks()))::message;
    }

    @Override
    public int agents() {
        return bidders;
    }

    @Override
    public Draw draw(DoubleSupplier uniforms) {
        return signals.draw(uniforms);
    }

    @Override
    public Draw given(int agent, List<Double> type, DoubleSupplier uniforms) {
        return signals.given(agent, type.get(0), uniforms);
    }

    @Override
    public List<Double> message(int agent, List<Double> type) {
        return List.of(bid(isTruthful ? estimate : equilibrium, type.get(0)));
    }

    /** What is bid with other signals, up to all that the value leaves open, and the estimate. */
    @Override
    public List<List<Double>> tried(int agent, List<Double> type) {
        double signal = type.get(0);
        List<List<Double>> tried = new ArrayList<>();
        for (int step = -STEPS; step <= STEPS; step++) {
            double other = signal + step * signals.spread(signal) / STEPS;
            tried.add(List.of(bid(equilibrium, other)));
            tried.add(List.of(bid(estimate, other)));
        }
        return tried;
    }

    private double bid(DoubleUnaryOperator function, double signal) {
        return function.applyAsDouble(Math.max(signals.lowest(), Math.min(signals.highest(), signal)));
    }

    @Override
    public int firstLike(int agent) {
        return 0;
    }

    @Override
    public Settlement settle(Draw draw, List<List<Double>> messages) {
        List<Double> bids = messages.stream().map(message -> message.get(0)).toList();
        int winner = bids.indexOf(Collections.max(bids));
        double price = pricing == CommonPricing.FIRST_PRICE
                ? bids.get(winner)
                : bids.stream()
                        .sorted(Comparator.reverseOrder())
                        .skip(1)
                        .findFirst()
                        .orElseThrow();
        List<Double> worth = new ArrayList<>(Collections.nCopies(bidders, 0.0));
        List<Double> payments = new ArrayList<>(Collections.nCopies(bidders, 0.0));
        worth.set(winner, draw.common());
        payments.set(winner, price);
        return new Settlement(worth, payments);
    }

    @Override
    public double firstBest(Draw draw) {
        return draw.common();
    }

    @Override
    public boolean isTruthful() {
        return isTruthful;
    }

    @Override
    public PlayedGame truthful() {
        return new CommonValueBidding(signals, bidders, pricing, equilibrium, estimate, true);
    }
}
