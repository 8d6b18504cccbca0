package dev.envelope.theory.audit.finite;

import dev.envelope.theory.audit.AgentReport;
import dev.envelope.theory.audit.AgentReport.Estimate;
import dev.envelope.theory.audit.InterimPoint;
import dev.envelope.theory.audit.Witness;
import dev.envelope.theory.audit.enumeration.EnumeratedAgent;
import dev.envelope.theory.audit.enumeration.PayoffTable;
import dev.envelope.theory.audit.enumeration.ProfileFaults;
import dev.envelope.theory.audit.enumeration.Worst;
import dev.envelope.theory.distribution.discrete.DiscreteDistribution;
import dev.envelope.theory.finite.FiniteGame;
import dev.envelope.theory.mechanism.MarketOutcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** What every type of one agent gets by every message that is tried: on average over the others' types, and at each profile of them. */
final class AgentPlay implements EnumeratedAgent {

    private final AuditedPlay play;
    private final FiniteGame game;
    private final int agent;
    private final DiscreteDistribution own;
    private final List<Double> messages;
    private final double rounding;
    private final PlayedProfile profiles;

    private final PayoffTable expected;

    /** E of what part of its type the agent receives, of what that and all else is worth, and of what it pays, where types send what they should. */
    private final double[] received;

    private final double[] worth;
    private final double[] paid;

    private final Worst gain = new Worst();
    private final Worst loss = new Worst();

    /**
     * What {@code agent} gets in {@code play}.
     *
     * @param rounding the gain in money that counts as none: utility may rise without bound there
     * @param faults shown each profile at which this agent sends what it should
     */
    AgentPlay(AuditedPlay play, int agent, double rounding, ProfileFaults faults) {
        this.play = play;
        this.game = play.game();
        this.agent = agent;
        this.own = game.types().get(agent);
        this.messages = play.tried(agent);
        this.rounding = rounding;
        this.profiles = new PlayedProfile(game.mechanism(), faults);
        this.expected = new PayoffTable(own.size(), messages.size());
        this.received = new double[own.size()];
        this.worth = new double[own.size()];
        this.paid = new double[own.size()];
    }

    /** Plays at all profiles. */
    void play() {
        game.eachOthers(agent, play::firstLike, this::look);
    }

    private void look(double[] types, double chance) {
        double[] sent = new double[types.length];
        for (int j = 0; j < sent.length; j++) {
            sent[j] = j == agent ? 0 : play.sent(j, types[j]);
        }
        PayoffTable here = new PayoffTable(own.size(), messages.size());
        for (int c = 0; c < messages.size(); c++) {
            sent[agent] = messages.get(c);
            List<MarketOutcome> outcomes = game.outcomes(sent, agent);
            for (int k = 0; k < own.size(); k++) {
                types[agent] = own.points().get(k);
                here.set(k, c, utility(outcomes, types));
            }
            if (c < own.size()) {
                types[agent] = own.points().get(c);
                prescribed(c, types, outcomes, chance);
                profiles.look(
                        types, sent, outcomes, chance * own.probabilities().get(c));
            }
        }
        expected.add(chance, here);
        here.look(gain, (k, c) -> {
            types[agent] = own.points().get(k);
            return deviation(k, c).at(boxed(types));
        });
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

    private Witness deviation(int type, int message) {
        return Witness.deviation(agent, own.points().get(type), messages.get(message));
    }

    @Override
    public Worst gain() {
        return gain;
    }

    @Override
    public Worst loss() {
        return loss;
    }

    @Override
    public Worst regret() {
        Worst regret = new Worst();
        expected.look(regret, this::deviation);
        return regret;
    }

    @Override
    public double firstBest() {
        return profiles.firstBest();
    }

    @Override
    public double givenUp() {
        return profiles.givenUp();
    }

    @Override
    public AgentReport report() {
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
        return expected.prescribed(k) - utility(play.outside(agent, own.points().get(k)));
    }
}
