package dev.envelope.lab.game;

import dev.envelope.game.asked.AskedGame;
import dev.envelope.game.asked.Fact;
import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.RoleSpec;
import dev.envelope.game.plan.Support;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.TreatmentTheory;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.Solution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A treatment's game with the answer of theory to it. All money is in points.
 *
 * @param treatment the treatment
 * @param game its game
 * @param solution its equilibrium, or why there is none to give
 * @param facts figures beside its predictions; none without an equilibrium
 * @param seconds how long theory took
 */
public record SolvedGame(Treatment treatment, AskedGame game, Solution solution, List<Fact> facts, double seconds) {

    /** Copies the list. */
    public SolvedGame {
        facts = List.copyOf(facts);
    }

    /** Into how many equal parts a support is divided where a strategy is tabulated. */
    private static final int STEPS = 20;

    /** Solves the game of {@code treatment}. */
    public static SolvedGame of(Treatment treatment) {
        AskedGame game = AskedGame.of(treatment);
        long before = System.nanoTime();
        Solution solution = game.solution();
        List<Fact> facts = solution instanceof Equilibrium ? game.facts() : List.of();
        return new SolvedGame(treatment, game, solution, facts, (System.nanoTime() - before) / 1e9);
    }

    /** What no deviation gains where every message is a whole number of ticks, in points; empty where that is not known. */
    OptionalDouble gainOnTicks() {
        Optional<BayesianGame> bayesian = game.bayesian();
        return bayesian.isPresent() && solution instanceof Equilibrium equilibrium
                ? TickGains.largest(TickGains.of(bayesian.get(), equilibrium.strategies(), treatment.ticks()))
                : OptionalDouble.empty();
    }

    /** Why that is not known; empty where it is, and without an equilibrium. */
    Optional<String> obstacleOnTicks() {
        return solution instanceof Equilibrium equilibrium
                ? game.bayesian()
                        .flatMap(bayesian -> TickGains.obstacle(bayesian, equilibrium.strategies(), treatment.ticks()))
                : Optional.empty();
    }

    /** The strategy of each role, of each agent where offers are made one after another; none without an equilibrium. */
    public List<Table> tables() {
        if (!(solution instanceof Equilibrium equilibrium)) {
            return List.of();
        }
        List<Table> tables = new ArrayList<>();
        int agent = 0;
        for (RoleSpec role : treatment.roles()) {
            boolean areUnlike = treatment.mechanism().type() == MechanismType.SEQUENTIAL_OFFERS && role.count() > 1;
            for (int i = 0; i < (areUnlike ? role.count() : 1); i++) {
                String name = areUnlike ? role.name() + " " + (i + 1) : role.name();
                tables.add(Table.of(name, agent + i, TreatmentTheory.support(role.values()), equilibrium));
            }
            agent += role.count();
        }
        return tables;
    }

    /**
     * What the holders of a role do.
     *
     * @param role the role's name
     * @param agent the first agent that holds it
     * @param types evenly spaced types over the support, both ends among them
     * @param messages the message of each; NaN where that type abstains
     */
    public record Table(String role, int agent, List<Double> types, List<Double> messages) {

        /** Copies the lists. */
        public Table {
            types = List.copyOf(types);
            messages = List.copyOf(messages);
        }

        private static Table of(String role, int agent, Support values, Equilibrium equilibrium) {
            List<Double> types = new ArrayList<>();
            List<Double> messages = new ArrayList<>();
            for (int i = 0; i <= STEPS; i++) {
                double share = i / (double) STEPS;
                double type = (1 - share) * values.lower() + share * values.upper();
                types.add(type);
                messages.add(equilibrium.message(agent, type));
            }
            return new Table(role, agent, types, messages);
        }
    }
}
