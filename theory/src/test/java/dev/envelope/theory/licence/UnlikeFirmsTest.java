package dev.envelope.theory.licence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.audit.AuditReport;
import dev.envelope.theory.audit.AuditSettings;
import dev.envelope.theory.audit.Property;
import dev.envelope.theory.audit.Ruling;
import dev.envelope.theory.audit.game.Audit;
import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.licence.LicenceBidding.Pricing;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.TieOrder;
import dev.envelope.theory.preference.ConstantRelativeRiskAversion;
import dev.envelope.theory.solver.Equilibria;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnlikeFirmsTest {

    private static final ValueDistribution WEAK = UniformDistribution.of(0, 1);
    private static final ValueDistribution STRONG = UniformDistribution.of(0, 2);
    private static final ValueDistribution RICH = UniformDistribution.of(0.5, 2);

    /** What audits integrate to, and what numeric bids are solved to. */
    private static final double ACCURACY = 1e-7;

    private static final AuditSettings COARSE = new AuditSettings(9, 33, 200, 1e-8, List.of(), Optional.empty(), 4_000);

    private static LicenceBidding bidding(Loss loss, Pricing pricing, ValueDistribution... types) {
        return new LicenceBidding(new Licence(List.of(types), loss, 0.5), pricing);
    }

    private static Equilibrium solved(LicenceBidding bidding) {
        return (Equilibrium) Equilibria.of(new BayesianGame(bidding, bidding.types()));
    }

    private static AuditReport audit(LicenceBidding bidding, Equilibrium equilibrium) {
        AuditSettings settings = COARSE.withOutsideOptions(IntStream.range(0, bidding.agents())
                .<DoubleUnaryOperator>mapToObj(i -> bidding.outsideOption(i)::at)
                .toList());
        return Audit.of(new BayesianGame(bidding, bidding.types()), equilibrium.strategies(), settings);
    }

    /** The auction of U[0, 1] and U[0, 2] has the inverse bids 2b/(1 ± (1 − 1/4)b²) (Krishna, ch. 4.3.1); stakes are half as high again. */
    @Test
    void whoLosesByItsOwnValueBidsForThatToo() {
        Equilibrium equilibrium = solved(bidding(Loss.OWN_VALUE, Pricing.FIRST_PRICE, WEAK, STRONG));
        for (double b = 0.05; b < 2 / 3.0; b += 0.1) {
            double weak = 2 * b / (1 + 0.75 * b * b);
            double strong = 2 * b / (1 - 0.75 * b * b);
            assertThat(equilibrium.message(0, weak)).isEqualTo(1.5 * b, within(1e-9));
            assertThat(equilibrium.message(1, strong)).isEqualTo(1.5 * b, within(1e-9));
        }
        assertThat(equilibrium.certificate().gainBound().orElseThrow()).isLessThan(1e-7);
    }

    /** The audit plays the rules themselves, with what losers lose, and knows nothing of stakes. */
    @Test
    void bidsOfTwoFirmsAreBestRepliesAndEarnWhatIsPredicted() {
        for (Loss loss : Loss.values()) {
            for (Pricing pricing : Pricing.values()) {
                if (loss == Loss.WINNERS_VALUE && pricing != Pricing.SECOND_PRICE) {
                    continue;
                }
                LicenceBidding bidding = bidding(loss, pricing, WEAK, RICH);
                Equilibrium equilibrium = solved(bidding);
                AuditReport report = audit(bidding, equilibrium);
                assertThat(report.verdict(Property.BAYESIAN_INCENTIVES).ruling())
                        .as("%s %s", bidding, report.verdict(Property.BAYESIAN_INCENTIVES))
                        .isEqualTo(Ruling.HOLDS);
                boolean isDominant = loss != Loss.WINNERS_VALUE && pricing == Pricing.SECOND_PRICE;
                assertThat(report.verdict(Property.DOMINANT_STRATEGIES).ruling())
                        .isEqualTo(isDominant ? Ruling.HOLDS : Ruling.FAILS);
                Predictions predictions = equilibrium.predictions();
                assertThat(report.revenue()).isEqualTo(predictions.revenue(), within(ACCURACY));
                assertThat(report.gains()).isEqualTo(predictions.gains(), within(ACCURACY));
                assertThat(report.firstBestGains()).isEqualTo(predictions.firstBestGains(), within(ACCURACY));
                for (int firm = 0; firm < 2; firm++) {
                    assertThat(report.agents().get(firm).expectedPayoff())
                            .isEqualTo(predictions.surplus().get(firm), within(ACCURACY));
                    assertThat(report.agents().get(firm).expectedPayment())
                            .isEqualTo(predictions.payments().get(firm), within(ACCURACY));
                }
            }
        }
    }

    /** Draws of three unlike firms: averages, and no firm does better by any of some other bids. */
    @Test
    void threeFirmsEarnWhatIsPredictedAndNoOtherBidEarnsMore() {
        Map<Loss, Pricing> some = Map.of(
                Loss.OWN_VALUE,
                Pricing.ALL_PAY,
                Loss.CONSTANT,
                Pricing.FIRST_PRICE,
                Loss.WINNERS_VALUE,
                Pricing.SECOND_PRICE);
        some.forEach((loss, pricing) -> {
            LicenceBidding bidding = bidding(loss, pricing, WEAK, RICH, PowerDistribution.of(2, 0.2, 1.8));
            Equilibrium equilibrium = solved(bidding);
            for (int firm = 0; firm < 3; firm++) {
                Draws draws = new Draws(bidding, equilibrium, firm);
                assertThat(draws.mean(firm, Double.NaN, Double.NaN))
                        .as("%s %d", bidding, firm)
                        .isEqualTo(equilibrium.predictions().surplus().get(firm), within(0.02));
                double type = bidding.types().get(firm).quantile(0.7);
                double own = draws.mean(firm, type, equilibrium.message(firm, type));
                for (double bid = 0; bid <= 3; bid += 0.25) {
                    assertThat(draws.mean(firm, type, bid)).isLessThan(own + 0.012);
                }
            }
            assertThat(equilibrium.certificate().gainBound().orElseThrow()).isLessThan(1e-6);
        });
    }

    /** The same draws of all values for every bid that is tried. */
    private record Draws(LicenceBidding bidding, Equilibrium equilibrium, int seed) {

        private static final int MANY = 15_000;

        double mean(int firm, double type, double bid) {
            SplittableRandom random = new SplittableRandom(seed);
            double sum = 0;
            for (int draw = 0; draw < MANY; draw++) {
                double[] values = new double[3];
                double[] bids = new double[3];
                for (int i = 0; i < 3; i++) {
                    double drawn = bidding.types().get(i).quantile(random.nextDouble());
                    values[i] = i == firm && !Double.isNaN(type) ? type : drawn;
                    bids[i] = i == firm && !Double.isNaN(bid) ? bid : equilibrium.message(i, values[i]);
                }
                MarketOutcome outcome = bidding.outcome(bids, TieOrder.byIndex(3));
                double loss = outcome.units(firm) > 0 ? 0 : lost(outcome, values, firm);
                sum += (outcome.units(firm) > 0 ? values[firm] : -loss) - outcome.payment(firm);
            }
            return sum / MANY;
        }

        private double lost(MarketOutcome outcome, double[] values, int firm) {
            int winner = outcome.units(0) > 0 ? 0 : outcome.units(1) > 0 ? 1 : 2;
            return switch (bidding.licence().loss()) {
                case OWN_VALUE -> 0.5 * values[firm];
                case CONSTANT -> 0.5;
                case WINNERS_VALUE -> 0.5 * values[winner];
            };
        }
    }

    /** Of U[0, 1] and U[1/4, 2] with α = 3. */
    @Test
    void theFirstBestOfUnlikeFirmsMayBeTheLowestValue() {
        Licence licence = new Licence(List.of(WEAK, UniformDistribution.of(0.25, 2)), Loss.WINNERS_VALUE, 3);
        // E[min] = ∫ (1 − F)(1 − G) = 1/4 + ∫_{1/4}^1 (1 − x)(2 − x)/1.75 dx − what is below 1/4 of 1 − x.
        double lowest = 0.25 - 0.25 * 0.25 / 2 + (2 - 1.5 + 1 / 3.0 - (0.5 - 1.5 / 16 + 1 / 192.0)) / 1.75;
        assertThat(licence.expectedBest()).isEqualTo(-2 * lowest, within(1e-12));
        assertThat(licence.best(new double[] {0.3, 1})).isEqualTo(-0.6, within(1e-15));
        assertThat(licence.rivalLicensed(0).at(0.5)).isEqualTo(-3 * 1.125, within(1e-12));
        assertThat(licence.rivalLicensed(1).at(0.5)).isEqualTo(-1.5, within(1e-12));
    }

    @Test
    void whatIsNotKnownIsRefusedWithTheReason() {
        for (Pricing pricing : List.of(Pricing.FIRST_PRICE, Pricing.ALL_PAY)) {
            assertThat(reason(bidding(Loss.WINNERS_VALUE, pricing, WEAK, WEAK, STRONG)))
                    .contains("interdependent", pricing.toString(), "uniform on [0, 2]");
        }
        assertThat(reason(bidding(Loss.OWN_VALUE, Pricing.ALL_PAY, UniformDistribution.of(-1, 1), STRONG)))
                .contains("at least 0");
        LicenceBidding bidding = bidding(Loss.OWN_VALUE, Pricing.FIRST_PRICE, WEAK, STRONG);
        assertThat(((NoEquilibrium) Equilibria.of(
                                new BayesianGame(bidding, bidding.types(), new ConstantRelativeRiskAversion(0.5))))
                        .reason())
                .contains("risk-neutral");
    }

    private static String reason(LicenceBidding bidding) {
        return ((NoEquilibrium) Equilibria.of(new BayesianGame(bidding, bidding.types()))).reason();
    }
}
