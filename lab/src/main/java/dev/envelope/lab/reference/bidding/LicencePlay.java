package dev.envelope.lab.reference.bidding;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.efficient.OutsideOption;
import dev.envelope.theory.licence.Licence;
import dev.envelope.theory.licence.LicenceBidding;
import dev.envelope.theory.licence.LicenceBidding.Pricing;
import dev.envelope.theory.licence.Loss;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.List;

/**
 * Firms that bid for a licence. Who stays away has what a rival's licence leaves it, and with that what a firm expects is what it gains
 * in the auction of stakes, in units of 1 + α where the loss is by the winner's value: who pays (1+α)y avoids αy.
 */
abstract class LicencePlay implements PlayedChoice {

    private final LicenceBidding bidding;
    private final boolean isRivalLicensed;

    LicencePlay(LicenceBidding bidding, boolean isRivalLicensed) {
        this.bidding = bidding;
        this.isRivalLicensed = isRivalLicensed;
    }

    final Licence licence() {
        return bidding.licence();
    }

    final LicenceBidding bidding() {
        return bidding;
    }

    @Override
    public final List<ValueDistribution> types() {
        return bidding.types();
    }

    @Override
    public final OutsideOption outside(int agent) {
        return isRivalLicensed ? licence().rivalLicensed(agent) : OutsideOption.nothing();
    }

    /** With its own value at stake also what it loses changes with it. */
    @Override
    public final double slope(int agent, double value) {
        double chance = winProbability(agent, value);
        return licence().loss() == Loss.OWN_VALUE ? chance - licence().alpha() * (1 - chance) : chance;
    }

    @Override
    public final double price() {
        if (bidding.pricing() == Pricing.ALL_PAY) {
            throw new IllegalArgumentException(
                    "setting.mechanism: " + bidding.pricing() + " (expected: one in which only the winner pays)");
        }
        return revenue();
    }

    @Override
    public final double[] payments(double[] bids, TieOrder ties) {
        return bidding.outcome(bids, ties).payments();
    }
}
