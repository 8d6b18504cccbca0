package dev.envelope.lab.reference.sale;

import dev.envelope.lab.reference.auction.AuctionSetting;
import dev.envelope.lab.reference.auction.Format;
import dev.envelope.lab.reference.auction.PlayedAuction;
import dev.envelope.lab.reference.file.ReferenceCase;
import dev.envelope.lab.reference.file.Value;
import dev.envelope.lab.reference.words.Quantities;
import dev.envelope.theory.distribution.Expectation;
import dev.envelope.theory.distribution.ValueDistribution;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * How much revenue varies, among alike bidders: E[R²] − E[R]², R being a function of the highest, the second-highest or the
 * third-highest of n values, or the sum of what all pay. Nothing is taken in where nothing is sold. Unlike expectations,
 * these differ between formats that are revenue equivalent.
 *
 * @param setting one format
 * @param auction its equilibrium
 */
record RevenueVariance(AuctionSetting setting, PlayedAuction auction) {

    static final Quantities<RevenueVariance> QUANTITIES = new Quantities<RevenueVariance>()
            .number((v, c) -> v.variance(), "revenue_variance", "variance_of_revenue", "variance_of_seller_revenue")
            .number(
                    (v, c) -> Math.sqrt(v.variance()),
                    "revenue_standard_deviation",
                    "standard_deviation_of_revenue",
                    "revenue_sd",
                    "sd_of_revenue",
                    "revenue_std")
            .number((v, c) -> v.ofPrice(), "price_variance", "variance_of_price")
            .number(
                    (v, c) -> Math.sqrt(v.ofPrice()),
                    "price_standard_deviation",
                    "standard_deviation_of_price",
                    "price_sd",
                    "sd_of_price");

    private static final double ACCURACY = 1e-14;

    /** The quantity of {@code reference}, which is one of these. */
    static Value of(AuctionSetting setting, PlayedAuction auction, ReferenceCase reference) {
        if (setting.entryFee() != 0) {
            throw new IllegalArgumentException(
                    "quantity: " + reference.quantity() + " (expected: no entry fee, for a variance)");
        }
        return QUANTITIES.of(new RevenueVariance(setting, auction), reference);
    }

    /** Where something is always sold to one who pays, its price is the revenue. */
    private double ofPrice() {
        if (format() == Format.ALL_PAY || auction.saleProbability() < 1) {
            throw new IllegalArgumentException(
                    "quantity: a variance of prices (expected: an object that is always sold,"
                            + " to one bidder who pays, or the variance of revenue)");
        }
        return variance();
    }

    private double variance() {
        if (!setting.isSymmetric()) {
            return new UnlikeVariance(setting, auction).variance();
        }
        return switch (format()) {
            case FIRST_PRICE -> difference(1, this::bid, 0);
            case SECOND_PRICE -> difference(2, x -> x, reserve());
            case ALL_PAY -> bidders() * difference(0, this::bid, 0);
            case THIRD_PRICE -> thirdPrice();
            case OPTIMAL -> optimal();
        };
    }

    /** Of regular values the second-price auction with the best reserve. */
    private double optimal() {
        if (setting.reserve().isPresent() || !auction.types().get(0).isRegular()) {
            throw new IllegalArgumentException(
                    "setting.mechanism: optimal (expected: regular values and no other reserve, for a variance)");
        }
        return difference(2, x -> x, auction.cutOff(0));
    }

    private double thirdPrice() {
        if (setting.reserve().isPresent()) {
            throw new IllegalArgumentException(
                    "setting.reserve: " + reserve() + " (expected: none with a third price, for a variance)");
        }
        return difference(3, this::bid, 0);
    }

    /**
     * E[R²] − E[R]², as E[(R − m)²] for accuracy.
     *
     * @param rank which value is paid for, 1 the highest; 0 for that of a single bidder
     * @param alone what a sole bidder pays beside those of lower value
     */
    private double difference(int rank, DoubleUnaryOperator paid, double alone) {
        double mean = moment(rank, paid, alone, 0, 1);
        return moment(rank, paid, alone, mean, 2);
    }

    /** E[(R − from)^power]. */
    private double moment(int rank, DoubleUnaryOperator paid, double alone, double from, int power) {
        double cutOff = auction.cutOff(0);
        ValueDistribution type = auction.types().get(0);
        int n = rank == 0 ? 1 : bidders();
        double below = type.cdf(cutOff);
        double sold = Expectation.of(
                type,
                cutOff,
                type.upper(),
                ACCURACY * scale(),
                List.of(),
                x -> power(paid.applyAsDouble(x) - from, power) * density(Math.max(1, rank), n, type.cdf(x)));
        double unsold = power(-from, power) * StrictMath.pow(below, n);
        double single = rank == 2 ? power(alone - from, power) * n * (1 - below) * StrictMath.pow(below, n - 1.0) : 0;
        return sold + unsold + single;
    }

    /** The density of the rank of the {@code rank}-th highest of n, by the rank of one. */
    private static double density(int rank, int n, double q) {
        double ways = n;
        for (int i = 1; i < rank; i++) {
            ways *= (n - i) / (double) i;
        }
        return ways * StrictMath.pow(q, (double) n - rank) * StrictMath.pow(1 - q, rank - 1.0);
    }

    private static double power(double x, int power) {
        return power == 1 ? x : x * x;
    }

    private double bid(double x) {
        return auction.bid(0, x);
    }

    private double reserve() {
        return setting.reserve().orElse(auction.types().get(0).lower());
    }

    private double scale() {
        ValueDistribution type = auction.types().get(0);
        double most = Math.max(Math.abs(type.lower()), Math.abs(type.upper()));
        return most * most;
    }

    private int bidders() {
        return auction.types().size();
    }

    private Format format() {
        return Format.parse(setting.formats().get(0));
    }
}
