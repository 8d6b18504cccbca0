package dev.envelope.theory.audit.played;

import dev.envelope.theory.audit.AgentReport;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * A game with strategies that can be played out: types and messages of any number of numbers, and values that need not be private.
 */
public interface PlayedGame {

    /** How many agents there are. */
    int agents();

    /** What chance decides, drawn with numbers between 0 and 1. */
    Draw draw(DoubleSupplier uniforms);

    /** The same where agent {@code agent} is of type {@code type}: all else given that. */
    default Draw given(int agent, List<Double> type, DoubleSupplier uniforms) {
        return draw(uniforms).with(agent, type);
    }

    /** The prescribed message of a type; empty to abstain. */
    List<Double> message(int agent, List<Double> type);

    /** The other messages that a type tries. */
    List<List<Double>> tried(int agent, List<Double> type);

    /** Types at which what an agent gains may change and that draws miss. */
    default List<List<Double>> landmarks(int agent) {
        return List.of();
    }

    /** The first agent of whom all is true that is true of {@code agent}. */
    default int firstLike(int agent) {
        return agent;
    }

    /** What happens. */
    Settlement settle(Draw draw, List<List<Double>> messages);

    /** How many times as long as others such a game takes to settle; it is played as many times less. */
    default int slowness() {
        return 1;
    }

    /** The largest gains there can be. */
    double firstBest(Draw draw);

    /** A gain from deviating from the prescribed messages that is computed rather than drawn; none where there is no formula of payoffs. */
    default Optional<AgentReport.Estimate> computedGain() {
        return Optional.empty();
    }

    /** What an agent thinks of a gain in money. */
    default double utility(double gain) {
        return gain;
    }

    /** Whether the prescribed messages are the types, or what they say of the value. */
    boolean isTruthful();

    /** The same game where everybody says the truth. */
    PlayedGame truthful();
}
