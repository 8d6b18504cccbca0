package dev.envelope.theory.licence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.efficient.ExpectedExternality;
import dev.envelope.theory.efficient.OutsideOption;
import dev.envelope.theory.efficient.VcgMechanism;
import dev.envelope.theory.numeric.Quadrature;
import java.util.Collections;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class LicenceAuctionTest {

    private static final ValueDistribution UNIT = UniformDistribution.of(0, 1);
    private static final OutsideOption NOTHING = OutsideOption.nothing();

    @Test
    void uniformFirmsBidTheKnownLines() {
        LicenceAuction own = new LicenceAuction(UNIT, 2, Loss.OWN_VALUE, 0.25);
        assertThat(own.firstPriceBid(0.6)).isEqualTo(1.25 * 0.3, within(1e-15));
        assertThat(own.revenue()).isEqualTo(1.25 / 3, within(1e-15));
        LicenceAuction constant = new LicenceAuction(UNIT, 2, Loss.CONSTANT, 0.25);
        assertThat(constant.firstPriceBid(0.6)).isEqualTo(0.55, within(1e-15));
        assertThat(constant.revenue()).isEqualTo(1 / 3.0 + 0.25, within(1e-15));
        LicenceAuction winners = new LicenceAuction(UNIT, 2, Loss.WINNERS_VALUE, 0.25);
        assertThat(winners.firstPriceBid(0.6)).isEqualTo(1.25 * 0.3, within(1e-15));
    }

    @Test
    void noFirmGainsByBiddingAsAnotherTypeInAnyReadingAndFormat() {
        for (ValueDistribution type : List.of(PowerDistribution.of(2, 0, 1), UniformDistribution.of(0.5, 2))) {
            for (Loss loss : Loss.values()) {
                for (int n : new int[] {2, 4}) {
                    LicenceAuction auction = new LicenceAuction(type, n, loss, 0.7);
                    for (int format = 0; format < 3; format++) {
                        double x = type.quantile(0.6);
                        double truth = payoff(auction, format, x, x);
                        assertThat(truth).isEqualTo(auction.interimUtility(x), within(1e-12));
                        for (double share : new double[] {0, 0.4, 0.55, 0.65, 1}) {
                            assertThat(payoff(auction, format, x, type.quantile(share)))
                                    .isLessThan(truth);
                        }
                    }
                }
            }
        }
    }

    /** Of a firm of value x that bids like z, against the highest other value y. */
    private static double payoff(LicenceAuction auction, int format, double x, double z) {
        double all = format == 2 ? auction.allPayBid(z) : 0;
        double won = average(auction, auction.type().lower(), z, y -> x - price(auction, format, z, y));
        double lost = average(auction, z, auction.type().upper(), y -> switch (auction.loss()) {
            case OWN_VALUE -> auction.alpha() * x;
            case CONSTANT -> auction.alpha();
            case WINNERS_VALUE -> auction.alpha() * y;
        });
        return won - lost - all;
    }

    private static double price(LicenceAuction auction, int format, double z, double y) {
        return format == 0 ? auction.firstPriceBid(z) : format == 1 ? auction.secondPriceBid(y) : 0;
    }

    private static double average(LicenceAuction auction, double from, double to, DoubleUnaryOperator f) {
        int others = auction.firms() - 1;
        ValueDistribution type = auction.type();
        return Quadrature.integrateWithin(
                1e-14,
                y -> f.applyAsDouble(y) * others * Math.pow(type.cdf(y), others - 1) * type.density(y),
                from,
                to);
    }

    @Test
    void revenueIsWhatFirmsPay() {
        for (Loss loss : Loss.values()) {
            LicenceAuction auction = new LicenceAuction(UniformDistribution.of(0.5, 2), 3, loss, 0.4);
            double paid = Quadrature.integrate(x -> auction.interimPayment(x) / 1.5, 0.5, 2);
            assertThat(auction.revenue()).isEqualTo(3 * paid, within(1e-12));
        }
    }

    @Test
    void balancedMechanismsExistUpToTheKnownLosses() {
        assertThat(Licence.largestAlpha(Collections.nCopies(2, UNIT), Loss.OWN_VALUE))
                .isEqualTo((1 + Math.sqrt(3)) / 2, within(1e-13));
        assertThat(Licence.largestAlpha(Collections.nCopies(2, UNIT), Loss.CONSTANT))
                .isEqualTo(1 / 3.0, within(1e-13));
        // E[X_(2)] ≥ α·(n − 1)·E[X_(1)]
        assertThat(Licence.largestAlpha(Collections.nCopies(2, UNIT), Loss.WINNERS_VALUE))
                .isEqualTo(0.5, within(1e-13));
        assertThat(Licence.largestAlpha(Collections.nCopies(3, UNIT), Loss.WINNERS_VALUE))
                .isEqualTo(1 / 3.0, within(1e-13));
    }

    @Test
    void whereTheRivalIsLicensedAnywayEveryLossCanBeBorne() {
        for (double alpha : new double[] {0.5, 2, 10}) {
            for (Loss loss : Loss.values()) {
                LicenceAuction auction = new LicenceAuction(UNIT, 2, loss, alpha);
                assertThat(auction.expectedSurplus(auction.rivalLicensed())).isPositive();
            }
        }
    }

    @Test
    void expectedExternalityPaymentsLeaveFirmsThatWouldRatherNotPlay() {
        ExpectedExternality constant =
                new ExpectedExternality(new LicenceAuction(UNIT, 2, Loss.CONSTANT, 0.5).choice());
        assertThat(constant.leastGain(0, NOTHING).margin()).isEqualTo(-1 / 12.0, within(1e-14));
        // Own loss: rational even against 0 up to α = 1.
        for (double alpha : new double[] {0.3, 0.99}) {
            ExpectedExternality own =
                    new ExpectedExternality(new LicenceAuction(UNIT, 2, Loss.OWN_VALUE, alpha).choice());
            assertThat(own.leastGain(0, NOTHING).margin()).isPositive();
        }
    }

    @Test
    void vcgChargesTheWinnerWhatTheLoserLoses() {
        LicenceAuction licence = new LicenceAuction(UNIT, 2, Loss.OWN_VALUE, 0.5);
        VcgMechanism vcg = VcgMechanism.withOptimalBasis(licence.choice(), licence.rivalLicensed());
        assertThat(vcg.basis()).containsExactly(0.0, 0.0);
        assertThat(vcg.payments(new double[] {0.8, 0.4})).containsExactly(new double[] {0.6, 0}, within(1e-15));
    }

    @Test
    void wrongNumbersAndInterdependentValuesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LicenceAuction(UNIT, 1, Loss.CONSTANT, 0.5))
                .withMessage("firms: 1 (expected: at least 2)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LicenceAuction(UNIT, 2, Loss.CONSTANT, -1))
                .withMessage("alpha: -1.0 (expected: a number above -1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LicenceAuction(UNIT, 2, Loss.WINNERS_VALUE, 0.5).choice())
                .withMessageContaining("interdependent");
    }
}
