package dev.envelope.theory.audit.played;

import dev.envelope.theory.audit.AgentReport;
import dev.envelope.theory.audit.Witness;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.localglobal.LocalBids;
import dev.envelope.theory.localglobal.LocalDeviation;
import dev.envelope.theory.localglobal.LocalGlobalGame;
import dev.envelope.theory.localglobal.LocalPricing;
import dev.envelope.theory.mechanism.TieOrder;
import dev.envelope.theory.packages.Award;
import dev.envelope.theory.packages.Bundle;
import dev.envelope.theory.packages.PackageAuction;
import dev.envelope.theory.packages.PackageBid;
import dev.envelope.theory.packages.PackageOutcome;
import dev.envelope.theory.packages.PackagePricing;
import dev.envelope.theory.packages.XorBids;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleSupplier;

/**
 * Bidders that want one package each, of which each knows what it is worth to it.
 *
 * @param auction the rules
 * @param items how many items there are
 * @param wants the package of each bidder
 * @param values the distribution of what it is worth
 * @param strategies the offer for it
 */
public record PackageBidding(
        PackageAuction auction,
        int items,
        List<Bundle> wants,
        List<ValueDistribution> values,
        List<BidFunction> strategies)
        implements PlayedGame {

    /** An offer of 0 is none; whoever would offer nothing offers this share of its highest value. */
    private static final double LEAST = 1e-4;

    private static final int TYPES_COMPUTED = 9;

    private static final double[] SHARES = {0, 0.5, 0.75, 0.9, 1, 1.2};

    /** Copies the lists; there are as many of each. */
    public PackageBidding {
        wants = List.copyOf(wants);
        values = List.copyOf(values);
        strategies = List.copyOf(strategies);
        if (wants.size() != values.size() || wants.size() != strategies.size()) {
            throw new IllegalArgumentException("strategies: " + strategies.size() + ", values: " + values.size()
                    + " (expected: one per bidder, " + wants.size() + ")");
        }
    }

    /** Everybody offers what its package is worth to it. */
    public static PackageBidding ofTruth(
            PackageAuction auction, int items, List<Bundle> wants, List<ValueDistribution> values) {
        return new PackageBidding(auction, items, wants, values, Collections.nCopies(wants.size(), BidFunction.TRUTH));
    }

    @Override
    public int agents() {
        return wants.size();
    }

    @Override
    public Draw draw(DoubleSupplier uniforms) {
        return new Draw(
                values.stream()
                        .map(value -> List.of(value.quantile(uniforms.getAsDouble())))
                        .toList(),
                0);
    }

    @Override
    public List<Double> message(int agent, List<Double> type) {
        return List.of(Math.max(
                LEAST * values.get(agent).upper(), strategies.get(agent).message(type.get(0))));
    }

    @Override
    public List<List<Double>> tried(int agent, List<Double> type) {
        List<List<Double>> tried = new ArrayList<>();
        for (double share : SHARES) {
            tried.add(List.of(share * type.get(0)));
        }
        return tried;
    }

    @Override
    public Settlement settle(Draw draw, List<List<Double>> messages) {
        PackageOutcome outcome = auction.outcome(bids(messages), TieOrder.byIndex(agents()));
        List<Double> worth = new ArrayList<>();
        for (int i = 0; i < agents(); i++) {
            worth.add(outcome.award().isWinner(i) ? draw.types().get(i).get(0) : 0);
        }
        return new Settlement(worth, outcome.payments());
    }

    @Override
    public double firstBest(Draw draw) {
        Award award = PackageAuction.award(bids(draw.types()), TieOrder.byIndex(agents()));
        return award.welfare();
    }

    /**
     * What a local gains by another offer than its value, beside another local and a global bidder: payments rise with one's own offer
     * under every rule of the core, so that some type gains by offering less (Goeree &amp; Lien 2016).
     */
    @Override
    public Optional<AgentReport.Estimate> computedGain() {
        if (!isTruthful() || !isLocalGlobal() || auction.pricing() == PackagePricing.PAY_AS_BID) {
            return Optional.empty();
        }
        LocalGlobalGame game = LocalGlobalGame.of(values.get(0), values.get(2).upper());
        LocalBids truth =
                LocalBids.ofTruth(game, LocalPricing.valueOf(auction.pricing().name()));
        LocalDeviation deviation = new LocalDeviation(truth);
        LocalDeviation.Gain best = deviation.best(TYPES_COMPUTED);
        double bid = Math.max(LEAST * values.get(0).upper(), best.bid());
        double gain = deviation.payoff(best.value(), bid) - deviation.payoff(best.value(), best.value());
        Witness witness = Witness.of(0, List.of(best.value()), Optional.of(List.of(bid)), List.of());
        return Optional.of(new AgentReport.Estimate(gain, 0, witness));
    }

    private boolean isLocalGlobal() {
        return agents() == 3
                && items == 2
                && values.get(0).equals(values.get(1))
                && values.get(2) instanceof UniformDistribution global
                && global.lower() == 0
                && values.get(0).lower() >= 0
                && global.upper() >= 2 * values.get(0).upper()
                && wants.get(2).equals(Bundle.of(0, 1))
                && Set.copyOf(wants.subList(0, 2)).equals(Set.of(Bundle.of(0), Bundle.of(1)));
    }

    @Override
    public int slowness() {
        return 4;
    }

    private XorBids bids(List<List<Double>> offers) {
        List<List<PackageBid>> bids = new ArrayList<>();
        for (int i = 0; i < agents(); i++) {
            bids.add(List.of(new PackageBid(wants.get(i), offers.get(i).get(0))));
        }
        return new XorBids(items, bids);
    }

    @Override
    public boolean isTruthful() {
        return strategies.stream().allMatch(BidFunction.TRUTH::equals);
    }

    @Override
    public PlayedGame truthful() {
        return ofTruth(auction, items, wants, values);
    }
}
