package dev.envelope.lab.reference.trade;

import dev.envelope.lab.reference.file.ReferenceCase;
import dev.envelope.lab.reference.file.Value;
import dev.envelope.lab.reference.words.Quantities;
import dev.envelope.theory.distribution.discrete.DiscreteDistribution;
import dev.envelope.theory.finite.SecondBestTrade;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleSupplier;

/**
 * A buyer and a seller of finitely many types, each pair of which is summed over. A posted price x is traded at where v ≥ x ≥ c;
 * how often trade is efficient is refused where v = c may happen, for then both ways are.
 *
 * @param buyer the distribution of v
 * @param seller the distribution of c
 */
public record FiniteTrade(DiscreteDistribution buyer, DiscreteDistribution seller) {

    private static final Quantities<FiniteTrade> EFFICIENT = new Quantities<FiniteTrade>()
            .number(
                    (t, c) -> t.firstBest(),
                    "first_best_expected_gains",
                    "first_best_expected_gains_from_trade",
                    "first_best_gains",
                    "first_best")
            .number((t, c) -> t.efficientTrades(), "first_best_trade_probability", "efficient_trade_probability")
            .number(
                    (t, c) -> t.deficit(),
                    "expected_deficit",
                    "expected_budget_deficit",
                    "vcg_deficit",
                    "expected_vcg_deficit",
                    "vcg_expected_deficit")
            .number((t, c) -> -t.deficit(), "expected_budget_surplus", "budget_surplus")
            .number(
                    (t, c) -> t.secondBest(),
                    "second_best_expected_gains",
                    "second_best_expected_gains_from_trade",
                    "second_best_gains",
                    "second_best",
                    "second_best_bound");

    private static final Quantities<FiniteTrade> SECOND_BEST = new Quantities<FiniteTrade>()
            .number((t, c) -> t.secondBest(), "expected_gains_from_trade", "expected_gains", "gains_from_trade")
            .number(
                    (t, c) -> t.secondBest() / t.firstBest(),
                    "gains_over_first_best",
                    "efficiency",
                    "share_of_first_best_gains");

    private static final Quantities<FiniteTrade> UNDER_EFFICIENCY = new Quantities<FiniteTrade>()
            .number((t, c) -> t.firstBest(), "expected_gains_from_trade", "expected_gains", "gains_from_trade")
            .number((t, c) -> t.efficientTrades(), "trade_probability", "probability_of_trade");

    private static final Quantities<FiniteTrade> BROKER = new Quantities<FiniteTrade>()
            .number(
                    (t, c) -> t.brokerProfit(),
                    "expected_broker_profit",
                    "broker_profit",
                    "expected_intermediary_profit");

    private static final Quantities<AtPrice> POSTED = new Quantities<AtPrice>()
            .number(
                    (t, c) -> t.mean((v, s) -> v - s),
                    "expected_gains_from_trade",
                    "expected_gains",
                    "gains_from_trade",
                    "expected_total_surplus")
            .number((t, c) -> t.mean((v, s) -> 1), "trade_probability", "probability_of_trade")
            .number(
                    (t, c) -> t.mean((v, s) -> v - s) / t.trade().firstBest(),
                    "gains_over_first_best",
                    "efficiency",
                    "share_of_first_best_gains")
            .number(
                    (t, c) -> t.mean((v, s) -> v - t.price()),
                    "expected_buyer_profit",
                    "expected_buyer_payoff",
                    "expected_buyer_surplus")
            .number(
                    (t, c) -> t.mean((v, s) -> t.price() - s),
                    "expected_seller_profit",
                    "expected_seller_payoff",
                    "expected_seller_surplus");

    /** The two, where {@code reference} describes both by finitely many types. */
    public static Optional<FiniteTrade> of(ReferenceCase reference) {
        Optional<DiscreteDistribution> buyer = reference.setting().discrete("buyer");
        Optional<DiscreteDistribution> seller = reference.setting().discrete("seller");
        return buyer.isPresent() && seller.isPresent()
                ? Optional.of(new FiniteTrade(buyer.get(), seller.get()))
                : Optional.empty();
    }

