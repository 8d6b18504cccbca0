package dev.envelope.theory.audit.game;

import dev.envelope.theory.audit.AuditSettings;
import dev.envelope.theory.audit.Witness;
import dev.envelope.theory.audit.interim.Candidates;
import dev.envelope.theory.audit.interim.Rotations;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.AlikeAgents;
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
    private final Deviating deviating;

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

    /**
     * @param alike which agents need not be told apart
     * @param profiles how many profiles will be looked at
     */
    ExPostSearch(
            BayesianGame game,
            List<BidFunction> strategies,
            List<Candidates> candidates,
            AuditSettings settings,
            AlikeAgents alike,
            int profiles) {
        this.deviating = Deviating.of(candidates, alike, profiles);
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
        double firstBest = game.mechanism().firstBest(types);
        double cost = game.mechanism().cost(messages);
        for (MarketOutcome outcome : outcomes) {
            double total = Arrays.stream(outcome.payments()).sum() - cost;
            deficit.look(-total, here);
            imbalance.look(Math.abs(total), here);
            waste.look(firstBest + cost - game.mechanism().gains(outcome, types), here);
        }
        double[] payoffs = new double[types.length];
        for (int i = 0; i < types.length; i++) {
            double payoff = payoff(outcomes, i, types);
            for (MarketOutcome outcome : outcomes) {
                double shortfall = settings.outsideOption(i, types[i]) - payoff(List.of(outcome), i, types);
                if (shortfall > loss.amount) {
                    loss.look(shortfall, Witness.type(i, types[i]).at(here.profile()));
                }
            }
            payoffs[i] = payoff;
        }
        boolean isUnlinked = game.mechanism().hasExternality();
        double[] others = isUnlinked ? reflected(types) : messages;
        for (int i : deviating.next(types, outcomes.get(0))) {
            deviate(i, types, messages, payoffs[i], here);
            if (isUnlinked) {
                double[] profile = others.clone();
                profile[i] = messages[i];
                deviate(i, types, profile, payoff(rules.of(profile), i, types), here);
            }
        }
    }

    /**
     * What other types would send, the high ones in place of the low: where others' types matter beside what they send, a message that is best
     * whatever they send must be so of these too.
     */
    private double[] reflected(double[] types) {
        double[] messages = new double[types.length];
        Arrays.setAll(messages, i -> {
            ValueDistribution type = game.types().get(i);
            return strategies.get(i).message(type.lower() + type.upper() - types[i]);
        });
        return messages;
    }

    /** What to add to how many profiles were looked at, where not every agent deviates in each; empty where all do. */
    String restriction() {
        return deviating.restriction();
    }

    private void deviate(int agent, double[] types, double[] messages, double payoff, Witness here) {
        double[] changed = messages.clone();
        for (double message : candidates.get(agent).messages()) {
            changed[agent] = message;
            double gained = payoff(rules.of(changed), agent, types) - payoff;
            if (gained > gain.amount) {
                gain.look(
                        gained, Witness.deviation(agent, types[agent], message).at(here.profile()));
            }
        }
    }

    private double payoff(List<MarketOutcome> outcomes, int agent, double[] types) {
        double total = 0;
        for (MarketOutcome outcome : outcomes) {
            total += outcome.coefficient(agent) * types[agent]
                    + game.mechanism().externality(agent, outcome, types)
                    - outcome.payment(agent);
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
