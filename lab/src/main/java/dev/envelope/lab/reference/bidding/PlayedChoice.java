package dev.envelope.lab.reference.bidding;

import dev.envelope.theory.distribution.Expectation;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.efficient.OutsideOption;
import dev.envelope.theory.mechanism.TieOrder;
import dev.envelope.theory.numeric.Bisection;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Sealed bids in equilibrium for what always goes to somebody. Agents are counted from 0; amounts are in the unit of the values. */
public interface PlayedChoice {

    /** The distribution of each agent's value. */
    List<ValueDistribution> types();

    /** What {@code agent} of value {@code value} bids. */
    double bid(int agent, double value);

    /** The probability that {@code agent} wins with {@code value}. */
    double winProbability(int agent, double value);

    /** What {@code agent} of value {@code value} expects to pay, winning or not; what it is paid counts against it. */
    double payment(int agent, double value);

    /** What {@code agent} of value {@code value} expects in all, what it has outside not deducted. */
    double utility(int agent, double value);

    /** By how much {@link #utility} rises with the value. */
    double slope(int agent, double value);

    /** What {@code agent} has that stays away, a line in its value. */
    OutsideOption outside(int agent);

    /** What {@code agent} expects before it knows its value. */
    double surplus(int agent);

    /** What {@code agent} expects to pay before it knows its value. */
    double payment(int agent);

    /** E[the price that the winner pays for one share, or for all]; refused where also losers pay theirs. */
    double price();

    /** How many times the winner pays the price. */
    default int sharesPaid() {
        return 1;
    }

    /** What each pays for these bids, no two of which are equal. */
    double[] payments(double[] bids, TieOrder ties);

    /** Whether all have values of one distribution. */
    default boolean areAlike() {
        return types().stream().allMatch(types().get(0)::equals);
    }

    /** What all pay on average. */
    default double revenue() {
        return all(this::payment);
    }

    /** E[what the outcome is worth to all]. */
    default double welfare() {
        return all(this::surplus) + revenue();
    }

    /** P({@code agent} wins). */
    default double winProbability(int agent) {
        return mean(agent, value -> winProbability(agent, value));
    }

    /** How much more than outside {@code agent} of value {@code value} expects. */
    default double netGain(int agent, double value) {
        return utility(agent, value) - outside(agent).at(value);
    }

    /** The value with which {@code agent} gains least over staying away; both are convex in it. */
    default double worstOff(int agent) {
        ValueDistribution type = types().get(agent);
        double outside = outside(agent).at(1) - outside(agent).at(0);
        return Bisection.first(type.lower(), type.upper(), x -> slope(agent, x) >= outside);
    }

    /** The least utility of any value of {@code agent}. */
    default double leastUtility(int agent) {
        ValueDistribution type = types().get(agent);
        return utility(agent, Bisection.first(type.lower(), type.upper(), x -> slope(agent, x) >= 0));
    }

    /** E[{@code f}(X)] of the agent's value. */
    default double mean(int agent, DoubleUnaryOperator f) {
        ValueDistribution type = types().get(agent);
        double scale = Math.max(Math.abs(type.lower()), Math.abs(type.upper()));
        List<Double> kinks = types().stream()
                .flatMap(other -> IntStream.range(0, 2).mapToObj(end -> end == 0 ? other.lower() : other.upper()))
                .toList();
        return Expectation.of(type, type.lower(), type.upper(), 1e-12 * scale, kinks, f);
    }

    private double all(IntToDoubleFunction each) {
        return IntStream.range(0, types().size()).mapToDouble(each).sum();
    }
}
