package dev.envelope.theory.licence;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.efficient.ObjectAllocation;
import dev.envelope.theory.efficient.OutsideOption;
import dev.envelope.theory.efficient.market.ChoiceMarket;
import dev.envelope.theory.mechanism.AllPayAuction;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.Profile;
import dev.envelope.theory.mechanism.SecondPriceAuction;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * The sealed bids for a {@link Licence}: the highest gets the licence, which is always issued, so that everybody bids.
 *
 * @param licence who bids, and what those lose that go without
 * @param pricing what is paid
 */
public record LicenceBidding(Licence licence, Pricing pricing) implements ChoiceMarket {

    /** What is paid for a licence. */
    public enum Pricing {
        /** The winner pays its own bid. */
        FIRST_PRICE,
        /** The winner pays the second-highest bid. */
        SECOND_PRICE,
        /** Everybody pays its own bid. */
        ALL_PAY;

        /** As plan files call it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Among firms that are alike. */
    public LicenceBidding(LicenceAuction alike, Pricing pricing) {
        this(alike.licence(), pricing);
    }

    /** The distributions of the firms' values. */
    public List<ValueDistribution> types() {
        return licence.types();
    }

    /**
     * Who should have the licence.
     *
     * @throws IllegalArgumentException where the loss is measured by the winner's value
     */
    @Override
    public ObjectAllocation choice() {
        return licence.choice();
    }

    /** A rival has the licence. */
    @Override
    public OutsideOption outsideOption(int agent) {
        return licence.rivalLicensed(agent);
    }

    @Override
    public int agents() {
        return licence.firms();
    }

    @Override
    public boolean isDirect() {
        return false;
    }

    @Override
    public boolean mayAbstain() {
        return false;
    }

    @Override
    public boolean dealsInUnits() {
        return false;
    }

    @Override
    public boolean treatsAlike(int one, int other) {
        return true;
    }

    @Override
    public boolean hasExternality() {
        return licence.loss() != Loss.OWN_VALUE && licence.alpha() != 0;
    }

    @Override
    public double externality(int agent, MarketOutcome outcome, double[] types) {
        if (licence.loss() == Loss.OWN_VALUE || outcome.units(agent) > 0) {
            return 0;
        }
        return -licence.alpha() * (licence.loss() == Loss.CONSTANT ? 1 : types[winner(outcome)]);
    }

    private static int winner(MarketOutcome outcome) {
        int winner = 0;
        while (outcome.units(winner) == 0) {
            winner++;
        }
        return winner;
    }

    @Override
    public double cost(double[] messages) {
        return 0;
    }

    /** With the winner's value the least harm may be done where the licence goes to the lowest. */
    @Override
    public double firstBest(double[] types) {
        return licence.best(types);
    }

    @Override
    public double expectedFirstBest() {
        return licence.expectedBest();
    }

    /** The licence for the highest bid, among equal ones as {@code ties} say; refuses an abstention. */
    @Override
    public MarketOutcome outcome(double[] messages, TieOrder ties) {
        Profile.check(messages, ties, agents());
        Profile.checkAllTakePart(messages);
        MarketOutcome plain = auction().outcome(messages, ties);
        double[] stakes = new double[messages.length];
        for (int i = 0; i < stakes.length; i++) {
            stakes[i] = plain.units(i) > 0 ? 1 : licence.loss() == Loss.OWN_VALUE ? -licence.alpha() : 0;
        }
        return plain.withCoefficients(stakes);
    }

    /** The auction that says who wins and who pays. */
    public Mechanism auction() {
        return switch (pricing) {
            case FIRST_PRICE -> FirstPriceAuction.of(agents(), OptionalDouble.empty());
            case SECOND_PRICE -> SecondPriceAuction.of(agents(), OptionalDouble.empty());
            case ALL_PAY -> new AllPayAuction(agents(), 0);
        };
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return licence + " and payments " + pricing;
    }
}