    /** Whether {@code asked} is about what {@link #underVcg} knows. */
    public boolean knows(ReferenceCase asked) {
        return EFFICIENT.know(Quantities.understood(asked, EFFICIENT));
    }

    /** The quantity of {@code asked} under Vickrey, Clarke and Groves with the extreme types as their basis. */
    public Value underVcg(ReferenceCase asked) {
        return EFFICIENT.of(this, asked);
    }

    /** The quantity of {@code asked} under rules that do not depend on densities. */
    Value of(BilateralSetting.Kind kind, ReferenceCase asked, DoubleSupplier price) {
        if (knows(asked)) {
            return EFFICIENT.of(this, asked);
        }
        return switch (kind) {
            case EFFICIENT -> UNDER_EFFICIENCY.of(this, asked);
            case BROKER -> BROKER.of(this, asked);
            case POSTED_PRICE -> POSTED.of(new AtPrice(this, price.getAsDouble()), asked);
            case SECOND_BEST -> SECOND_BEST.of(this, asked);
            case DOUBLE_AUCTION, UNSTATED ->
                throw new IllegalArgumentException("buyer, seller: " + buyer + ", " + seller
                        + " (expected: densities; of finitely many types only efficient trade, the second best, a broker and"
                        + " posted prices are known)");
        };
    }

    /** E[(v − c)⁺]. */
    double firstBest() {
        return mean((v, c) -> Math.max(0, v - c));
    }

    /** The most that can be gained where everybody has to want to take part and to say its type, and nobody pays in. */
    double secondBest() {
        return new SecondBestTrade(buyer, seller).gains();
    }

    /** E[min(v, c_hi) − max(c, v_lo); v &gt; c], what Vickrey, Clarke and Groves cost. */
    double deficit() {
        return mean((v, c) -> v > c ? Math.min(v, seller.upper()) - Math.max(c, buyer.lower()) : 0);
    }

    private double efficientTrades() {
        if (mean((v, c) -> v == c ? 1 : 0) > 0) {
            throw new IllegalArgumentException(
                    "buyer, seller: a value may equal a cost (expected: never, for how often trade is efficient)");
        }
        return mean((v, c) -> v > c ? 1 : 0);
    }

    /** E[(ψ̄(v) − γ̄(c))⁺], the seller's virtual costs being those of a buyer of value −c, mirrored. */
    private double brokerProfit() {
        List<Double> points = new ArrayList<>();
        seller.points().forEach(c -> points.add(0, -c));
        List<Double> masses = new ArrayList<>(seller.probabilities());
        Collections.reverse(masses);
        List<Double> gain = buyer.virtualValues().ironed();
        List<Double> mirrored =
                new DiscreteDistribution(points, masses).virtualValues().ironed();
        double profit = 0;
        for (int v = 0; v < gain.size(); v++) {
            for (int c = 0; c < mirrored.size(); c++) {
                profit += buyer.probabilities().get(v) * masses.get(c) * Math.max(0, gain.get(v) + mirrored.get(c));
            }
        }
        return profit;
    }

    private double mean(DoubleBinaryOperator f) {
        double mean = 0;
        for (int v = 0; v < buyer.size(); v++) {
            for (int c = 0; c < seller.size(); c++) {
                double chance =
                        buyer.probabilities().get(v) * seller.probabilities().get(c);
                mean += chance
                        * f.applyAsDouble(buyer.points().get(v), seller.points().get(c));
            }
        }
        return mean;
    }

    /**
     * They trade at a price that is posted.
     *
     * @param trade the two
     * @param price x
     */
    private record AtPrice(FiniteTrade trade, double price) {

        /** E[f(v, c); v ≥ x ≥ c]. */
        double mean(DoubleBinaryOperator f) {
            return trade.mean((v, c) -> v >= price && price >= c ? f.applyAsDouble(v, c) : 0);
        }
    }
}
