package dev.envelope.game.asked;

import dev.envelope.game.asked.offer.MessageBounds;
import dev.envelope.game.asked.offer.Offer;
import dev.envelope.game.plan.MechanismSpec;
import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.roles.RoleSpec;
import dev.envelope.theory.audit.AuditSettings;
import dev.envelope.theory.audit.played.PlayedGame;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.Solution;
import dev.envelope.theory.finite.FiniteGame;
import dev.envelope.theory.finite.demand.DemandGame;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The game of theory that a treatment is, its roles' seats being the agents in order. All money is in points. */
public interface AskedGame {

    /**
     * The game of {@code treatment}.
     *
     * @throws IllegalArgumentException when theory refuses the game: name, value and expectation
     */
    static AskedGame of(Treatment treatment) {
        MechanismType type = treatment.mechanism().type();
        if (CommonValueGame.isOne(treatment)) {
            return CommonValueGame.of(treatment);
        }
        if (FiniteValuesGame.isOne(treatment)) {
            return new FiniteValuesGame(treatment);
        }
        return switch (type) {
            case UNIFORM_PRICE, DISCRIMINATORY, MULTI_UNIT_VICKREY -> UnitsGame.of(treatment);
            case PACKAGE_AUCTION -> PackageGame.of(treatment);
            default -> MarketGame.of(treatment);
        };
    }

    /** The game as one of one-number messages and private types, where it is one. */
    default Optional<BayesianGame> bayesian() {
        return Optional.empty();
    }

    /** The treatment. */
    Treatment treatment();

    /** Its equilibrium where any message is admitted, or why none is given. */
    Solution freeSolution();

    /** Its equilibrium, or why none is given: also where some type's message is beyond the bounds of messages. */
    default Solution solution() {
        return MessageBounds.of(treatment()).within(freeSolution());
    }

    /** For how many units each message has a bid of its own in {@link #bidForUnit}. */
    default int unitsBidFor() {
        return 1;
    }

    /** What {@code agent} bids in {@code equilibrium} for its unit {@code unit}, from 0, by what that unit is worth to it. */
    default BidFunction bidForUnit(Equilibrium equilibrium, int agent, int unit) {
        return equilibrium.strategies().get(agent);
    }

    /** Figures beside the solution's predictions. */
    default List<Fact> facts() {
        return List.of();
    }

    /**
     * What given messages come to; ties go to the agent that is named first.
     *
     * @param offers one per agent
     * @throws IllegalArgumentException when a message is beyond its bounds, reports a type that there is not, or the mechanism refuses it
     */
    default Cleared clear(List<Offer> offers) {
        try {
            MessageBounds.of(treatment()).check(offers);
            ReportedTypes.check(treatment(), offers);
            return outcome(offers);
        } catch (IllegalArgumentException refused) {
            throw MessageWords.of(treatment(), refused);
        }
    }

    /** The same of messages that are within the bounds. */
    Cleared outcome(List<Offer> offers);

    /**
     * Refuses to audit the truth where it is beyond the bounds of messages.
     *
     * @throws IllegalArgumentException which bound, and which type's
     */
    default void checkTruthIsAdmitted() {
        MessageBounds.of(treatment())
                .obstacle(Collections.nCopies(treatment().marketSize(), BidFunction.TRUTH))
                .ifPresent(obstacle -> {
                    throw new IllegalArgumentException(obstacle);
                });
    }

    /**
     * The game to play out for an audit of {@code equilibrium}, where it is not one to audit by quadrature: types or messages of
     * several numbers, signals of a common value, or agents that are not risk neutral.
     */
    default Optional<PlayedGame> played(Equilibrium equilibrium) {
        return Optional.empty();
    }

    /** The same for an audit of the truth. */
    default Optional<PlayedGame> playedTruth() {
        return Optional.empty();
    }

    /**
     * The game to audit by going through all profiles, where everybody has finitely many values; empty where nobody has.
     *
     * @throws IllegalArgumentException when somebody has and the game cannot be audited; says why
     */
    default Optional<FiniteGame> finite() {
        return Optional.empty();
    }

    /**
     * The same where bidders want several units or packages and everybody has finitely many values, who bid what these are worth; empty of
     * other games.
     *
     * @throws IllegalArgumentException when it cannot be audited; says why
     */
    default Optional<DemandGame> demand() {
        return Optional.empty();
    }

    /**
     * The game to audit where nobody has finitely many values.
     *
     * @throws IllegalArgumentException when it cannot be audited; says why
     */
    BayesianGame audited();

    /** {@code settings} with what agents have that stay away. */
    default AuditSettings withOutsideOptions(AuditSettings settings) {
        return settings;
    }

    /** Refuses an entry fee in a mechanism that has none. */
    static void checkNoFee(MechanismSpec mechanism) {
        if (mechanism.parameters().containsKey("entry_fee")) {
            throw new IllegalArgumentException("entry_fee: " + mechanism.parameter("entry_fee", 0)
                    + " (expected: none in " + mechanism.type().planName() + ")");
        }
    }

    /** The role's name of every agent. */
    static List<String> roles(Treatment treatment) {
        List<String> names = new ArrayList<>();
        for (RoleSpec role : treatment.roles()) {
            for (int i = 0; i < role.count(); i++) {
                names.add(role.name());
            }
        }
        return names;
    }
}
