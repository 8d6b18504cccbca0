package dev.envelope.lab.plot.game;

import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.roles.RoleSpec;
import dev.envelope.lab.game.SolvedGame;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.SequentialOffers;
import dev.envelope.theory.mechanism.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A game with what is known of it, as far as pictures need it. All money is in points.
 *
 * @param roles who takes part, in the order of the agents
 * @param game the game
 * @param equilibrium its equilibrium, where one is known
 */
public record PlottedGame(List<Role> roles, BayesianGame game, Optional<Equilibrium> equilibrium) {

    /**
     * Agents that are alike.
     *
     * @param name what they are called
     * @param agent the first of them
     * @param side on which side of the market they are
     * @param type the distribution of each one's type
     */
    public record Role(String name, int agent, Side side, ValueDistribution type) {

        /** What its type is called. */
        public String typeName() {
            return side == Side.SELLER ? "cost" : "value";
        }
    }

    /** Copies the list. */
    public PlottedGame {
        roles = List.copyOf(roles);
    }

    /** {@code solved}, where it is a game of one-number messages and private types. */
    public static Optional<PlottedGame> of(SolvedGame solved) {
        return solved.game()
                .bayesian()
                .map(game -> new PlottedGame(
                        roles(solved.treatment(), game),
                        game,
                        solved.solution() instanceof Equilibrium equilibrium
                                ? Optional.of(equilibrium)
                                : Optional.empty()));
    }

    /** Who takes part in {@code game}, the game of {@code treatment}. */
    public static List<Role> roles(Treatment treatment, BayesianGame game) {
        List<Role> roles = new ArrayList<>();
        int agent = 0;
        for (RoleSpec role : treatment.roles()) {
            boolean isFirst = game.mechanism() instanceof SequentialOffers && role.count() > 1;
            roles.add(new Role(
                    isFirst ? role.name() + " 1" : role.name(),
                    agent,
                    game.mechanism().side(agent),
                    game.types().get(agent)));
            agent += role.count();
        }
        return roles;
    }

    /** The rules. */
    Mechanism mechanism() {
        return game.mechanism();
    }

    /** Whether bidders compete for one object, all at once. */
    boolean isAuctionOfOneObject() {
        return mechanism().objects() == 1
                && mechanism().dealsInUnits()
                && !(mechanism() instanceof SequentialOffers)
                && roles.stream().allMatch(role -> role.side() == Side.BIDDER);
    }

    /** Whether one buyer meets one seller, in this order. */
    boolean isBilateral() {
        return mechanism().agents() == 2
                && mechanism().side(0) == Side.BUYER
                && mechanism().side(1) == Side.SELLER;
    }

    /** The first role of each distribution. */
    List<Role> unlikeRoles() {
        List<Role> unlike = new ArrayList<>();
        for (Role role : roles) {
            if (unlike.stream().noneMatch(other -> other.type().equals(role.type()) && other.side() == role.side())) {
                unlike.add(role);
            }
        }
        return unlike;
    }
}
