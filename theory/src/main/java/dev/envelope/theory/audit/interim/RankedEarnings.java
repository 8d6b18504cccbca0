package dev.envelope.theory.audit.interim;

import dev.envelope.theory.certificate.AverageEarnings;
import dev.envelope.theory.deviation.BestResponse;
import dev.envelope.theory.deviation.Summit;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import java.util.Arrays;
import java.util.List;

/**
 * What is earned where several rivals matter, from the chances that so many of their messages are lower.
 *
 * @param earnings what every message wins and pays
 * @param from the lowest message that is looked at
 * @param to the highest one
 */
record RankedEarnings(AverageEarnings earnings, double from, double to) implements Earnings {

    private static final int CELLS = 64;

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
        double[] grid = Summit.grid(from, to, CELLS, List.of());
        Summit best = Summit.highest(
                message -> brought(message).payoff(type),
                grid,
                Arrays.stream(grid)
                        .map(message -> brought(message).payoff(type))
                        .toArray());
        return new BestResponse.Reply(best.at(), best.height());
    }
}
