package dev.envelope.theory.efficient.market;

import dev.envelope.theory.efficient.BalancedMechanism;
import dev.envelope.theory.efficient.EfficientMechanism;
import dev.envelope.theory.efficient.ExpectedExternality;
import dev.envelope.theory.efficient.ObjectAllocation;
import dev.envelope.theory.efficient.OneDimensionalChoice;
import dev.envelope.theory.efficient.OutsideOption;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Profile;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * An efficient mechanism of agents with one-dimensional types as rules of a market: types are reported by everybody, the
 * efficient choice is made of them, the lowest index going first among equals, and the mechanism's payments are made. For public
 * projects, partnerships and licences, whose outcomes are not units of an object. Equal where choice, mechanism and options are. Checked
 * by {@code ChoiceSolutionsTest}.
 */
public final class EfficientMarket implements ChoiceMarket {

    private final OneDimensionalChoice choice;
    private final EfficientMechanism rules;
    private final List<OutsideOption> options;

    /** Payments that are integrals over the others' types; worked out when the market is first played. */
    private @Nullable ExternalityPayments integrated;

    /**
     * The market of a mechanism.
     *
     * @param choice by whose types what is chosen
     * @param rules the mechanism that makes that choice
     * @param options what each agent has by staying away
     */
    public EfficientMarket(OneDimensionalChoice choice, EfficientMechanism rules, List<OutsideOption> options) {
        this.choice = choice;
        this.rules = rules;
        this.options = List.copyOf(options);
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
    public OneDimensionalChoice choice() {
        return choice;
    }

    /** The mechanism that makes that choice. */
    public EfficientMechanism rules() {
        return rules;
    }

    /** What each agent has by staying away. */
    public List<OutsideOption> options() {
        return options;
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
        return outcome(messages, ties, true);
    }

    @Override
    public MarketOutcome allocation(double[] messages, TieOrder ties) {
        return outcome(messages, ties, false);
    }

    private MarketOutcome outcome(double[] messages, TieOrder ties, boolean isPaid) {
        Profile.checkReports(messages, ties, choice.types());
        Profile.checkAllTakePart(messages);
        int[] units = new int[messages.length];
        double[] stakes = new double[messages.length];
        for (int i = 0; i < messages.length; i++) {
            stakes[i] = choice.weight(i, messages);
            units[i] = stakes[i] > 0 ? 1 : 0;
        }
        double[] payments = isPaid ? payments(messages) : new double[messages.length];
        return MarketOutcome.of(units, payments, OptionalDouble.empty()).withCoefficients(stakes);
    }

    /** Those of the mechanism; what is integrated is kept, with an error of 1e-13 of its largest value. */
    private double[] payments(double[] types) {
        if (!(rules instanceof BalancedMechanism || rules instanceof ExpectedExternality)) {
            return rules.payments(types);
        }
        double[] payments = integrated().payments(types);
        double share = choice.cost(types) / types.length;
        for (int i = 0; i < payments.length; i++) {
            payments[i] += share;
        }
        return payments;
    }

    private synchronized ExternalityPayments integrated() {
        if (integrated == null) {
            integrated = rules instanceof BalancedMechanism balanced
                    ? ExternalityPayments.of(balanced, choice)
                    : ExternalityPayments.of(
                            new ExpectedExternality(choice), choice, Collections.nCopies(choice.agents(), 0.0));
        }
        return integrated;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EfficientMarket that
                && choice.equals(that.choice)
                && rules.equals(that.rules)
                && options.equals(that.options);
    }

    @Override
    public int hashCode() {
        return Objects.hash(choice, rules, options);
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return rules + " of " + choice;
    }
}
