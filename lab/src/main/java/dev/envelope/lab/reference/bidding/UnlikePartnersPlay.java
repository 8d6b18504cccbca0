package dev.envelope.lab.reference.bidding;

import dev.envelope.theory.deviation.BidLoss;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.distribution.composite.MirroredDistribution;
import dev.envelope.theory.efficient.OutsideOption;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.PiecewiseCubicBid;
import dev.envelope.theory.mechanism.TieOrder;
import dev.envelope.theory.partnership.PartnershipAuction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Partners of equal shares whose values differ in distribution. Where the loser's bid is paid, with −x and −b for values and bids who loses
 * is who wins where the winner's bid is paid, and each earns x more.
 */
final class UnlikePartnersPlay implements PlayedChoice {

    private final PartnershipAuction auction;
    private final Equilibrium equilibrium;
    private final List<BidLoss> plays = new ArrayList<>();

    UnlikePartnersPlay(PartnershipAuction auction) {
        this.auction = auction;
        this.equilibrium = Solved.of(new BayesianGame(auction, auction.types()));
        boolean isSeen = auction.isWinnersBidPaid();
        List<ValueDistribution> types = isSeen
                ? auction.types()
                : auction.types().stream()
                        .<ValueDistribution>map(MirroredDistribution::new)
                        .toList();
        List<BidFunction> bids = isSeen
                ? equilibrium.strategies()
                : equilibrium.strategies().stream()
                        .<BidFunction>map(bid -> ((PiecewiseCubicBid) bid).mirrored())
                        .toList();
        BayesianGame game = new BayesianGame(new PartnershipAuction(types, true), types);
        IntStream.range(0, types.size()).forEach(i -> plays.add(BidLoss.of(game, bids, i)));
    }

    @Override
    public List<ValueDistribution> types() {
        return auction.types();
    }

    @Override
    public double bid(int agent, double value) {
        return equilibrium.message(agent, value);
    }

    @Override
    public double winProbability(int agent, double value) {
        BidLoss play = plays.get(agent);
        return auction.isWinnersBidPaid() ? play.winProbability(value) : 1 - play.winProbability(-value);
    }

    @Override
    public double payment(int agent, double value) {
        return value * winProbability(agent, value) - utility(agent, value);
    }

    @Override
    public double utility(int agent, double value) {
        BidLoss play = plays.get(agent);
        double others = play.expectedHighestRival();
        return others + (auction.isWinnersBidPaid() ? play.prescribed(value) : value + play.prescribed(-value));
    }

    @Override
    public double slope(int agent, double value) {
        return winProbability(agent, value);
    }

    @Override
    public OutsideOption outside(int agent) {
        return auction.outsideOption(agent);
    }

    @Override
    public double surplus(int agent) {
        return equilibrium.predictions().surplus().get(agent);
    }

    @Override
    public double payment(int agent) {
        return equilibrium.predictions().payments().get(agent);
    }

    /** E[the bid of who wins], or of who loses. */
    @Override
    public double price() {
        return IntStream.range(0, types().size())
                .mapToDouble(i -> mean(i, value -> {
                    double wins = winProbability(i, value);
                    return bid(i, value) * (auction.isWinnersBidPaid() ? wins : 1 - wins);
                }))
                .sum();
    }

    @Override
    public int sharesPaid() {
        return types().size() - 1;
    }

    @Override
    public double[] payments(double[] bids, TieOrder ties) {
        return auction.outcome(bids, ties).payments();
    }
}
