package dev.envelope.theory.units.unlike;

import dev.envelope.theory.certificate.GainBound;
import dev.envelope.theory.certificate.GainBound.Effort;
import dev.envelope.theory.certificate.GainSearch;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Certificate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What bidders gain by other bids than those of a profile, each looked at as closely as what is at stake for it asks for: how far its values, or
 * the bids that decide, are above the lowest bid that can win, whichever is less. So others' values are no measure of it.
 */
final class UnitGains {

    /** How close a bound is to the gain found in a first look, and in one that is asked for, in units of a stake. */
    private static final double NEAR = 1e-6;

    private static final double CLOSE = 1e-8;

    /** The cells not to go beyond by much. */
    private static final int FEW = 1 << 13;

    private static final int MANY = 1 << 17;

    /** The same where a bound may stay far whatever the effort. */
    private static final int FEW_IN_VAIN = 1 << 6;

    private static final int MANY_IN_VAIN = 1 << 9;

    private final GainSearch search;
    private final boolean isInVain;
    private final List<ValueDistribution> types;
    private final double floor;
    private final double highestBid;
    private final double range;

    /**
     * The gains over {@code strategies}.
     *
     * @param floor the lowest bid that can win
     * @param highestBid the highest that decides anything
     */
    UnitGains(BayesianGame game, List<BidFunction> strategies, double floor, double highestBid) {
        this.search = GainSearch.of(game, strategies);
        this.isInVain = GainBound.mayStayFar(game);
        this.types = game.types();
        this.floor = floor;
        this.highestBid = highestBid;
        this.range = range(types);
    }

    /** The highest less the lowest of all values. */
    static double range(List<ValueDistribution> types) {
        double top = types.stream().mapToDouble(ValueDistribution::upper).max().orElseThrow();
        return top - types.stream().mapToDouble(ValueDistribution::lower).min().orElseThrow();
    }

    /** What is at stake for {@code bidder}; the range of all values where it cannot win. */
    double stake(int bidder) {
        double stake = Math.min(types.get(bidder).upper(), highestBid) - floor;
        return stake > 0 ? Math.min(stake, range) : range;
    }

    /** The largest gain found. */
    double found() {
        return largest(bidder -> near(bidder).found());
    }

    /** The largest gain found in units of the stake. */
    double foundShare() {
        return largest(bidder -> near(bidder).found() / stake(bidder));
    }

    /** What no gain exceeds. */
    double bound() {
        return largest(
                bidder -> looked(bidder, CLOSE, isInVain ? MANY_IN_VAIN : MANY).bound());
    }

    /** The certificate of a profile from {@code source}. */
    Certificate certificate(String source) {
        return Certificate.numeric(source, found(), () -> OptionalDouble.of(bound()));
    }

    private GainBound near(int bidder) {
        return looked(bidder, NEAR, isInVain ? FEW_IN_VAIN : FEW);
    }

    private GainBound looked(int bidder, double close, int cells) {
        return search.ofAgent(bidder, new Effort(close * stake(bidder) / range, cells));
    }

    private double largest(IntToDoubleFunction number) {
        return IntStream.range(0, types.size())
                .filter(bidder -> types.indexOf(types.get(bidder)) == bidder)
                .mapToDouble(number)
                .max()
                .orElseThrow();
    }
}
