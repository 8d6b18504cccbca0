package dev.envelope.theory.finite;

import dev.envelope.theory.efficient.OutsideOption;
import dev.envelope.theory.efficient.VcgMechanism;
import dev.envelope.theory.finite.FiniteTypesChoice.Kind;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.Profile;
import dev.envelope.theory.mechanism.Side;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/**
 * An efficient choice by finitely many types as rules of a market: types that there are are reported by everybody, the choice is made of them and payments
 * are made. Checked by {@code FinitePaymentsTest}.
 */
public final class FiniteMarket implements Mechanism {

    private final FiniteTypesChoice choice;
    private final List<OutsideOption> options;
    private final UnaryOperator<double[]> payments;
    private final AlikePayments alike;
    private final boolean isPaidByWhatIsDrawn;
    private final boolean isVoluntary;
    private final String name;

    private FiniteMarket(
            FiniteTypesChoice choice,
            List<OutsideOption> options,
            UnaryOperator<double[]> payments,
            AlikePayments alike,
            boolean isPaidByWhatIsDrawn,
            boolean isVoluntary,
            String name) {
        this.choice = choice;
        this.options = List.copyOf(options);
        this.payments = payments;
        this.alike = alike;
        this.isPaidByWhatIsDrawn = isPaidByWhatIsDrawn;
        this.isVoluntary = isVoluntary && (choice.kind() == Kind.OBJECT || choice.kind() == Kind.TRADE);
        this.name = name;
    }

    /** With payments that cover the cost at every profile. */
    public static FiniteMarket of(FiniteTypesChoice choice, FinitePayments payments, String name) {
        return of(choice, nothing(choice), payments, name);
    }

    /** The same where each has one of {@code options} that stays away. */
    public static FiniteMarket of(
            FiniteTypesChoice choice, List<OutsideOption> options, FinitePayments payments, String name) {
        return new FiniteMarket(
                choice, options, payments::payments, payments::treatAlike, false, payments.areVoluntary(), name);
    }

    private static List<OutsideOption> nothing(FiniteTypesChoice choice) {
        return Collections.nCopies(choice.agents(), OutsideOption.nothing());
    }

    /**
     * What is allotted, paid for by VCG with the most reluctant types as its basis, where each has one of {@code options} that stays away.
     *
     * @throws IllegalArgumentException of anything else
     */
    public static FiniteMarket vcg(FiniteTypesChoice choice, List<OutsideOption> options) {
        if (choice.kind() != Kind.ALLOTMENT) {
            throw new IllegalArgumentException("choice: " + choice + " (expected: something that is allotted)");
        }
        return vcg(choice, options, VcgMechanism.withOptimalBasis(choice, options));
    }

    private static FiniteMarket vcg(FiniteTypesChoice choice, List<OutsideOption> options, VcgMechanism rules) {
        return new FiniteMarket(
                choice,
                options,
                rules::payments,
                (one, other) -> rules.basis().get(one).equals(rules.basis().get(other)),
                true,
                true,
                "vcg");
    }

    /**
     * A project, or a trade, that is paid for by VCG with the lowest types, a seller's highest cost, as its basis.
     *
     * @throws IllegalArgumentException of an object: who gets it among equals is no part of these payments, see {@code VcgAuction}
     */
    public static FiniteMarket vcg(FiniteTypesChoice choice) {
        if (choice.kind() == Kind.OBJECT || choice.kind() == Kind.ALLOTMENT) {
            throw new IllegalArgumentException("choice: " + choice + " (expected: a trade or a project)");
        }
        return vcg(choice, nothing(choice), choice.plainVcg());
    }

    /** Whether two agents with the same types pay alike. */
    @FunctionalInterface
    private interface AlikePayments {
        boolean areOf(int one, int other);
    }

    /** What is chosen. */
    public FiniteTypesChoice choice() {
        return choice;
    }

    /** What each agent has that stays away. */
    public List<OutsideOption> options() {
        return options;
    }

