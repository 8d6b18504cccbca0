package dev.envelope.lab.reference.bidding;

import dev.envelope.theory.deviation.BidLoss;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.licence.LicenceBidding;
import dev.envelope.theory.licence.Loss;
import java.util.ArrayList;
import java.util.List;

/** Firms whose values differ in distribution: the auction of stakes as it is solved. */
final class UnlikeFirmsPlay extends LicencePlay {

    private final Equilibrium equilibrium;
    private final List<ValueDistribution> stakes;
    private final List<BidLoss> plays = new ArrayList<>();

    UnlikeFirmsPlay(Equilibrium equilibrium, LicenceBidding bidding, boolean isRivalLicensed) {
        super(bidding, isRivalLicensed);
        this.equilibrium = equilibrium;
        this.stakes = licence().stakes();
        BayesianGame auction = new BayesianGame(bidding.auction(), stakes);
        Equilibrium ofStakes = Solved.of(auction);
        // Who would abstain bids 0.
        List<BidFunction> bids = new ArrayList<>();
        for (BidFunction bid : ofStakes.strategies()) {
            bids.add(stake -> Double.isNaN(bid.message(stake)) ? 0 : bid.message(stake));
        }
        for (int i = 0; i < stakes.size(); i++) {
            plays.add(BidLoss.of(auction, bids, i));
        }
    }

    /** What winning is worth, within the support in spite of rounding. */
    private double stake(int agent, double value) {
        ValueDistribution own = stakes.get(agent);
        return Math.max(own.lower(), Math.min(own.upper(), licence().stake(value)));
    }

    @Override
    public double bid(int agent, double value) {
        return equilibrium.message(agent, value);
    }

    @Override
    public double winProbability(int agent, double value) {
        return plays.get(agent).winProbability(stake(agent, value));
    }

    @Override
    public double payment(int agent, double value) {
        double stake = stake(agent, value);
        return stake * plays.get(agent).winProbability(stake) - plays.get(agent).prescribed(stake);
    }

    @Override
    public double utility(int agent, double value) {
        double gain = plays.get(agent).prescribed(stake(agent, value));
        boolean isByWinner = licence().loss() == Loss.WINNERS_VALUE;
        return gain / (isByWinner ? 1 + licence().alpha() : 1)
                + licence().rivalLicensed(agent).at(value);
    }

    @Override
    public double surplus(int agent) {
        return equilibrium.predictions().surplus().get(agent);
    }

    @Override
    public double payment(int agent) {
        return equilibrium.predictions().payments().get(agent);
    }
}
