package dev.envelope.theory.audit.interim;

import dev.envelope.theory.audit.AgentReport.Estimate;
import dev.envelope.theory.audit.AuditSettings;
import dev.envelope.theory.audit.Witness;
import dev.envelope.theory.deviation.BestResponse;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.numeric.Quadrature;
import java.util.List;

/** Interim quantities by quadrature of what the mechanism itself does; see {@link BestResponse} for which games. */
public final class IntegratedInterim extends Interim {

    /** How well averages over types are integrated, relative to the range of types. */
    private static final double ACCURACY = 1e-9;

    private final BestResponse search;

    /** The same where nobody minds what others get. */
    private final BestResponse harmless;

    private final BidFunction strategy;
    private final ValueDistribution own;
    private final double[] allocations;
    private final double[] payments;
    private final double[] externalities;
    private final boolean mayAbstain;

    public IntegratedInterim(BayesianGame game, List<BidFunction> strategies, int agent, Candidates candidates) {
        super(candidates, agent);
        this.search = BestResponse.of(game, strategies, agent);
        this.harmless = game.mechanism().hasExternality()
                ? BestResponse.of(
                        new BayesianGame(new WithoutExternality(game.mechanism()), game.types(), game.utility()),
                        strategies,
                        agent)
                : search;
        this.strategy = strategies.get(agent);
        this.own = game.types().get(agent);
        this.mayAbstain = !game.mechanism().isDirect() && game.mechanism().mayAbstain();
        this.allocations = new double[candidates.count()];
        this.payments = new double[candidates.count()];
        this.externalities = new double[candidates.count()];
        for (int c = 0; c < allocations.length; c++) {
            double atLower = search.payoff(own.lower(), candidates.message(c));
            allocations[c] = allocationOf(candidates.message(c), atLower);
            payments[c] = paymentOf(candidates.message(c), allocations[c]);
            externalities[c] = atLower - own.lower() * allocations[c] + payments[c];
        }
    }

    /** The payoff is linear in the type: q is its slope. */
    private double allocationOf(double message, double payoffOfLowest) {
        return (search.payoff(own.upper(), message) - payoffOfLowest) / (own.upper() - own.lower());
    }

    private double allocationOf(double message) {
        return allocationOf(message, search.payoff(own.lower(), message));
    }

    private double paymentOf(double message, double allocation) {
        return own.lower() * allocation - harmless.payoff(own.lower(), message);
    }

    private double paymentOf(double message) {
        return paymentOf(message, allocationOf(message));
    }

    /** What the agent's part of its type of {@code rank} is worth to it, and what others get. */
    private double gainsOf(double rank) {
        double type = own.quantile(rank);
        double message = strategy.message(type);
        double brought =
                search == harmless ? 0 : search.payoff(own.lower(), message) - harmless.payoff(own.lower(), message);
        return type * allocationOf(message) + brought;
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
        int reply = 0;
        double largest = 0;
        for (int k = 0; k < types.length; k++) {
            for (int c = 0; c < candidates.count(); c++) {
                double gain = payoff(types[k], c) - payoff(types[k], k);
                if (gain > largest) {
                    largest = gain;
                    worst = k;
                    reply = c;
                }
            }
        }
        BestResponse.Reply best = search.best(types[worst]);
        double gain = best.payoff() - payoff(types[worst], worst);
        boolean isBetter = gain > largest && (mayAbstain || !Double.isNaN(best.message()));
        return new Estimate(
                isBetter ? gain : largest,
                0,
                Witness.deviation(agent, types[worst], isBetter ? best.message() : candidates.message(reply)));
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
                ACCURACY * (types[k + 1] - types[k]), x -> allocationOf(strategy.message(x)), types[k], types[k + 1]);
    }

    @Override
    public double expectedPayment() {
        return mean(rank -> paymentOf(strategy.message(own.quantile(rank))));
    }

    @Override
    public double expectedGains() {
        return mean(this::gainsOf);
    }

    private double mean(java.util.function.DoubleUnaryOperator ofRank) {
        List<Double> kinks = own.kinks().stream().map(own::cdf).toList();
        return Quadrature.integrateWithin(ACCURACY * (own.upper() - own.lower()), ofRank, Kinks.between(0, 1, kinks));
    }
}
