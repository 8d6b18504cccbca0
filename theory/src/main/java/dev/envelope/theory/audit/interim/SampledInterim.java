package dev.envelope.theory.audit.interim;

import dev.envelope.theory.audit.AgentReport.Estimate;
import dev.envelope.theory.audit.AuditSettings;
import dev.envelope.theory.audit.Witness;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.mechanism.MarketOutcome;
import java.util.List;

/**
 * Interim quantities by simulation: every message meets the same draws of the others' types, so that differences between
 * messages have small errors. What is chosen as the worst on one half of the draws is measured on the other.
 */
public final class SampledInterim extends Interim {

    /** Standard errors within which all types and messages at once are taken for chance. */
    private static final double JOINTLY = 5;

    private final double[][] units;

    /** What is paid less what others' getting something brings. */
    private final double[][] paid;

    private final double[] meanUnits;
    private final double[] meanPaid;
    private final double[] meanBrought;
    private final double ownPayment;
    private final double ownGains;
    private final double ownUnits;

    /**
     * @param draws one row per draw, with the types of all agents
     */
    public SampledInterim(
            Rotations rules, List<BidFunction> strategies, int agent, Candidates candidates, double[][] draws) {
        super(candidates, agent);
        int count = candidates.count();
        this.units = new double[count][draws.length];
        this.paid = new double[count][draws.length];
        this.meanUnits = new double[count];
        this.meanPaid = new double[count];
        this.meanBrought = new double[count];
        double payment = 0;
        double gains = 0;
        double received = 0;
        for (int s = 0; s < draws.length; s++) {
            double[] profile = new double[strategies.size()];
            for (int j = 0; j < profile.length; j++) {
                profile[j] = strategies.get(j).message(draws[s][j]);
            }
            double[] own = average(rules, profile, draws[s]);
            gains += (own[0] * draws[s][agent] + own[2]) / draws.length;
            payment += own[1] / draws.length;
            received += own[0] / draws.length;
            for (int c = 0; c < count; c++) {
                profile[agent] = candidates.message(c);
                double[] here = average(rules, profile, draws[s]);
                units[c][s] = here[0];
                paid[c][s] = here[1] - here[2];
                meanUnits[c] += here[0] / draws.length;
                meanPaid[c] += here[1] / draws.length;
                meanBrought[c] += here[2] / draws.length;
            }
        }
        this.ownPayment = payment;
        this.ownGains = gains;
        this.ownUnits = received;
    }

    /** What part of its type the agent receives, what it pays, and what others' getting something brings. */
    private double[] average(Rotations rules, double[] profile, double[] types) {
        List<MarketOutcome> outcomes = rules.of(profile);
        double brought = 0;
        double received = 0;
        double payment = 0;
        for (MarketOutcome outcome : outcomes) {
            received += outcome.coefficient(agent) / outcomes.size();
            payment += outcome.payment(agent) / outcomes.size();
            brought += rules.mechanism().externality(agent, outcome, types) / outcomes.size();
        }
        return new double[] {received, payment, brought};
    }

    @Override
    double allocation(int c) {
        return meanUnits[c];
    }

    @Override
    double payment(int c) {
        return meanPaid[c];
    }

    @Override
    double externality(int c) {
        return meanBrought[c];
    }

    @Override
    double error(double type, int c) {
        return mean(type, c, -1, 0, units[c].length).error();
    }

    @Override
    public Estimate regret() {
        double[] types = candidates.types();
        int half = units[0].length / 2;
        int worstType = 0;
        int worstMessage = 0;
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < types.length; k++) {
            for (int c = 0; c < candidates.count(); c++) {
                double gain = c == k
                        ? Double.NEGATIVE_INFINITY
                        : mean(types[k], c, k, 0, half).value();
                if (gain > largest) {
                    largest = gain;
                    worstType = k;
                    worstMessage = c;
                }
            }
        }
        Mean measured = mean(types[worstType], worstMessage, worstType, half, units[0].length);
        return new Estimate(
                measured.value(),
                measured.error(),
                Witness.deviation(agent, types[worstType], candidates.message(worstMessage)));
    }

    @Override
    public Estimate lowestMargin(AuditSettings settings) {
        double[] types = candidates.types();
        int half = units[0].length / 2;
        int worst = 0;
        double lowest = Double.POSITIVE_INFINITY;
        for (int k = 0; k < types.length; k++) {
            double margin = mean(types[k], k, -1, 0, half).value() - settings.outsideOption(agent, types[k]);
            if (margin < lowest) {
                lowest = margin;
                worst = k;
            }
        }
        Mean measured = mean(types[worst], worst, -1, half, units[0].length);
        double margin = measured.value() - settings.outsideOption(agent, types[worst]);
        return new Estimate(margin, measured.error(), Witness.type(agent, types[worst]));
    }

    @Override
    public boolean isCertain(AuditSettings settings, boolean ofMargin, double tolerance) {
        double[] types = candidates.types();
        for (int k = 0; k < types.length; k++) {
            for (int c = 0; c < (ofMargin ? 1 : candidates.count()); c++) {
                Mean mean =
                        ofMargin ? mean(types[k], k, -1, 0, units[0].length) : mean(types[k], c, k, 0, units[0].length);
                double violation = ofMargin ? settings.outsideOption(agent, types[k]) - mean.value() : mean.value();
                if (violation + JOINTLY * mean.error() > tolerance) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public Estimate doubted(AuditSettings settings, boolean ofMargin) {
        double[] types = candidates.types();
        double highest = Double.NEGATIVE_INFINITY;
        Estimate doubted = ofMargin ? lowestMargin(settings) : regret();
        for (int k = 0; k < types.length; k++) {
            for (int c = 0; c < (ofMargin ? 1 : candidates.count()); c++) {
                Mean mean =
                        ofMargin ? mean(types[k], k, -1, 0, units[0].length) : mean(types[k], c, k, 0, units[0].length);
                double violation = ofMargin ? settings.outsideOption(agent, types[k]) - mean.value() : mean.value();
                if (violation + JOINTLY * mean.error() > highest) {
                    highest = violation + JOINTLY * mean.error();
                    Witness witness = ofMargin
                            ? Witness.type(agent, types[k])
                            : Witness.deviation(agent, types[k], candidates.message(c));
                    doubted = new Estimate(ofMargin ? -violation : violation, mean.error(), witness);
                }
            }
        }
        return doubted;
    }

    /** The mean over some draws of what message {@code c} earns, beyond message {@code instead} where that is not −1. */
    private Mean mean(double type, int c, int instead, int from, int to) {
        double sum = 0;
        double squares = 0;
        for (int s = from; s < to; s++) {
            double earned = type * units[c][s] - paid[c][s];
            double less = instead < 0 ? 0 : type * units[instead][s] - paid[instead][s];
            sum += earned - less;
            squares += (earned - less) * (earned - less);
        }
        int n = to - from;
        double mean = sum / n;
        return new Mean(mean, Math.sqrt(Math.max(0, squares / n - mean * mean) / n));
    }

    @Override
    double integralOfAllocation(int k) {
        double[] types = candidates.types();
        return (types[k + 1] - types[k]) * (allocation(k) + allocation(k + 1)) / 2;
    }

    @Override
    public double expectedPayment() {
        return ownPayment;
    }

    @Override
    public double expectedGains(double cost) {
        return ownGains - cost * ownUnits;
    }

    private record Mean(double value, double error) {}
}
