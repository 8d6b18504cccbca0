package dev.envelope.theory.partnership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.TriangularDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.efficient.DeficitException;
import dev.envelope.theory.efficient.OutsideOption;
import dev.envelope.theory.numeric.Quadrature;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartnershipTest {

    private static final ValueDistribution UNIT = UniformDistribution.of(0, 1);
    private static final ValueDistribution SQUARE = PowerDistribution.of(2, 0, 1);

    @Test
    void uniformPartnersBidTheKnownLines() {
        EqualPartners two = new EqualPartners(UNIT, 2);
        for (double x : new double[] {0, 0.3, 1}) {
            assertThat(two.bidWhereWinnersBidIsPaid(x)).isEqualTo(x / 3, within(1e-15));
            assertThat(two.bidWhereLosersBidIsPaid(x)).isEqualTo(1 / 6.0 + x / 3, within(1e-15));
            assertThat(two.interimNetGain(x)).isEqualTo((1 + x * x) / 2 - 1 / 3.0 - x / 2, within(1e-15));
        }
        assertThat(two.interimNetGain(0.5)).isEqualTo(1 / 24.0, within(1e-15));
    }

    @Test
    void noPartnerGainsByBiddingAsAnotherTypeAndBothRulesGiveTheSame() {
        for (ValueDistribution type :
                List.of(SQUARE, UniformDistribution.of(1, 3), new TriangularDistribution(0.3, 0, 1))) {
            for (int n : new int[] {2, 3, 5}) {
                EqualPartners partners = new EqualPartners(type, n);
                double x = type.quantile(0.6);
                double truth = partners.interimUtility(x);
                for (double share : new double[] {0.1, 0.4, 0.6, 0.8, 1}) {
                    double z = type.quantile(share);
                    double own = payoffWhereWinnersBidIsPaid(partners, x, z);
                    double losers = payoffWhereLosersBidIsPaid(partners, x, z);
                    if (share == 0.6) {
                        assertThat(own).isEqualTo(truth, within(1e-12));
                        assertThat(losers).isEqualTo(truth, within(1e-12));
                    } else {
                        assertThat(own).isLessThan(truth);
                        assertThat(losers).isLessThan(truth);
                    }
                }
            }
        }
    }

    /** Of a partner of type x that bids like z: a won firm less n − 1 bids, or the bid of the highest other. */
    private static double payoffWhereWinnersBidIsPaid(EqualPartners p, double x, double z) {
        ValueDistribution type = p.type();
        int others = p.partners() - 1;
        double wins = Math.pow(type.cdf(z), others);
        double received = Quadrature.integrateWithin(
                1e-13,
                y -> p.bidWhereWinnersBidIsPaid(y) * others * Math.pow(type.cdf(y), others - 1) * type.density(y),
                z,
                Math.max(z, 0.3),
                type.upper());
        return wins * (x - others * p.bidWhereWinnersBidIsPaid(z)) + received;
    }

    /** Of a partner of type x that bids like z: the highest losing bid is z's own where one other is above. */
    private static double payoffWhereLosersBidIsPaid(EqualPartners p, double x, double z) {
        ValueDistribution type = p.type();
        int others = p.partners() - 1;
        double below = type.cdf(z);
        double won = Quadrature.integrateWithin(
                1e-13,
                y -> (x - others * p.bidWhereLosersBidIsPaid(y))
                        * others
                        * Math.pow(type.cdf(y), others - 1)
                        * type.density(y),
                type.lower(),
                Math.min(z, Math.max(type.lower(), 0.3)),
                z);
        double second = others * (1 - below) * Math.pow(below, others - 1) * p.bidWhereLosersBidIsPaid(z);
        double lower = others < 2
                ? 0
                : Quadrature.integrateWithin(
                        1e-13,
                        y -> p.bidWhereLosersBidIsPaid(y)
                                * others
                                * (others - 1.0)
                                * (1 - type.cdf(y))
                                * Math.pow(type.cdf(y), others - 2)
                                * type.density(y),
                        z,
                        Math.max(z, 0.3),
                        type.upper());
        return won + second + lower;
    }

    @Test
    void sharesMayDifferUpToTheKnownLimit() {
        double limit = PartnershipShares.largestFirstShare(List.of(UNIT, UNIT));
        assertThat(limit).isEqualTo((1 + 1 / Math.sqrt(3)) / 2, within(1e-13));
        assertThat(PartnershipShares.ofFirst(0.78, List.of(UNIT, UNIT)).canBeDissolved())
                .isTrue();
        PartnershipShares owner = PartnershipShares.ofFirst(1, List.of(UNIT, UNIT));
        // An owner and a buyer are a seller and a buyer.
        assertThat(owner.expectedSurplus()).isEqualTo(-1 / 6.0, within(1e-14));
        assertThatThrownBy(owner::dissolution)
                .isInstanceOf(DeficitException.class)
                .hasMessageContaining("expected deficit of 0.1666");
    }

    @Test
    void aFirmOfThreeIsDissolvedWithoutLossToAnybody() {
        List<ValueDistribution> types = List.of(UNIT, SQUARE, UniformDistribution.of(0.2, 1));
        PartnershipShares partners = new PartnershipShares(types, List.of(0.3, 0.3, 0.4));
        assertThat(partners.canBeDissolved()).isTrue();
        for (int i = 0; i < 3; i++) {
            OutsideOption share = OutsideOption.share(partners.shares().get(i));
            assertThat(partners.dissolution().leastGain(i, share).margin()).isGreaterThan(-1e-13);
        }
        assertThat(PartnershipShares.largestFirstShare(List.of(SQUARE, SQUARE, SQUARE)))
                .isBetween(1 / 3.0, 1.0);
    }

    @Test
    void wrongSharesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PartnershipShares(List.of(UNIT, UNIT), List.of(0.5, 0.6)))
                .withMessage(
                        "shares: [0.5, 0.6] (expected: one per partner of at least two, at least 0, with the sum 1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EqualPartners(UNIT, 1))
                .withMessage("partners: 1 (expected: at least 2)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PartnershipShares.largestFirstShare(
                        List.of(UniformDistribution.of(0, 1), UniformDistribution.of(0, 10))))
                .withMessageContaining("can dissolve a firm of equal shares");
    }
}
