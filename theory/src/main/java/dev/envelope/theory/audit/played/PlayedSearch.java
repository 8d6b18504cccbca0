package dev.envelope.theory.audit.played;

import dev.envelope.theory.audit.Property;
import dev.envelope.theory.audit.Verdict;
import dev.envelope.theory.audit.Witness;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.DoubleSupplier;

/** The search through drawn profiles for what can be wrong with one of them. */
final class PlayedSearch {

    private final PlayedGame game;
    private final int profiles;
    private final double tolerance;
    private final Worst gain = new Worst();
    private final Worst loss = new Worst();
    private final Worst deficit = new Worst();
    private final Worst imbalance = new Worst();
    private final Worst waste = new Worst();

    PlayedSearch(PlayedGame game, DoubleSupplier uniforms, int profiles, double tolerance) {
        this.game = game;
        this.profiles = profiles;
        this.tolerance = tolerance;
        for (int p = 0; p < profiles; p++) {
            look(game.draw(uniforms));
        }
    }

    private void look(Draw draw) {
        List<List<Double>> messages = InterimPlay.messages(game, draw);
        Settlement settled = game.settle(draw, messages);
        Witness here = new Witness(OptionalInt.empty(), OptionalDouble.empty(), OptionalDouble.empty(), draw.profile());
        deficit.look(-settled.revenue(), here);
        imbalance.look(Math.abs(settled.revenue()), here);
        waste.look(game.firstBest(draw) - settled.gains(), here);
        for (int i = 0; i < game.agents(); i++) {
            List<Double> type = draw.types().get(i);
            double payoff = game.utility(settled.gain(i));
            loss.look(-payoff, Witness.of(i, type, Optional.empty(), draw.profile()));
            List<Double> prescribed = messages.get(i);
            for (List<Double> message : game.tried(i, type)) {
                messages.set(i, message);
                double other = game.utility(game.settle(draw, messages).gain(i));
                gain.look(other - payoff, Witness.of(i, type, Optional.of(message), draw.profile()));
            }
            messages.set(i, prescribed);
        }
    }

    Verdict verdict(Property property) {
        Worst worst = switch (property) {
            case DOMINANT_STRATEGIES -> gain;
            case EX_POST_RATIONALITY -> loss;
            case NO_DEFICIT -> deficit;
            case BUDGET_BALANCE -> imbalance;
            case EFFICIENCY -> waste;
            case TRUTHFUL, BAYESIAN_INCENTIVES, INTERIM_RATIONALITY ->
                throw new IllegalArgumentException("property: " + property + " (expected: one of profiles)");
        };
        return Verdict.exact(property, worst.amount, tolerance, worst.witness, profiles + " profiles drawn");
    }

    double largestImbalance() {
        return imbalance.amount;
    }

    /** The largest of what was looked at, with where it was. */
    private static final class Worst {

        private double amount;
        private Witness witness = Witness.NONE;

        void look(double here, Witness at) {
            if (here > amount) {
                amount = here;
                witness = at;
            }
        }
    }
}
