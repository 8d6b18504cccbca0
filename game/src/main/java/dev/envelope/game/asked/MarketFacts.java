package dev.envelope.game.asked;

import dev.envelope.theory.efficient.BalancedMechanism;
import dev.envelope.theory.efficient.EfficientChoice;
import dev.envelope.theory.efficient.EfficientMechanism;
import dev.envelope.theory.efficient.OutsideOption;
import dev.envelope.theory.efficient.market.BalancedMarket;
import dev.envelope.theory.efficient.market.EfficientMarket;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.PricedOffers;
import dev.envelope.theory.partnership.EqualPartners;
import dev.envelope.theory.partnership.PartnershipAuction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Figures that games of one-number messages have beside their predictions. */
final class MarketFacts {

    private MarketFacts() {}

    static List<Fact> of(BayesianGame game) {
        Mechanism mechanism = game.mechanism();
        if (mechanism instanceof PricedOffers offers) {
            return List.of(new Fact("prices", offers.prices()));
        }
        if (mechanism instanceof PartnershipAuction auction
                && game.types().stream().allMatch(game.types().get(0)::equals)) {
            EfficientMechanism same = new EqualPartners(game.types().get(0), auction.agents()).dissolution();
            return leastGain(same.leastGain(0, auction.outsideOption(0)), "");
        }
        if (mechanism instanceof EfficientMarket market) {
            return efficient(market);
        }
        return mechanism instanceof BalancedMarket market ? leastGains(market) : List.of();
    }

    /** What the choice costs and whether that is covered, and who gains least by taking part. */
    private static List<Fact> efficient(EfficientMarket market) {
        List<Fact> facts = new ArrayList<>();
        if (market.choice().expectedCost() != 0) {
            facts.add(Fact.of("cost", market.choice().expectedCost()));
        }
        facts.add(Fact.of("budget_surplus", market.rules().expectedSurplus()));
        boolean areAlike = market.choice().isSymmetric()
                && market.choice().types().stream()
                        .allMatch(market.choice().types().get(0)::equals)
                && market.options().stream().allMatch(market.options().get(0)::equals);
        facts.addAll(leastGains(market.rules(), market.options(), areAlike));
        return facts;
    }

    private static List<Fact> leastGains(BalancedMarket market) {
        List<OutsideOption> options = IntStream.range(0, market.agents())
                .mapToObj(market::outsideOption)
                .toList();
        return leastGains(market.rules(), options, market.choice().isSymmetric());
    }

    /**
     * Of one agent where all are treated alike; a balanced mechanism leaves the surplus to the first of them, and those after the
     * second gain what the second does.
     */
    private static List<Fact> leastGains(EfficientMechanism rules, List<OutsideOption> options, boolean areAlike) {
        int different = !areAlike ? options.size() : rules instanceof BalancedMechanism ? 2 : 1;
        int listed = areAlike && different == 1 ? 1 : options.size();
        List<EfficientChoice.Reluctance> least = IntStream.range(0, different)
                .mapToObj(i -> rules.leastGain(i, options.get(i)))
                .toList();
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < listed; i++) {
            facts.addAll(leastGain(least.get(Math.min(i, different - 1)), "_of_agent_" + (i + 1)));
        }
        return facts;
    }

    private static List<Fact> leastGain(EfficientChoice.Reluctance least, String whose) {
        return List.of(new Fact("least_gain_and_type" + whose, List.of(least.margin(), least.type())));
    }
}
