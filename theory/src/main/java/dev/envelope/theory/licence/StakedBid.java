package dev.envelope.theory.licence;

import dev.envelope.theory.equilibrium.BidFunction;

/**
 * The bid of a firm for a licence that bids what it would for its {@linkplain Licence#stake stake} were that its value. Who would abstain bids 0,
 * which is the same where everybody pays; nobody else abstains.
 *
 * @param licence what is bid for
 * @param ofStake what is bid by stake
 */
public record StakedBid(Licence licence, BidFunction ofStake) implements BidFunction {

    @Override
    public double message(double value) {
        double message = ofStake.message(licence.stake(value));
        return Double.isNaN(message) ? 0 : message;
    }
}
