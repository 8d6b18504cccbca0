package dev.envelope.game.asked;

import dev.envelope.theory.efficient.EfficientChoice;
import dev.envelope.theory.efficient.EfficientMechanism;
import dev.envelope.theory.efficient.market.BalancedMarket;
import dev.envelope.theory.efficient.market.EfficientMarket;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.SequentialOffers;
import dev.envelope.theory.partnership.EqualPartners;
import dev.envelope.theory.partnership.PartnershipAuction;
import java.util.ArrayList;
import java.util.List;

/** Figures that games of one-number messages have beside their predictions. */
final class MarketFacts {

    private MarketFacts() {}

    static List<Fact> of(BayesianGame game) {
        Mechanism mechanism = game.mechanism();
        if (mechanism instanceof SequentialOffers offers) {
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
        for (int i = 0; i < market.agents(); i++) {
            boolean isLikeTheFirst = market.choice().isSymmetric()
                    && market.choice()
                            .types()
                            .get(i)
                            .equals(market.choice().types().get(0))
                    && market.options().get(i).equals(market.options().get(0));
            if (i == 0 || !isLikeTheFirst) {
                facts.addAll(leastGain(market.rules().leastGain(i, market.outsideOption(i)), "_of_agent_" + (i + 1)));
            }
        }
        return facts;
    }

    private static List<Fact> leastGains(BalancedMarket market) {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < market.agents(); i++) {
            if (i == 0 || !market.choice().isSymmetric()) {
                facts.addAll(leastGain(market.rules().leastGain(i, market.outsideOption(i)), "_of_agent_" + (i + 1)));
            }
        }
        return facts;
    }

    private static List<Fact> leastGain(EfficientChoice.Reluctance least, String whose) {
        return List.of(new Fact("least_gain_and_type" + whose, List.of(least.margin(), least.type())));
    }
}
