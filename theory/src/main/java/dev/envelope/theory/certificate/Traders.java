package dev.envelope.theory.certificate;

import dev.envelope.theory.certificate.law.RivalLaws;
import dev.envelope.theory.certificate.law.Trader;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everybody in a game as one agent sees them.
 *
 * @param own the agent itself
 * @param rivals the others, in the game's order
 */
record Traders(Trader own, List<Trader> rivals) {

    /** The agents of {@code game}, who play {@code strategies}, seen by agent {@code agent}. */
    static Traders of(BayesianGame game, List<? extends BidFunction> strategies, int agent) {
        boolean negated = GainBound.isNegated(game, agent);
        List<Trader> all = new ArrayList<>();
        for (int j = 0; j < strategies.size(); j++) {
            all.add(new Trader(game.types().get(j), strategies.get(j), negated));
        }
        Trader own = all.remove(agent);
        return new Traders(own, List.copyOf(all));
    }

    /** The laws of the rivals' messages. */
    RivalLaws laws() {
        return RivalLaws.of(rivals);
    }

    /** The distance from the lowest to the highest type of anybody. */
    double range() {
        return upper() - lower();
    }

    /** How far from 0 a type of anybody can be. */
    double largestType() {
        return Math.max(Math.abs(lower()), Math.abs(upper()));
    }

    private double lower() {
        return everybody().mapToDouble(Trader::lower).min().orElseThrow();
    }

    private double upper() {
        return everybody().mapToDouble(Trader::upper).max().orElseThrow();
    }

    private Stream<Trader> everybody() {
        return Stream.concat(Stream.of(own), rivals.stream());
    }
}
