package dev.envelope.theory.licence.interdependent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.audit.AuditReport;
import dev.envelope.theory.audit.AuditSettings;
import dev.envelope.theory.audit.Property;
import dev.envelope.theory.audit.Ruling;
import dev.envelope.theory.audit.game.Audit;
import dev.envelope.theory.certificate.law.Trader;
import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.TriangularDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.PiecewiseCubicBid;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.equilibrium.Solution;
import dev.envelope.theory.licence.Licence;
import dev.envelope.theory.licence.LicenceBidding;
import dev.envelope.theory.licence.LicenceBidding.Pricing;
import dev.envelope.theory.licence.Loss;
import dev.envelope.theory.solver.Equilibria;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InterdependentFirmsTest {

    private static final ValueDistribution WEAK = UniformDistribution.of(0, 1);
    private static final ValueDistribution STRONG = UniformDistribution.of(0, 2);

    private static final AuditSettings COARSE = new AuditSettings(9, 33, 200, 1e-8, List.of(), Optional.empty(), 4_000);

    private static LicenceBidding bidding(double alpha, Pricing pricing, ValueDistribution... types) {
        return new LicenceBidding(new Licence(List.of(types), Loss.WINNERS_VALUE, alpha), pricing);
    }

    private static Solution solution(LicenceBidding bidding) {
        return Equilibria.of(new BayesianGame(bidding, bidding.types()));
    }

    /**
     * With α = 1 both have φ_1 + φ_2 − b at stake, so that bids match ranks p: (φ_1 + φ_2 − b)·dp = p·db where the winner pays, (φ_1 + φ_2)·dp = db
     * where both do; for p and 2p that is b = 3p/2 and 3p²/2.
     */
    @Test
    void whoLosesAsMuchAsTheWinnerHasMeetsItsOwnRank() {
        Equilibrium first = (Equilibrium) solution(bidding(1, Pricing.FIRST_PRICE, WEAK, STRONG));
        Equilibrium both = (Equilibrium) solution(bidding(1, Pricing.ALL_PAY, WEAK, STRONG));
        for (double p = 0; p <= 1; p += 0.125) {
            assertThat(first.message(0, p)).isEqualTo(1.5 * p, within(1e-9));
            assertThat(first.message(1, 2 * p)).isEqualTo(1.5 * p, within(1e-9));
            assertThat(both.message(0, p)).isEqualTo(1.5 * p * p, within(1e-9));
            assertThat(both.message(1, 2 * p)).isEqualTo(1.5 * p * p, within(1e-9));
        }
        // E[max of two ranks] and twice E[p²]
        assertThat(first.predictions().revenue()).isEqualTo(1, within(1e-9));
        assertThat(both.predictions().revenue()).isEqualTo(1, within(1e-9));
        // E[p·x − p·b] − E[p·y]: 1/3 − 1/2 − 2/3
        assertThat(first.predictions().surplus().get(0)).isEqualTo(-5 / 6.0, within(1e-9));
        assertThat(both.predictions().surplus().get(1)).isEqualTo(-1 / 6.0, within(1e-9));
    }

    /** The audit plays the rules themselves and knows nothing of conditions. */
    @Test
    void bidsAreBestRepliesAndEarnWhatIsPredicted() {
        List<LicenceBidding> games = List.of(
                bidding(0.2, Pricing.FIRST_PRICE, UniformDistribution.of(1, 2), PowerDistribution.of(2, 1, 3)),
                bidding(0.5, Pricing.ALL_PAY, WEAK, UniformDistribution.of(0.5, 2)),
                bidding(2, Pricing.ALL_PAY, new TriangularDistribution(0.3, 0, 1), STRONG));
        for (LicenceBidding bidding : games) {
            Equilibrium equilibrium = (Equilibrium) solution(bidding);
            AuditSettings settings = COARSE.withOutsideOptions(IntStream.range(0, 2)
                    .<DoubleUnaryOperator>mapToObj(i -> bidding.outsideOption(i)::at)
                    .toList());
            AuditReport report =
                    Audit.of(new BayesianGame(bidding, bidding.types()), equilibrium.strategies(), settings);
            assertThat(report.verdict(Property.BAYESIAN_INCENTIVES).ruling())
                    .as("%s %s", bidding, report.verdict(Property.BAYESIAN_INCENTIVES))
                    .isEqualTo(Ruling.HOLDS);
            Predictions predictions = equilibrium.predictions();
            assertThat(report.revenue()).isEqualTo(predictions.revenue(), within(1e-6));
            assertThat(report.gains()).isEqualTo(predictions.gains(), within(1e-6));
            for (int firm = 0; firm < 2; firm++) {
                assertThat(report.agents().get(firm).expectedPayoff())
                        .isEqualTo(predictions.surplus().get(firm), within(1e-6));
            }
            double bound = equilibrium.certificate().gainBound().orElseThrow();
            assertThat(equilibrium.certificate().largestGain().orElseThrow()).isLessThanOrEqualTo(bound);
            assertThat(bound).as("%s", bidding).isLessThan(1e-6);
        }
    }

    /**
     * Where both bid half their value and α = 1/2, b wins x against U[0, 2] with chance b and earns xb − b² − (1 − b²)/2: best is b = x, which gains
     * x²/8. Against U[0, 1] a value of 2 wins for certain with 1/2, for 1/2 less than it bids. What conditions leave over rises by b²/2 up to 1/2 and
     * as much from there to 1; or by b² up to 1/2, and falls by 1/2 from there.
     */
    @Test
    void theBoundIsWhatConditionsLeaveOver() {
        Trader weak = half(WEAK);
        Trader strong = half(STRONG);
        assertThat(new DeviationSearch(weak, strong, 0.5, false).found()).isEqualTo(1 / 8.0, within(1e-5));
        assertThat(new DeviationSearch(strong, weak, 0.5, false).found()).isEqualTo(1 / 2.0, within(1e-5));
        assertThat(new ResidualBound(weak, strong, 0.5, false).within(1e-6)).isBetween(1 / 4.0, 1 / 4.0 + 1e-5);
        assertThat(new ResidualBound(strong, weak, 0.5, false).within(1e-6)).isBetween(1 / 2.0, 1 / 2.0 + 1e-5);
    }

    private static Trader half(ValueDistribution type) {
        return new Trader(type, PiecewiseCubicBid.through(x -> x / 2, 1e-9, type.lower(), type.upper()), false);
    }

    @Test
    void whatIsNotKnownIsSaid() {
        ValueDistribution apart = UniformDistribution.of(0.5, 2);
        assertThat(reason(bidding(0.5, Pricing.FIRST_PRICE, WEAK, apart))).contains("one lowest value", "0.5");
        assertThat(reason(bidding(0.5, Pricing.FIRST_PRICE, WEAK, WEAK, STRONG)))
                .contains("of two firms", "3");
        assertThat(reason(bidding(-0.5, Pricing.ALL_PAY, WEAK, STRONG))).contains("alpha", "-0.5");
        assertThat(reason(bidding(0.5, Pricing.ALL_PAY, UniformDistribution.of(-1, 1), STRONG)))
                .contains("at least 0");
    }

    private static String reason(LicenceBidding bidding) {
        return ((NoEquilibrium) solution(bidding)).reason();
    }
}
