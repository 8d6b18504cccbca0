package dev.envelope.theory.finite;

import dev.envelope.theory.distribution.discrete.DiscreteDistribution;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Certificate;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Mechanism;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What agents of finitely many types come to that all say theirs, or all bid by one function of it, by playing the mechanism at every
 * profile. Checked by {@code FiniteOptimalAuctionTest} and {@code FiniteOffersTest}.
 */
public final class TruthfulPlay {

    private final FiniteGame game;
    private final BidFunction play;
    private double firstBest;
    private double sold;
    private double traded;

    private TruthfulPlay(FiniteGame game, BidFunction play) {
        this.game = game;
        this.play = play;
    }

    /**
     * Truth as the equilibrium of {@code game}.
     *
     * @param threshold the least type that takes part; −∞ where all do
     * @param name what makes it one, such as {@code truthful (weakly dominant)}
     * @param source where that is proved
     * @throws IllegalArgumentException where there are more profiles than {@link FiniteGame#obstacle} allows
     */
    public static Equilibrium equilibrium(FiniteGame game, double threshold, String name, String source) {
        return equilibriumOf(game, from(threshold), name, source);
    }

    /** The truth of types that are at least {@code threshold}; the others abstain. */
    public static BidFunction from(double threshold) {
        return threshold == Double.NEGATIVE_INFINITY ? BidFunction.TRUTH : x -> x >= threshold ? x : Mechanism.ABSTAIN;
    }

    /** The same of what all send alike, which need not be the truth. */
    public static Equilibrium equilibriumOf(FiniteGame game, BidFunction play, String name, String source) {
        game.obstacle(1).ifPresent(obstacle -> {
            throw new IllegalArgumentException(obstacle);
        });
        return new Equilibrium(
                name,
                Collections.nCopies(game.types().size(), play),
                Certificate.closedForm(source),
                new TruthfulPlay(game, play).predictions());
    }

    private Predictions predictions() {
        List<Double> payments = new ArrayList<>();
        List<Double> surplus = new ArrayList<>();
        double revenue = 0;
        double gains = 0;
        for (int i = 0; i < game.types().size(); i++) {
            int first = game.firstLike(i);
            double[] average = first < i
                    ? new double[] {payments.get(first), surplus.get(first) + payments.get(first)}
                    : average(i);
            payments.add(average[0]);
            surplus.add(average[1] - average[0]);
            revenue += average[0];
            gains += average[1];
        }
        double givenUp = game.mechanism().sellerValue() * sold;
        return new Predictions(revenue, gains - givenUp, firstBest, traded, surplus, payments);
    }

    /** What {@code agent} pays and what it receives is worth, on average. */
    private double[] average(int agent) {
        DiscreteDistribution own = game.types().get(agent);
        double[] sums = new double[2];
        game.eachOthers(agent, (types, chance) -> {
            for (int k = 0; k < own.size(); k++) {
                types[agent] = own.points().get(k);
                look(agent, types, chance * own.probabilities().get(k), sums);
            }
        });
        return sums;
    }

    private void look(int agent, double[] types, double chance, double[] sums) {
        double[] messages = Arrays.stream(types).map(play::message).toArray();
        List<MarketOutcome> outcomes = game.outcomes(messages, agent);
        for (MarketOutcome outcome : outcomes) {
            double share = chance / outcomes.size();
            sums[0] += share * outcome.payment(agent);
            sums[1] += share
                    * (outcome.coefficient(agent) * types[agent]
                            + game.mechanism().externality(agent, outcome, types));
        }
        if (agent == 0) {
            firstBest += chance
                    * (game.mechanism().firstBest(types) + game.mechanism().cost(messages));
            traded += hasTrade(outcomes.get(0)) ? chance : 0;
            sold += chance * outcomes.get(0).sold();
        }
    }

    private static boolean hasTrade(MarketOutcome outcome) {
        for (int i = 0; i < outcome.agents(); i++) {
            if (outcome.units(i) > 0) {
                return true;
            }
        }
        return false;
    }
}
