package dev.envelope.lab.plot.interim;

import dev.envelope.theory.certificate.AverageEarnings;
import dev.envelope.theory.deviation.BestResponse;
import dev.envelope.theory.efficient.market.AgvAuction;
import dev.envelope.theory.efficient.market.BalancedAuction;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.DirectMechanism;
import dev.envelope.theory.mechanism.AllPayAuction;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.OptimalAuction;
import dev.envelope.theory.mechanism.SecondPriceAuction;
import dev.envelope.theory.mechanism.TieOrder;
import dev.envelope.theory.mechanism.VcgAuction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** What an agent of some type expects from a message against the others' strategies. */
@FunctionalInterface
public interface MessagePayoff {

    /** How many profiles of the others are drawn where nothing can be integrated. */
    int DRAWS = 4_000;

    /** Among how many agents payoffs are integrated at most, rather than sampled. */
    int MOST_RIVALS = 5;

    /** E[payoff] of type {@code type} that sends {@code message}. */
    double of(double type, double message);

    /** By quadrature where that is right and quick, otherwise from draws. */
    static MessagePayoff of(BayesianGame game, List<? extends BidFunction> strategies, int agent) {
        if (isIntegrable(game)) {
            return integrated(game, strategies, agent);
        }
        return AverageEarnings.of(game, strategies, agent)
                .<MessagePayoff>map(
                        earnings -> (type, message) -> type * earnings.allocation(message) - earnings.payment(message))
                .orElseGet(() -> sampled(game, strategies, agent));
    }

    /** Whether only the strongest of few rivals matters, or there is one. */
    static boolean isIntegrable(BayesianGame game) {
        int n = game.types().size();
        Mechanism rules = game.mechanism() instanceof DirectMechanism direct ? direct.indirect() : game.mechanism();
        return n <= 2
                || (n <= MOST_RIVALS
                        && (rules instanceof FirstPriceAuction
                                || rules instanceof SecondPriceAuction
                                || rules instanceof AllPayAuction
                                || rules instanceof VcgAuction
                                || rules instanceof OptimalAuction
                                || rules instanceof BalancedAuction
                                || rules instanceof AgvAuction));
    }

    /** By quadrature; see {@link BestResponse} for which games. */
    static MessagePayoff integrated(BayesianGame game, List<? extends BidFunction> strategies, int agent) {
        return BestResponse.of(game, List.copyOf(strategies), agent)::payoff;
    }

    /** As an average over {@value #DRAWS} profiles of the others, the same ones for every type and message. */
    static MessagePayoff sampled(BayesianGame game, List<? extends BidFunction> strategies, int agent) {
        int n = strategies.size();
        SplittableRandom random = new SplittableRandom(1);
        List<double[]> profiles = new ArrayList<>();
        for (int draw = 0; draw < DRAWS; draw++) {
            double[] profile = new double[n];
            Arrays.setAll(
                    profile, i -> strategies.get(i).message(game.types().get(i).quantile(random.nextDouble())));
            profiles.add(profile);
        }
        int[] backwards = new int[n];
        Arrays.setAll(backwards, i -> n - 1 - i);
        return (type, message) -> {
            double total = 0;
            for (int draw = 0; draw < DRAWS; draw++) {
                double[] profile = profiles.get(draw).clone();
                profile[agent] = message;
                TieOrder ties = draw % 2 == 0 ? TieOrder.byIndex(n) : TieOrder.of(backwards);
                MarketOutcome outcome = game.mechanism().outcome(profile, ties);
                total += outcome.units(agent) * type - outcome.payment(agent);
            }
            return total / DRAWS;
        };
    }
}
