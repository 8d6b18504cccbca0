package dev.envelope.bots;

import dev.envelope.game.asked.PlayedSolution;
import dev.envelope.game.message.Abstain;
import dev.envelope.game.message.Message;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.roles.RoleSpec;
import dev.envelope.game.plan.roles.StatedValues;
import dev.envelope.game.plan.roles.Support;
import dev.envelope.game.strategy.Strategy;
import dev.envelope.game.view.View;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.Solution;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/**
 * Plays the equilibrium that {@code theory} names for exactly the treatment in its view; it has no formulas of its own.
 *
 * <p>A bid is rounded to the nearest tick, for there it is half a tick from the equilibrium at most and unbiased, but
 * never across the own value: rounding must not turn a bid that cannot lose into one that can.
 */
public final class EquilibriumStrategy implements Strategy {

    private final Map<Treatment, Play> plays;

    /** A strategy of its own memory. */
    public EquilibriumStrategy() {
        this(new ConcurrentHashMap<>());
    }

    private EquilibriumStrategy(Map<Treatment, Play> plays) {
        this.plays = plays;
    }

    /** Another that shares what this one has solved; for crews, so that an equilibrium is solved once. */
    public EquilibriumStrategy sharing() {
        return new EquilibriumStrategy(plays);
    }

    /**
     * Solves {@code treatments}.
     *
     * @throws NoEquilibriumException when one of them has none to play, also because messages are bounded; says why
     */
    @Override
    public void prepare(List<Treatment> treatments) {
        treatments.forEach(treatment -> plays.computeIfAbsent(treatment, Play::of));
    }

    /**
     * The equilibrium's message.
     *
     * @throws NoEquilibriumException when there is none to play; says why
     */
    @Override
    public Message decide(View view, RandomGenerator random) {
        Play play = plays.computeIfAbsent(view.treatment(), Play::of);
        double message = play.message(view);
        Offer offer = Offer.in(view);
        return Double.isNaN(message) ? new Abstain() : offer.safe(rounded(message, offer, view));
    }

    private static long rounded(double points, Offer offer, View view) {
        double size = view.treatment().ticks().size().doubleValue();
        long nearest = (long) StrictMath.floor(points / size + 0.5);
        boolean losing = offer.sells() ? points < view.value() - size / 2 : points > view.value() + size / 2;
        if (losing) {
            return nearest;
        }
        return offer.sells() ? Math.max(nearest, offer.value()) : Math.min(nearest, offer.value());
    }

    /** The equilibrium of a treatment. */
    private record Play(Equilibrium equilibrium) {

        static Play of(Treatment treatment) {
            Solution solution = solution(treatment);
            if (solution instanceof Equilibrium equilibrium) {
                return new Play(equilibrium);
            }
            throw new NoEquilibriumException(treatment.id(), ((NoEquilibrium) solution).reason());
        }

        private static Solution solution(Treatment treatment) {
            try {
                return PlayedSolution.of(treatment);
            } catch (IllegalArgumentException | UnsupportedOperationException e) {
                throw new NoEquilibriumException(treatment.id(), String.valueOf(e.getMessage()));
            }
        }

        double message(View view) {
            int agent = firstAgent(view.treatment(), view.role());
            Support types = StatedValues.support(view.roleSpec().values());
            return equilibrium.message(
                    agent, StrictMath.max(types.lower(), StrictMath.min(types.upper(), view.value())));
        }

        /** Agents are the seats of the roles in order; those of one role have the same equilibrium strategy. */
        private static int firstAgent(Treatment treatment, int role) {
            return treatment.roles().subList(0, role).stream()
                    .mapToInt(RoleSpec::count)
                    .sum();
        }
    }
}
