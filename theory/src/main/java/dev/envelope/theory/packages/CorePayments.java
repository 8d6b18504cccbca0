package dev.envelope.theory.packages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The core of an award, as far as its payments of minimum revenue need it: constraints are added where a group of bidders
 * blocks, until none does (Day &amp; Raghavan 2007).
 *
 * <p>A group blocks at payments p when the best award of the losers' offers and the winners' offers less b_i − p_i is worth
 * more than Σp. Every round adds a group that was not there, so it ends. Checked by {@code PackageAuctionTest} against the
 * constraints of all groups.
 */
final class CorePayments {

    /** By how much of the award's total a group may block before that is taken for rounding. */
    private static final double ROUNDING = 1e-11;

    private final XorBids bids;
    private final Award award;
    private final List<Double> vickrey;
    private final int[] winners;
    private final List<CoreConstraint> constraints = new ArrayList<>();
    private double revenue;

    CorePayments(XorBids bids, Award award, List<Double> vickrey) {
        this.bids = bids;
        this.award = award;
        this.vickrey = List.copyOf(vickrey);
        this.winners = java.util.stream.IntStream.range(0, bids.size())
                .filter(award::isWinner)
                .toArray();
        double[] least = of(vickrey);
        while (block(least)) {
            least = program().cheapest();
        }
        revenue = sum(least);
    }

    List<Double> vickrey() {
        return vickrey;
    }

    /** The least that winners can pay together in the core. */
    double minimumRevenue() {
        return revenue;
    }

    /** The payments of minimum revenue nearest to {@code reference}, one number per bidder. */
    List<Double> nearest(List<Double> reference) {
        if (constraints.isEmpty()) {
            return vickrey;
        }
        double[] point = program().nearest(of(reference), revenue);
        while (block(point)) {
            revenue = sum(program().cheapest());
            point = program().nearest(of(reference), revenue);
        }
        Double[] payments = new Double[bids.size()];
        Arrays.fill(payments, 0.0);
        for (int k = 0; k < winners.length; k++) {
            payments[winners[k]] = point[k];
        }
        return List.of(payments);
    }

    private CoreProgram program() {
        double[] offers = new double[winners.length];
        Arrays.setAll(offers, k -> award.amount(winners[k]));
        return new CoreProgram(of(vickrey), offers, constraints);
    }

    /** Adds the constraint of the group that blocks most; false where none does. */
    private boolean block(double[] payments) {
        XorBids reduced = bids;
        for (int k = 0; k < winners.length; k++) {
            double gain = award.amount(winners[k]) - payments[k];
            reduced = reduced.with(
                    winners[k],
                    bids.bidders().get(winners[k]).stream()
                            .map(bid -> new PackageBid(bid.bundle(), Math.max(0, bid.amount() - gain)))
                            .toList());
        }
        Award blocking = WinnerDetermination.any(reduced);
        if (blocking.welfare() <= sum(payments) + ROUNDING * award.welfare()) {
            return false;
        }
        CoreConstraint constraint = constraint(blocking);
        if (constraints.contains(constraint)) {
            return false;
        }
        constraints.add(constraint);
        return true;
    }

    /** What those outside {@code blocking} pay at least: its worth beyond what its members offered for what they won. */
    private CoreConstraint constraint(Award blocking) {
        long payers = 0;
        double least = 0;
        for (int i = 0; i < bids.size(); i++) {
            least += blocking.isWinner(i)
                    ? original(i, blocking.accepted().get(i).orElseThrow().bundle())
                    : 0;
        }
        for (int k = 0; k < winners.length; k++) {
            boolean isOutside = !blocking.isWinner(winners[k]);
            payers |= isOutside ? 1L << k : 0;
            least -= isOutside ? 0 : award.amount(winners[k]);
        }
        return new CoreConstraint(payers, least);
    }

    /** The most that bidder {@code bidder} offers for {@code bundle}. */
    private double original(int bidder, Bundle bundle) {
        return bids.bidders().get(bidder).stream()
                .filter(bid -> bid.bundle().equals(bundle))
                .mapToDouble(PackageBid::amount)
                .max()
                .orElseThrow();
    }

    private double[] of(List<Double> perBidder) {
        return Arrays.stream(winners).mapToDouble(perBidder::get).toArray();
    }

    private static double sum(double[] numbers) {
        return Arrays.stream(numbers).sum();
    }
}
