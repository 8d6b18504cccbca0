package dev.envelope.theory.audit.finite;

import dev.envelope.theory.audit.AgentReport;
import dev.envelope.theory.audit.AgentReport.Estimate;
import dev.envelope.theory.audit.InterimPoint;
import dev.envelope.theory.audit.Witness;
import dev.envelope.theory.distribution.discrete.DiscreteDistribution;
import dev.envelope.theory.finite.FiniteGame;
import dev.envelope.theory.mechanism.MarketOutcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** What every type of one agent gets by every message that is tried: on average over the others' types, and at each profile of them. */
final class AgentPlay {

    private final AuditedPlay play;
    private final FiniteGame game;
    private final int agent;
    private final DiscreteDistribution own;
    private final List<Double> messages;
    private final double rounding;

    /** E[u] of each type by each message. */
    private final double[][] payoffs;

    /** E of what part of its type the agent receives, of what that and all else is worth, and of what it pays, where types send what they should. */
    private final double[] received;

    private final double[] worth;
    private final double[] paid;

    /** The largest gain from another message at a profile. */
    final Worst gain = new Worst();

    /** The largest shortfall from the outside option at a profile. */
    final Worst loss = new Worst();

    /**
     * What {@code agent} gets in {@code play}.
     *
     * @param rounding the gain in money that counts as none: utility may rise without bound there
     */
    AgentPlay(AuditedPlay play, int agent, double rounding) {
        this.play = play;
        this.game = play.game();
        this.agent = agent;
        this.own = game.types().get(agent);
        this.messages = play.tried(agent);
        this.rounding = rounding;
        this.payoffs = new double[own.size()][messages.size()];
        this.received = new double[own.size()];
        this.worth = new double[own.size()];
        this.paid = new double[own.size()];
    }

    /** Plays at all profiles; {@code profiles} is shown each at which this agent sends what it should. */
    void play(PlayedProfile profiles) {
        game.eachOthers(agent, play::firstLike, (types, chance) -> look(types, chance, profiles));
    }

    private void look(double[] types, double chance, PlayedProfile profiles) {
        double[] sent = new double[types.length];
        for (int j = 0; j < sent.length; j++) {
            sent[j] = j == agent ? 0 : play.sent(j, types[j]);
        }
        double[][] here = new double[own.size()][messages.size()];
        for (int c = 0; c < messages.size(); c++) {
            sent[agent] = messages.get(c);
            List<MarketOutcome> outcomes = game.outcomes(sent, agent);
            for (int k = 0; k < own.size(); k++) {
                types[agent] = own.points().get(k);
                here[k][c] = utility(outcomes, types);
                payoffs[k][c] += chance * here[k][c];
            }
            if (c < own.size()) {
                types[agent] = own.points().get(c);
                prescribed(c, types, outcomes, chance);
                profiles.look(
                        types, sent, outcomes, chance * own.probabilities().get(c));
            }
        }
        for (int k = 0; k < own.size(); k++) {
            types[agent] = own.points().get(k);
            for (int c = 0; c < messages.size(); c++) {
                double message = messages.get(c);
                gain.look(
                        here[k][c] - here[k][k],
                        () -> Witness.deviation(agent, types[agent], message).at(boxed(types)));
            }
        }
    }

    /** What happens where the type with index {@code k} sends what it should. */
    private void prescribed(int k, double[] types, List<MarketOutcome> outcomes, double chance) {
        for (MarketOutcome outcome : outcomes) {
            double share = chance / outcomes.size();
            double value = worth(outcome, types);
            received[k] += share * outcome.coefficient(agent);
            worth[k] += share * value;
            paid[k] += share * outcome.payment(agent);
            loss.look(
                    utility(play.outside(agent, types[agent])) - utility(value - outcome.payment(agent)),
                    () -> Witness.type(agent, types[agent]).at(boxed(types)));
        }
    }

    private double utility(List<MarketOutcome> outcomes, double[] types) {
        double sum = 0;
        for (MarketOutcome outcome : outcomes) {
            sum += utility(worth(outcome, types) - outcome.payment(agent));
        }
        return sum / outcomes.size();
    }

    private double utility(double gain) {
        return game.utility().of(Math.abs(gain) > rounding ? gain : 0);
    }

    private double worth(MarketOutcome outcome, double[] types) {
        return outcome.coefficient(agent) * types[agent] + game.mechanism().externality(agent, outcome, types);
    }

    private static List<Double> boxed(double[] types) {
        return Arrays.stream(types).boxed().toList();
    }

    /** The largest expected gain from another message, with who gains it. */
    Worst regret() {
        Worst regret = new Worst();
        for (int k = 0; k < own.size(); k++) {
            double type = own.points().get(k);
            for (int c = 0; c < messages.size(); c++) {
                double message = messages.get(c);
                regret.look(payoffs[k][c] - payoffs[k][k], () -> Witness.deviation(agent, type, message));
            }
        }
        return regret;
    }

    AgentReport report() {
        Worst regret = regret();
        List<InterimPoint> curve = new ArrayList<>();
        double fall = 0;
        double highest = Double.NEGATIVE_INFINITY;
        double payment = 0;
        double gains = 0;
        int worst = 0;
        for (int k = 0; k < own.size(); k++) {
            curve.add(new InterimPoint(
                    own.points().get(k), messages.get(k), received[k], paid[k], worth[k] - paid[k], 0));
            fall = Math.max(fall, highest - received[k]);
            highest = Math.max(highest, received[k]);
            payment += own.probabilities().get(k) * paid[k];
            gains += own.probabilities().get(k) * worth[k];
            worst = margin(k) < margin(worst) ? k : worst;
        }
        return new AgentReport(
                agent,
                curve,
                new Estimate(regret.amount(), 0, regret.witness()),
                game.mechanism().isDirect() ? OptionalDouble.of(regret.amount()) : OptionalDouble.empty(),
                fall,
                Double.NaN,
                new Estimate(margin(worst), 0, Witness.type(agent, own.points().get(worst))),
                payment,
                gains);
    }

    private double margin(int k) {
        return payoffs[k][k] - utility(play.outside(agent, own.points().get(k)));
    }
}
