package dev.envelope.theory.certificate.earning;

import dev.envelope.theory.callmarket.KDoubleAuction;
import dev.envelope.theory.mechanism.AllPayAuction;
import dev.envelope.theory.mechanism.BilateralDoubleAuction;
import dev.envelope.theory.mechanism.EntryFeeAuction;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.SecondPriceAuction;
import dev.envelope.theory.partnership.PartnershipAuction;
import dev.envelope.theory.units.UnitDemandAuction;
import dev.envelope.theory.units.UnitPricing;
import java.util.Optional;

/**
 * What one agent's message earns, in the orientation in which it wants the object. With W(b) the chance that b wins, type v
 * and message b:
 *
 * <p>(v − b)·W(b) + refund·∫^b R − fee, or v·W(b) − b − fee where everybody pays. By parts ∫^b (b − y) dW(y) = ∫^b W, so that with R = W
 * refund 0 is the first price, 1 the second, 1 − k the buyer's and k the seller's share in a k-double auction. With another R 1 is the
 * lowest accepted bid for one of several units ({@link RankedRival}). Among n partners, of whom the winner pays the others its bid b/n,
 * it is 1/n, besides what the others' bids are on average.
 *
 * @param refund which share of b − y comes back to a winner whose strongest rival sent y
 * @param allPay whether a message is paid whether it wins or not
 * @param fee what any message costs
 * @param least the lowest message that counts; −∞ without a reserve
 * @param silenceLoses whether a rival that abstains is beaten; otherwise there is nobody to trade with
 */
public record Rules(double refund, boolean allPay, double fee, double least, boolean silenceLoses) {

    /** The rules of {@code mechanism} for agent {@code agent}; empty where they are not of this form. */
    public static Optional<Rules> of(Mechanism mechanism, int agent) {
        if (mechanism instanceof EntryFeeAuction entry) {
            return of(entry.auction(), agent).map(rules -> rules.withFee(rules.fee + entry.fee()));
        }
        if (mechanism instanceof FirstPriceAuction first) {
            return Optional.of(auction(0, false, first.reserve().orElse(Double.NEGATIVE_INFINITY)));
        }
        if (mechanism instanceof SecondPriceAuction second) {
            return Optional.of(auction(1, false, second.reserve().orElse(Double.NEGATIVE_INFINITY)));
        }
        if (mechanism instanceof AllPayAuction allPay) {
            return Optional.of(auction(0, true, allPay.minimumBid()));
        }
        if (mechanism instanceof UnitDemandAuction units) {
            boolean isOwnBidPaid = units.auction().pricing() == UnitPricing.DISCRIMINATORY;
            return Optional.of(
                    auction(isOwnBidPaid ? 0 : 1, false, units.auction().reserve()));
        }
        if (mechanism instanceof BilateralDoubleAuction trade) {
            double refund = agent == BilateralDoubleAuction.BUYER ? 1 - trade.k() : trade.k();
            return Optional.of(new Rules(refund, false, 0, Double.NEGATIVE_INFINITY, false));
        }
        if (mechanism instanceof PartnershipAuction partners) {
            // In units of 1/n: (x − B)·W + ∫^B W/n, whoever wins being the lowest bidder of two where the loser's bid
            // is paid.
            return partners.isWinnersBidPaid() || partners.agents() == 2
                    ? Optional.of(auction(1.0 / partners.agents(), false, Double.NEGATIVE_INFINITY))
                    : Optional.empty();
        }
        if (mechanism instanceof KDoubleAuction) {
            return Optional.of(new Rules(1, false, 0, Double.NEGATIVE_INFINITY, false));
        }
        return Optional.empty();
    }

    private static Rules auction(double refund, boolean allPay, double least) {
        return new Rules(refund, allPay, 0, least, true);
    }

    private Rules withFee(double charged) {
        return new Rules(refund, allPay, charged, least, silenceLoses);
    }

    /** What a type of 0 earns with message {@code b} that wins with probability {@code chance}; {@code integral} is ∫^b W. */
    public double intercept(double b, double chance, double integral) {
        return (allPay ? -b : refund * integral - b * chance) - fee;
    }
}
