package dev.envelope.theory.efficient.market;

import dev.envelope.theory.efficient.EfficientMechanism;
import dev.envelope.theory.efficient.ObjectAllocation;
import dev.envelope.theory.efficient.OneDimensionalChoice;
import dev.envelope.theory.efficient.OutsideOption;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Profile;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.List;
import java.util.OptionalDouble;

/**
 * An efficient mechanism of agents with one-dimensional types as rules of a market: types are reported by everybody, the
 * efficient choice is made of them, the lowest index going first among equals, and the mechanism's payments are made. For public
 * projects, partnerships and licences, whose outcomes are not units of an object. Checked by {@code ChoiceSolutionsTest}.
 *
 * @param choice by whose types what is chosen
 * @param rules the mechanism that makes that choice
 * @param options what each agent has by staying away
 */
public record EfficientMarket(OneDimensionalChoice choice, EfficientMechanism rules, List<OutsideOption> options)
        implements ChoiceMarket {

    /** Copies the list; the mechanism is one of that choice. */
    public EfficientMarket {
        options = List.copyOf(options);
        if (!rules.choice().equals(choice)) {
            throw new IllegalArgumentException(
                    "rules: a mechanism of " + rules.choice() + " (expected: one of " + choice + ")");
        }
        if (options.size() != choice.agents()) {
            throw new IllegalArgumentException(
                    "options: " + options.size() + " (expected: one per agent, " + choice.agents() + ")");
        }
    }

    @Override
    public OutsideOption outsideOption(int agent) {
        return options.get(agent);
    }

    @Override
    public int agents() {
        return choice.agents();
    }

    @Override
    public boolean isDirect() {
        return true;
    }

    @Override
    public boolean mayAbstain() {
        return false;
    }

    @Override
    public boolean dealsInUnits() {
        return false;
    }

    /** Those that go without the object lose what the choice says they do, whatever their type. */
    @Override
    public double externality(int agent, MarketOutcome outcome, double[] types) {
        return hasExternality() && outcome.units(agent) == 0 ? -((ObjectAllocation) choice).beta() : 0;
    }

    @Override
    public boolean hasExternality() {
        return choice instanceof ObjectAllocation object && object.beta() != 0 && !object.mayKeep();
    }

    /**
     * The efficient choice of the reports and its payments; units are 1 for those whose part of their type is positive.
     *
     * @throws IllegalArgumentException as every mechanism, and when an agent abstains: the payments are of all reports
     */
    @Override
    public MarketOutcome outcome(double[] messages, TieOrder ties) {
        Profile.checkReports(messages, ties, choice.types());
        Profile.checkAllTakePart(messages);
        int[] units = new int[messages.length];
        double[] stakes = new double[messages.length];
        for (int i = 0; i < messages.length; i++) {
            stakes[i] = choice.weight(i, messages);
            units[i] = stakes[i] > 0 ? 1 : 0;
        }
        return MarketOutcome.of(units, rules.payments(messages), OptionalDouble.empty())
                .withCoefficients(stakes);
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return rules + " of " + choice;
    }
}
