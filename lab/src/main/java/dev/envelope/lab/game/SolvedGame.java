package dev.envelope.lab.game;

import dev.envelope.game.asked.AskedGame;
import dev.envelope.game.asked.Fact;
import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.roles.CommonValue;
import dev.envelope.game.plan.roles.DistributionSpec;
import dev.envelope.game.plan.roles.RoleSpec;
import dev.envelope.game.plan.roles.StatedValues;
import dev.envelope.game.plan.roles.Support;
import dev.envelope.game.plan.roles.ValueKind;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.Solution;
import dev.envelope.theory.mechanism.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

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
        if (solution instanceof Equilibrium equilibrium && bayesian.isEmpty()) {
            return game.finite()
                    .map(finite -> TickGains.largest(TickGains.of(game, finite, equilibrium.strategies())))
                    .orElse(OptionalDouble.empty());
        }
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

    /**
     * The strategies of each role: of each agent where offers are made one after another, for each unit where several are
     * wanted; none without an equilibrium.
     */
    public List<Strategy> strategies() {
        if (!(solution instanceof Equilibrium equilibrium)) {
            return List.of();
        }
        List<Strategy> strategies = new ArrayList<>();
        int agent = 0;
        for (RoleSpec role : treatment.roles()) {
            boolean areUnlike = treatment.mechanism().type() == MechanismType.SEQUENTIAL_OFFERS && role.count() > 1;
            for (int i = 0; i < (areUnlike ? role.count() : 1); i++) {
                String name = areUnlike ? role.name() + " " + (i + 1) : role.name();
                strategies.addAll(strategies(name, agent + i, role, equilibrium));
            }
            agent += role.count();
        }
        return strategies;
    }

    private List<Strategy> strategies(String name, int agent, RoleSpec role, Equilibrium equilibrium) {
        int units = game.unitsBidFor();
        return IntStream.range(0, units)
                .mapToObj(unit -> new Strategy(
                        name,
                        units == 1 ? OptionalInt.empty() : OptionalInt.of(unit + 1),
                        role.side(),
                        StatedValues.support(role.values()),
                        types(role.values()),
                        game.bidForUnit(equilibrium, agent, unit)))
                .toList();
    }

    /** All types where they are finitely many; otherwise evenly spaced ones over the support, both ends and those of gaps among them. */
    private static List<Double> types(DistributionSpec values) {
        if (StatedValues.isFinite(values)) {
            return StatedValues.finite(values).points();
        }
        if (ValueKind.of(values) == ValueKind.INDEPENDENT && !CommonValue.isOne(values)) {
            var pieces = dev.envelope.theory.distribution.composite.Support.of(StatedValues.distribution(values));
            if (pieces.pieces().size() > 1) {
                return Arrays.stream(pieces.even(STEPS + 1)).boxed().toList();
            }
        }
        Support support = StatedValues.support(values);
        return IntStream.rangeClosed(0, STEPS)
                .mapToObj(i -> i / (double) STEPS)
                .map(share -> (1 - share) * support.lower() + share * support.upper())
                .toList();
    }

    /**
     * What the holders of a role do.
     *
     * @param role the role's name
     * @param unit for which unit the bid is, from 1, where several are wanted
     * @param side the role's side
     * @param values the range of types
     * @param types those that are tabulated, in increasing order
     * @param bids the message of each type, NaN where it abstains
     */
    public record Strategy(
            String role, OptionalInt unit, Side side, Support values, List<Double> types, BidFunction bids) {

        /** The role, and the unit where there are several. */
        public String name() {
            return unit.isPresent() ? role + ", unit " + unit.getAsInt() : role;
        }

        /** The message of each; NaN where that type abstains. */
        public List<Double> messages() {
            return types().stream().map(bids::message).toList();
        }
    }
}
