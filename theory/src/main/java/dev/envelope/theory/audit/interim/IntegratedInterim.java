package dev.envelope.theory.audit.interim;

import dev.envelope.theory.audit.AgentReport.Estimate;
import dev.envelope.theory.audit.AuditSettings;
import dev.envelope.theory.audit.Witness;
import dev.envelope.theory.audit.interim.Earnings.Brought;
import dev.envelope.theory.deviation.BestResponse;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.numeric.Quadrature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Interim quantities by quadrature; see {@link Earnings} for which games. */
public final class IntegratedInterim extends Interim {

    /** How well averages over types are integrated, relative to the range of types. */
    private static final double ACCURACY = 1e-10;

    /** The same of what the envelope formula adds up, of which only the residual is of interest. */
    private static final double OF_ENVELOPE = 1e-9;

    /** How many messages are kept with what they bring. */
    private static final int MOST_KNOWN = 1 << 16;

    /** How many kinks of a distribution are worth a breakpoint each. */
    private static final int MOST_KINKS = 64;

    private final Earnings earnings;
    private final BidFunction strategy;
    private final ValueDistribution own;

    /** The own types at which what is brought need not be smooth: landmarks, and where anybody's distribution is not. */
    private final List<Double> breaks = new ArrayList<>();

    private final double[] allocations;
    private final double[] payments;
    private final double[] externalities;
    private final boolean mayAbstain;
    private final Map<Double, Brought> known = new HashMap<>();

    public IntegratedInterim(BayesianGame game, List<BidFunction> strategies, int agent, Candidates candidates) {
        super(candidates, agent);
        this.earnings = Earnings.of(game, strategies, agent);
        this.strategy = strategies.get(agent);
        this.own = game.types().get(agent);
        breaks.addAll(own.kinks());
        Arrays.stream(candidates.landmarks()).forEach(breaks::add);
        for (ValueDistribution type : game.types()) {
            breaks.addAll(List.of(type.lower(), type.upper()));
            breaks.addAll(type.kinks().size() <= MOST_KINKS ? type.kinks() : List.of());
        }
        this.mayAbstain = !game.mechanism().isDirect() && game.mechanism().mayAbstain();
        this.allocations = new double[candidates.count()];
        this.payments = new double[candidates.count()];
        this.externalities = new double[candidates.count()];
        for (int c = 0; c < allocations.length; c++) {
            Brought brought = brought(candidates.message(c));
            allocations[c] = brought.allocation();
            payments[c] = brought.payment();
            externalities[c] = brought.externality();
        }
    }

    private Brought brought(double message) {
        if (known.size() >= MOST_KNOWN) {
            known.clear();
        }
        return known.computeIfAbsent(message, earnings::brought);
    }

    /** What the agent's part of its type of {@code rank} is worth to it, and what others get, less {@code cost} for each unit. */
    private double gainsOf(double rank, double cost) {
        double type = own.quantile(rank);
        Brought brought = brought(strategy.message(type));
        return (type - cost) * brought.allocation() + brought.externality();
    }

    @Override
    double allocation(int c) {
        return allocations[c];
    }

    @Override
    double payment(int c) {
        return payments[c];
    }

    @Override
    double externality(int c) {
        return externalities[c];
    }

    @Override
    double error(double type, int c) {
        return 0;
    }

    @Override
    public Estimate regret() {
        double[] types = candidates.types();
        int worst = 0;
        double reply = candidates.message(0);
        double largest = 0;
        for (int k = 0; k < types.length; k++) {
            for (int c = 0; c < candidates.count(); c++) {
                double gain = payoff(types[k], c) - payoff(types[k], k);
                if (gain > largest) {
                    largest = gain;
                    worst = k;
                    reply = candidates.message(c);
                }
            }
        }
        IntStream searched = earnings.isQuick() ? IntStream.range(0, types.length) : IntStream.of(worst);
        for (int k : searched.toArray()) {
            BestResponse.Reply best = earnings.best(types[k]);
            double gain = best.payoff() - payoff(types[k], k);
            if (gain > largest && (mayAbstain || !Double.isNaN(best.message()))) {
                largest = gain;
                worst = k;
                reply = best.message();
            }
        }
        return new Estimate(largest, 0, Witness.deviation(agent, types[worst], reply));
    }

    @Override
    public Estimate lowestMargin(AuditSettings settings) {
        double[] types = candidates.types();
        int worst = 0;
        for (int k = 1; k < types.length; k++) {
            worst = margin(settings, k) < margin(settings, worst) ? k : worst;
        }
        return new Estimate(margin(settings, worst), 0, Witness.type(agent, types[worst]));
    }

    private double margin(AuditSettings settings, int k) {
        return payoff(candidates.types()[k], k)
                - settings.outsideOption(agent, candidates.types()[k]);
    }

    @Override
    public boolean isCertain(AuditSettings settings, boolean ofMargin, double tolerance) {
        return true;
    }

    @Override
    public Estimate doubted(AuditSettings settings, boolean ofMargin) {
        return ofMargin ? lowestMargin(settings) : regret();
    }

    @Override
    double integralOfAllocation(int k) {
        double[] types = candidates.types();
        return Quadrature.integrateWithin(
                OF_ENVELOPE * (types[k + 1] - types[k]),
                x -> earnings.allocation(strategy.message(x)),
                Kinks.between(types[k], types[k + 1], breaks));
    }

    @Override
    public double expectedPayment() {
        return mean(rank -> brought(strategy.message(own.quantile(rank))).payment());
    }

    @Override
    public double expectedGains(double cost) {
        return mean(rank -> gainsOf(rank, cost));
    }

    private double mean(java.util.function.DoubleUnaryOperator ofRank) {
        List<Double> kinks = breaks.stream().map(own::cdf).toList();
        return Quadrature.integrateWithin(ACCURACY * (own.upper() - own.lower()), ofRank, Kinks.between(0, 1, kinks));
    }
}
