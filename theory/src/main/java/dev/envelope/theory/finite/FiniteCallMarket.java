package dev.envelope.theory.finite;

import dev.envelope.theory.callmarket.CallMechanism;
import dev.envelope.theory.callmarket.Clearing;
import dev.envelope.theory.distribution.discrete.DiscreteDistribution;
import java.util.Arrays;
import java.util.List;

/**
 * A call market of truthful buyers and sellers who have finitely many values and costs each: what happens on average, by going through
 * how many there are of each type.
 *
 * <p>Sums are exact but for rounding. L is the last l with b(l) ≥ s(l), so that a pair that gains nothing trades too; this moves
 * numbers of trades, never gains. Checked by {@code FiniteCallMarketTest} against all profiles.
 *
 * @param values the distribution of each buyer's value
 * @param buyers m, at least 1
 * @param costs the distribution of each seller's cost
 * @param sellers n, at least 1
 */
public record FiniteCallMarket(DiscreteDistribution values, int buyers, DiscreteDistribution costs, int sellers) {

    private static final double MOST = 3_000_000;

    /** Checks how many cases there are. */
    public FiniteCallMarket {
        if (buyers < 1 || sellers < 1) {
            throw new IllegalArgumentException(
                    "buyers, sellers: " + buyers + ", " + sellers + " (expected: at least 1 each)");
        }
        double cases = Multiset.count(buyers, values.size()) * Multiset.count(sellers, costs.size());
        if (cases > MOST) {
            throw new IllegalArgumentException(
                    "values, costs: " + (long) cases + " cases (expected: at most " + (long) MOST + ")");
        }
    }

    /** The lowest type on either side. */
    public double lowest() {
        return Math.min(values.lower(), costs.lower());
    }

    /** The highest type on either side. */
    public double highest() {
        return Math.max(values.upper(), costs.upper());
    }

    /** What is expected under {@code rules}, which are for so many traders. */
    public Averages under(CallMechanism rules) {
        Averages averages = new Averages();
        Clearing clearing = Clearing.of(buyers, sellers);
        each((offers, chance) -> {
            clearing.sort(offers);
            rules.settle(clearing);
            averages.add(clearing, chance);
        });
        return averages;
    }

    /** E of the {@code rank}-th lowest of all offers, whether anybody trades or not. */
    public double orderStatistic(int rank) {
        double[] sum = new double[1];
        each((offers, chance) -> {
            double[] sorted = offers.clone();
            Arrays.sort(sorted);
            sum[0] += chance * sorted[rank - 1];
        });
        return sum[0];
    }

    private void each(Profile profile) {
        double[] offers = new double[buyers + sellers];
        List<Multiset> asks = Multiset.all(costs, sellers);
        for (Multiset bids : Multiset.all(values, buyers)) {
            bids.copyTo(offers, 0);
            for (Multiset ask : asks) {
                ask.copyTo(offers, buyers);
                profile.of(offers, bids.chance() * ask.chance());
            }
        }
    }

    /** What is done with a profile of offers and its chance. */
    @FunctionalInterface
    private interface Profile {
        void of(double[] offers, double chance);
    }

    /** Averages over all profiles, in the unit of the types. */
    public static final class Averages {

        private double firstBest;
        private double efficientTrades;
        private double efficient;
        private double trades;
        private double traded;
        private double reduced;
        private double gains;
        private double buyerGains;
        private double surplus;
        private double price;
        private double squaredPrice;

        private void add(Clearing clearing, double chance) {
            int most = clearing.efficientTrades();
            int some = clearing.trades();
            for (int l = 1; l <= most; l++) {
                double gain = chance * (clearing.bid(l) - clearing.ask(l));
                firstBest += gain;
                gains += l <= some ? gain : 0;
                buyerGains += l <= some ? chance * (clearing.bid(l) - clearing.buyerPrice()) : 0;
            }
            efficientTrades += chance * most;
            efficient += most > 0 ? chance : 0;
            trades += chance * some;
            traded += some > 0 ? chance : 0;
            reduced += some < most ? chance : 0;
            surplus += chance * clearing.surplus();
            price += chance * clearing.buyerPrice();
            squaredPrice += chance * clearing.buyerPrice() * clearing.buyerPrice();
        }

        /** E[Σ_{l ≤ L} (b(l) − s(l))]. */
        public double firstBest() {
            return firstBest;
        }

        /** E[L]. */
        public double efficientTrades() {
            return efficientTrades;
        }

        /** P(L ≥ 1). */
        public double efficientTradeProbability() {
            return efficient;
        }

        /** How many units trade. */
        public double trades() {
            return trades;
        }

        /** P(somebody trades). */
        public double tradeProbability() {
            return traded;
        }

        /** P(fewer than L trade). */
        public double reductionProbability() {
            return reduced;
        }

        /** What all gain, the house included. */
        public double gains() {
            return gains;
        }

        /** What all buyers gain. */
        public double buyerGains() {
            return buyerGains;
        }

        /** What the house keeps; negative where it pays in. */
        public double surplus() {
            return surplus;
        }

        /**
         * E[the buyers' price | somebody trades].
         *
         * @throws IllegalArgumentException if nobody ever trades
         */
        public double priceOfTrade() {
            if (!(traded > 0)) {
                throw new IllegalArgumentException(
                        "price: none, nobody trades (expected: trade with some probability)");
            }
            return price / traded;
        }

        /**
         * The variance of the same.
         *
         * @throws IllegalArgumentException if nobody ever trades
         */
        public double priceVarianceOfTrade() {
            double mean = priceOfTrade();
            return squaredPrice / traded - mean * mean;
        }
    }
}
