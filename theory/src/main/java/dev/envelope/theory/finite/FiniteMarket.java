package dev.envelope.theory.finite;

import dev.envelope.theory.efficient.VcgMechanism;
import dev.envelope.theory.finite.FiniteTypesChoice.Kind;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.Profile;
import dev.envelope.theory.mechanism.Side;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/**
 * An efficient choice by finitely many types as rules of a market: types that there are are reported by everybody, the choice is made of them and payments
 * are made. Checked by {@code FinitePaymentsTest}.
 */
public final class FiniteMarket implements Mechanism {

    private final FiniteTypesChoice choice;
    private final UnaryOperator<double[]> payments;
    private final AlikePayments alike;
    private final String name;

    private FiniteMarket(FiniteTypesChoice choice, UnaryOperator<double[]> payments, AlikePayments alike, String name) {
        this.choice = choice;
        this.payments = payments;
        this.alike = alike;
        this.name = name;
    }

    /** With payments that cover the cost at every profile. */
    public static FiniteMarket of(FiniteTypesChoice choice, FinitePayments payments, String name) {
        return new FiniteMarket(choice, payments::payments, payments::treatAlike, name);
    }

    /**
     * A project, or a trade, that is paid for by VCG with the lowest types, a seller's highest cost, as its basis.
     *
     * @throws IllegalArgumentException of an object: who gets it among equals is no part of these payments, see {@code VcgAuction}
     */
    public static FiniteMarket vcg(FiniteTypesChoice choice) {
        if (choice.kind() == Kind.OBJECT) {
            throw new IllegalArgumentException("choice: " + choice + " (expected: a trade or a project)");
        }
        VcgMechanism rules = choice.plainVcg();
        return new FiniteMarket(
                choice,
                rules::payments,
                (one, other) -> rules.basis().get(one).equals(rules.basis().get(other)),
                "vcg");
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

    /** Taking part is part of the rules. */
    @Override
    public boolean mayAbstain() {
        return false;
    }

    @Override
    public boolean dealsInUnits() {
        return choice.kind() != Kind.PROJECT;
    }

    @Override
    public boolean treatsAlike(int one, int other) {
        return choice.kind() != Kind.TRADE
                && choice.types().get(one).equals(choice.types().get(other))
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
     * @throws IllegalArgumentException as every mechanism, of a type that there is not, and when an agent abstains
     */
    @Override
    public MarketOutcome outcome(double[] messages, TieOrder ties) {
        Profile.check(messages, ties, agents());
        Profile.checkAllTakePart(messages);
        int[] units = new int[messages.length];
        for (int i = 0; i < units.length; i++) {
            Reports.place(choice.types(), i, messages[i]);
            units[i] = choice.kind() == Kind.OBJECT ? 0 : (int) choice.weight(i, messages);
        }
        int winner = choice.kind() == Kind.OBJECT ? Profile.highest(messages, 0, ties) : -1;
        if (winner >= 0) {
            units[winner] = 1;
        }
        return MarketOutcome.of(units, payments.apply(messages), OptionalDouble.empty());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FiniteMarket that && choice.equals(that.choice) && name.equals(that.name);
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
