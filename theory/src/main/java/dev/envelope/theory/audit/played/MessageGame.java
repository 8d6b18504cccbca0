package dev.envelope.theory.audit.played;

import dev.envelope.theory.audit.interim.Landmarks;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;

/**
 * A game of one-number messages among agents with any utility, for one object or units of which each wants one, or between
 * one buyer and one seller.
 *
 * @param game the game
 * @param strategies what each agent's types do
 */
public record MessageGame(BayesianGame game, List<BidFunction> strategies) implements PlayedGame {

    private static final int TRIED = 24;

    /** Copies the list; there is one strategy per agent. */
    public MessageGame {
        strategies = List.copyOf(strategies);
        if (strategies.size() != game.types().size()) {
            throw new IllegalArgumentException("strategies: " + strategies.size() + " (expected: one per agent, "
                    + game.types().size() + ")");
        }
    }

    /** {@code game} where everybody says its type. */
    public static MessageGame ofTruth(BayesianGame game) {
        return new MessageGame(game, Collections.nCopies(game.types().size(), BidFunction.TRUTH));
    }

    @Override
    public int agents() {
        return strategies.size();
    }

    @Override
    public Draw draw(DoubleSupplier uniforms) {
        return new Draw(
                game.types().stream()
                        .map(type -> List.of(type.quantile(uniforms.getAsDouble())))
                        .toList(),
                0);
    }

    @Override
    public List<Double> message(int agent, List<Double> type) {
        double message = strategies.get(agent).message(type.get(0));
        return Double.isNaN(message) ? List.of() : List.of(message);
    }

    @Override
    public List<List<Double>> tried(int agent, List<Double> type) {
        boolean isReport = game.mechanism().isDirect();
        List<ValueDistribution> seen = isReport ? List.of(game.types().get(agent)) : game.types();
        double low = seen.stream().mapToDouble(ValueDistribution::lower).min().orElseThrow();
        double high = seen.stream().mapToDouble(ValueDistribution::upper).max().orElseThrow();
        List<List<Double>> tried = new ArrayList<>();
        for (int k = 0; k <= TRIED; k++) {
            double share = k / (double) TRIED;
            tried.add(List.of((1 - share) * low + share * high));
        }
        Landmarks.messages(game, agent)
                .filter(message -> !isReport || (message >= low && message <= high))
                .forEach(message -> tried.add(List.of(message)));
        if (!isReport && game.mechanism().mayAbstain()) {
            tried.add(List.of());
        }
        return tried;
    }

    /** Both ends of the support, and the types beside those at which a strategy begins to take part or bends. */
    @Override
    public List<List<Double>> landmarks(int agent) {
        ValueDistribution own = game.types().get(agent);
        double[] even = new double[TRIED + 1];
        Arrays.setAll(even, k -> (1 - k / (double) TRIED) * own.lower() + k / (double) TRIED * own.upper());
        return DoubleStream.concat(
                        DoubleStream.of(own.lower(), own.upper()),
                        Arrays.stream(Landmarks.types(game, strategies, agent, even)))
                .mapToObj(List::of)
                .toList();
    }

    @Override
    public int firstLike(int agent) {
        int first = 0;
        while (!(game.types().get(first).equals(game.types().get(agent))
                && strategies.get(first).equals(strategies.get(agent))
                && game.mechanism().side(first) == game.mechanism().side(agent))) {
            first++;
        }
        return first;
    }

    @Override
    public Settlement settle(Draw draw, List<List<Double>> messages) {
        double[] sent = new double[agents()];
        for (int i = 0; i < sent.length; i++) {
            sent[i] = messages.get(i).isEmpty()
                    ? Mechanism.ABSTAIN
                    : messages.get(i).get(0);
        }
        MarketOutcome outcome = game.mechanism().outcome(sent, TieOrder.byIndex(sent.length));
        List<Double> worth = new ArrayList<>();
        List<Double> payments = new ArrayList<>();
        for (int i = 0; i < sent.length; i++) {
            worth.add(outcome.coefficient(i) * draw.types().get(i).get(0));
            payments.add(outcome.payment(i));
        }
        return new Settlement(worth, payments, game.mechanism().sellerValue() * outcome.sold());
    }

    @Override
    public double firstBest(Draw draw) {
        return game.mechanism()
                .firstBest(
                        draw.types().stream().mapToDouble(type -> type.get(0)).toArray());
    }

    @Override
    public double utility(double gain) {
        return game.utility().of(gain);
    }

    @Override
    public boolean isTruthful() {
        return strategies.stream().allMatch(BidFunction.TRUTH::equals);
    }

    @Override
    public PlayedGame truthful() {
        return ofTruth(game);
    }
}
