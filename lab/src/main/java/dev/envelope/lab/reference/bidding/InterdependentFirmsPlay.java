package dev.envelope.lab.reference.bidding;

import dev.envelope.theory.certificate.law.MessageLaw;
import dev.envelope.theory.certificate.law.Trader;
import dev.envelope.theory.distribution.Expectation;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.licence.LicenceBidding;
import dev.envelope.theory.licence.LicenceBidding.Pricing;
import java.util.List;
import java.util.stream.IntStream;

/** Two firms that differ and lose by the other's value where it wins, their own bids being paid. */
final class InterdependentFirmsPlay extends LicencePlay {

    private final Equilibrium equilibrium;
    private final List<MessageLaw> bids;

    InterdependentFirmsPlay(Equilibrium equilibrium, LicenceBidding bidding, boolean isRivalLicensed) {
        super(bidding, isRivalLicensed);
        this.equilibrium = equilibrium;
        this.bids = IntStream.range(0, 2)
                .mapToObj(
                        i -> new Trader(types().get(i), equilibrium.strategies().get(i), false).law())
                .toList();
    }

    @Override
    public double bid(int agent, double value) {
        return equilibrium.message(agent, value);
    }

    @Override
    public double winProbability(int agent, double value) {
        return bids.get(1 - agent).atMost(bid(agent, value));
    }

    @Override
    public double payment(int agent, double value) {
        double bid = bid(agent, value);
        return bidding().pricing() == Pricing.ALL_PAY ? bid : bid * winProbability(agent, value);
    }

    @Override
    public double utility(int agent, double value) {
        ValueDistribution rival = types().get(1 - agent);
        MessageLaw law = bids.get(1 - agent);
        double bid = bid(agent, value);
        double from = bid < law.highest() ? law.first(Math.nextUp(bid)) : rival.upper();
        double scale = Math.max(Math.abs(rival.lower()), Math.abs(rival.upper()));
        double lost = Expectation.of(rival, from, rival.upper(), 1e-13 * scale, List.of(), y -> y);
        return value * winProbability(agent, value)
                - payment(agent, value)
                - bidding().licence().alpha() * lost;
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
