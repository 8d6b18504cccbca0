package dev.envelope.theory.audit.interim;

import dev.envelope.theory.certificate.AverageEarnings;
import dev.envelope.theory.deviation.BestResponse;
import dev.envelope.theory.deviation.Summit;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import java.util.Arrays;
import java.util.List;

/** What is earned where several rivals matter, from the chances that so many of their messages are lower. */
final class RankedEarnings implements Earnings {

    private static final int CELLS = 64;

    private final AverageEarnings earnings;

    /** Messages that are looked at for every type, and what they bring. */
    private final double[] grid;

    private final List<Brought> brought;

    private RankedEarnings(AverageEarnings earnings, double from, double to) {
        this.earnings = earnings;
        this.grid = Summit.grid(from, to, CELLS, List.of());
        this.brought = Arrays.stream(grid).mapToObj(this::brought).toList();
    }

    static RankedEarnings of(BayesianGame game, List<BidFunction> strategies, int agent) {
        AverageEarnings earnings = AverageEarnings.of(game, strategies, agent).orElseThrow();
        double low = game.types().stream()
                .mapToDouble(ValueDistribution::lower)
                .min()
                .orElseThrow();
        double high = game.types().stream()
                .mapToDouble(ValueDistribution::upper)
                .max()
                .orElseThrow();
        return new RankedEarnings(earnings, low, high);
    }

    @Override
    public Brought brought(double message) {
        return new Brought(earnings.allocation(message), earnings.payment(message), 0);
    }

    @Override
    public double allocation(double message) {
        return earnings.allocation(message);
    }

    @Override
    public boolean isQuick() {
        return true;
    }

    @Override
    public BestResponse.Reply best(double type) {
        Summit best = Summit.highest(
                message -> brought(message).payoff(type),
                grid,
                brought.stream().mapToDouble(each -> each.payoff(type)).toArray());
        return new BestResponse.Reply(best.at(), best.height());
    }
}