    @Override
    public int agents() {
        return choice.agents();
    }

    @Override
    public Side side(int agent) {
        return choice.kind() != Kind.TRADE ? Side.BIDDER : agent == 0 ? Side.BUYER : Side.SELLER;
    }

    @Override
    public boolean isDirect() {
        return true;
    }

    /**
     * Where an object is sold or two trade, and nobody expects to lose by it. Otherwise taking part is part of the rules: some may expect to
     * lose, or what is chosen is chosen for those that stay away too.
     */
    @Override
    public boolean mayAbstain() {
        return isVoluntary;
    }

    @Override
    public boolean dealsInUnits() {
        return choice.kind() == Kind.OBJECT || choice.kind() == Kind.TRADE;
    }

    @Override
    public boolean hasExternality() {
        return choice.beta() != 0;
    }

    @Override
    public double externality(int agent, MarketOutcome outcome, double[] types) {
        return outcome.units(agent) == 0 ? -choice.beta() : 0;
    }

    @Override
    public boolean treatsAlike(int one, int other) {
        return choice.kind() != Kind.TRADE
                && choice.types().get(one).equals(choice.types().get(other))
                && options.get(one).equals(options.get(other))
                && alike.areOf(one, other);
    }

    @Override
    public double cost(double[] messages) {
        return choice.cost(messages);
    }

    @Override
    public double firstBest(double[] types) {
        return choice.welfare(types);
    }

    /**
     * The choice of the reports and its payments; equal types go for an object as {@code ties} say.
     *
     * @throws IllegalArgumentException as every mechanism, of a type that there is not, and when an agent abstains that may not
     */
    @Override
    public MarketOutcome outcome(double[] messages, TieOrder ties) {
        Profile.check(messages, ties, agents());
        if (!isVoluntary) {
            Profile.checkAllTakePart(messages);
        }
        boolean isMissed = false;
        for (int i = 0; i < messages.length; i++) {
            if (Double.isNaN(messages[i])) {
                isMissed = true;
            } else {
                Reports.place(choice.types(), i, messages[i]);
            }
        }
        return isMissed && choice.kind() == Kind.TRADE ? MarketOutcome.nothing(2) : chosen(messages, ties);
    }

    private MarketOutcome chosen(double[] messages, TieOrder ties) {
        return switch (choice.kind()) {
            case OBJECT -> {
                int[] units = new int[messages.length];
                int winner = Profile.highest(messages, 0, ties);
                if (winner >= 0) {
                    units[winner] = 1;
                }
                yield MarketOutcome.of(units, payments.apply(messages), OptionalDouble.empty());
            }
            case ALLOTMENT -> allotted(messages, Profile.highest(messages, Double.NEGATIVE_INFINITY, ties));
            case TRADE, PROJECT -> {
                int[] units = new int[messages.length];
                for (int i = 0; i < units.length; i++) {
                    units[i] = (int) choice.weight(i, messages);
                }
                yield MarketOutcome.of(units, payments.apply(messages), OptionalDouble.empty());
            }
        };
    }

    /** In VCG whoever ties pays for what it gets, and no more or less than that where it does not. */
    private MarketOutcome allotted(double[] reports, int winner) {
        int[] units = new int[reports.length];
        units[winner] = 1;
        double[] paid = payments.apply(reports);
        double[] stakes = new double[reports.length];
        for (int i = 0; i < reports.length; i++) {
            stakes[i] = i == winner ? 1 : -choice.alpha();
            paid[i] += isPaidByWhatIsDrawn
                    ? choice.valueWhereAllotted(i, winner, reports[i]) - choice.ownValue(i, reports)
                    : 0;
        }
        return MarketOutcome.of(units, paid, OptionalDouble.empty()).withCoefficients(stakes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FiniteMarket that
                && choice.equals(that.choice)
                && options.equals(that.options)
                && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return 31 * choice.hashCode() + name.hashCode();
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return name;
    }
}
