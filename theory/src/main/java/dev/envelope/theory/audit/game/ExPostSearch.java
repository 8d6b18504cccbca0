package dev.envelope.theory.audit.game;

import dev.envelope.theory.audit.AuditSettings;
import dev.envelope.theory.audit.Witness;
import dev.envelope.theory.audit.interim.Candidates;
import dev.envelope.theory.audit.interim.Rotations;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.mechanism.MarketOutcome;
import java.util.Arrays;
import java.util.List;

/** The search through profiles of types for what can be wrong with one of them, whatever the probabilities. */
public final class ExPostSearch {

    private final BayesianGame game;
    private final List<BidFunction> strategies;
    private final List<Candidates> candidates;
    private final AuditSettings settings;
    private final Rotations rules;

    /** The largest gain from another message at a profile. */
    final Worst gain = new Worst();

    /** The largest shortfall from the outside option. */
    final Worst loss = new Worst();

    /** The largest −Σ payments, what the choice costs deducted. */
    final Worst deficit = new Worst();

    /** The largest |Σ payments|, what the choice costs deducted. */
    final Worst imbalance = new Worst();

    /** The largest gains that are not realised. */
    final Worst waste = new Worst();

    ExPostSearch(BayesianGame game, List<BidFunction> strategies, List<Candidates> candidates, AuditSettings settings) {
        this.game = game;
        this.strategies = strategies;
        this.candidates = candidates;
        this.settings = settings;
        this.rules = new Rotations(game.mechanism());
    }

    /** Looks at one profile of types. */
    void look(double[] types) {
        double[] messages = new double[types.length];
        Arrays.setAll(messages, i -> strategies.get(i).message(types[i]));
        List<MarketOutcome> outcomes = rules.of(messages);
        Witness here = Witness.profile(Arrays.stream(types).boxed().toList());
        double firstBest = FirstBest.at(game.mechanism(), types);
        double cost = FirstBest.cost(game.mechanism(), messages);
        for (MarketOutcome outcome : outcomes) {
            double total = Arrays.stream(outcome.payments()).sum() - cost;
            deficit.look(-total, here);
            imbalance.look(Math.abs(total), here);
            waste.look(firstBest + cost - gains(outcome, types), here);
        }
        for (int i = 0; i < types.length; i++) {
            double payoff = payoff(outcomes, i, types[i]);
            for (MarketOutcome outcome : outcomes) {
                double margin = payoff(List.of(outcome), i, types[i]) - settings.outsideOption(i, types[i]);
                loss.look(-margin, Witness.type(i, types[i]).at(here.profile()));
            }
            deviate(i, types, messages, payoff, here);
        }
    }

    private void deviate(int agent, double[] types, double[] messages, double payoff, Witness here) {
        double[] changed = messages.clone();
        for (double message : candidates.get(agent).messages()) {
            changed[agent] = message;
            double gained = payoff(rules.of(changed), agent, types[agent]) - payoff;
            if (gained > gain.amount) {
                gain.look(
                        gained, Witness.deviation(agent, types[agent], message).at(here.profile()));
            }
        }
    }

    private static double gains(MarketOutcome outcome, double[] types) {
        double gains = 0;
        for (int i = 0; i < types.length; i++) {
            gains += outcome.coefficient(i) * types[i];
        }
        return gains;
    }

    private static double payoff(List<MarketOutcome> outcomes, int agent, double type) {
        double total = 0;
        for (MarketOutcome outcome : outcomes) {
            total += outcome.coefficient(agent) * type - outcome.payment(agent);
        }
        return total / outcomes.size();
    }

    /** The largest of what was looked at, with where it was. */
    static final class Worst {

        private double amount;
        private Witness witness = Witness.NONE;

        void look(double here, Witness at) {
            if (here > amount) {
                amount = here;
                witness = at;
            }
        }

        double amount() {
            return amount;
        }

        Witness witness() {
            return witness;
        }
    }
}
