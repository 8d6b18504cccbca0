package dev.envelope.theory.licence;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.efficient.ObjectAllocation;
import dev.envelope.theory.efficient.OutsideOption;
import dev.envelope.theory.symmetric.SymmetricAuction;
import java.util.Collections;

/**
 * A {@link Licence} for one of n firms with values of one distribution.
 *
 * <p>To win is worth the value and the loss avoided: (1+α)x, or x + α. The symmetric equilibria of the first-price,
 * second-price and all-pay auctions are those without externality for these stakes, also where the loss is α times the
 * winner's value Y: who just wins against Y = x avoids αx. For U[0,1] and two firms (1+α)x/2 in the first-price
 * auction. Checked by {@code LicenceAuctionTest} against best-response search.
 *
 * @param type the distribution of a firm's value
 * @param firms n, at least 2
 * @param loss what the loss is measured by
 * @param alpha α, above −1
 */
public record LicenceAuction(ValueDistribution type, int firms, Loss loss, double alpha) {

    /** Checks the numbers. */
    public LicenceAuction {
        if (firms < 2) {
            throw new IllegalArgumentException("firms: " + firms + " (expected: at least 2)");
        }
        if (!(alpha > -1) || Double.isInfinite(alpha)) {
            throw new IllegalArgumentException("alpha: " + alpha + " (expected: a number above -1)");
        }
    }

    /** The bid of a firm of value {@code x} where {@code pricing} says what is paid. */
    public double bid(LicenceBidding.Pricing pricing, double x) {
        return switch (pricing) {
            case FIRST_PRICE -> firstPriceBid(x);
            case SECOND_PRICE -> secondPriceBid(x);
            case ALL_PAY -> allPayBid(x);
        };
    }

    /** The bid of a firm of value {@code x} where the winner pays its own. */
    public double firstPriceBid(double x) {
        return factor() * auction().firstPriceBid(x) + premium();
    }

    /** The bid of a firm of value {@code x} where the winner pays the second bid: the stakes against an equal. */
    public double secondPriceBid(double x) {
        return factor() * x + premium();
    }

    /** The bid of a firm of value {@code x} where all pay their own. */
    public double allPayBid(double x) {
        return factor() * auction().allPayBid(x, 0) + premium() * auction().winProbability(x);
    }

    /** What the seller takes in on average in each of these auctions. */
    public double revenue() {
        return factor() * auction().revenue() + premium();
    }

    /** What a firm of value {@code x} expects in each of these auctions. */
    public double interimUtility(double x) {
        double gain = auction().interimUtility(x);
        return switch (loss) {
            case OWN_VALUE -> factor() * gain - alpha * x;
            case CONSTANT -> gain - alpha;
            // x·G − (1+α)·∫_a^x y dG − α·∫_x^w y dG
            case WINNERS_VALUE -> gain - alpha * highestOther();
        };
    }

    /** What a firm of value {@code x} expects to pay in each of these auctions. */
    public double interimPayment(double x) {
        return factor() * auction().interimPayment(x) + premium() * auction().winProbability(x);
    }

    /** The licence and those it is for. */
    public Licence licence() {
        return new Licence(Collections.nCopies(firms, type), loss, alpha);
    }

    /**
     * The firms' choice with private values.
     *
     * @throws IllegalArgumentException where the loss is measured by the winner's value
     */
    public ObjectAllocation choice() {
        return licence().choice();
    }

    /** What a firm has that stays away while a rival gets the licence. */
    public OutsideOption rivalLicensed() {
        return licence().rivalLicensed(0);
    }

    /** What the most reluctant firms can be made to pay, {@linkplain Licence#expectedSurplus as any firms}. */
    public double expectedSurplus(OutsideOption option) {
        return licence().expectedSurplus(Collections.nCopies(firms, option));
    }

    /** By what the stakes exceed the value: (1 + α)x where the loss is in proportion to a value. */
    private double factor() {
        return loss == Loss.CONSTANT ? 1 : 1 + alpha;
    }

    private double premium() {
        return loss == Loss.CONSTANT ? alpha : 0;
    }

    /** E[the highest value among the others]. */
    private double highestOther() {
        return licence().highestOther(0);
    }

    private SymmetricAuction auction() {
        return SymmetricAuction.of(type, firms, type.lower());
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return licence().toString();
    }
}
