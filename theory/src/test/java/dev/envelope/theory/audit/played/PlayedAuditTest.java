package dev.envelope.theory.audit.played;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.audit.AgentReport;
import dev.envelope.theory.audit.AuditReport;
import dev.envelope.theory.audit.AuditSettings;
import dev.envelope.theory.audit.Property;
import dev.envelope.theory.audit.Ruling;
import dev.envelope.theory.audit.Verdict;
import dev.envelope.theory.commonvalue.AdditiveSignals;
import dev.envelope.theory.commonvalue.CommonPricing;
import dev.envelope.theory.commonvalue.MineralRights;
import dev.envelope.theory.commonvalue.WalletGame;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.localglobal.LocalGlobalGame;
import dev.envelope.theory.localglobal.LocalPricing;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.numeric.Quadrature;
import dev.envelope.theory.packages.Bundle;
import dev.envelope.theory.packages.PackageAuction;
import dev.envelope.theory.packages.PackagePricing;
import dev.envelope.theory.preference.ConstantRelativeRiskAversion;
import dev.envelope.theory.solver.Equilibria;
import dev.envelope.theory.units.IndependentDraws;
import dev.envelope.theory.units.MultiUnitAuction;
import dev.envelope.theory.units.UnitDemandAuction;
import dev.envelope.theory.units.UnitPricing;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PlayedAuditTest {

    private static final ValueDistribution UNIT = UniformDistribution.of(0, 1);

    @Test
    void riskAverseBiddersGainByShadingAndNotInTheirEquilibrium() {
        BayesianGame game = new BayesianGame(
                FirstPriceAuction.of(2, OptionalDouble.empty()),
                List.of(UNIT, UNIT),
                new ConstantRelativeRiskAversion(0.5));
        Verdict truthful = audit(MessageGame.ofTruth(game)).verdict(Property.TRUTHFUL);
        assertThat(truthful.ruling()).isEqualTo(Ruling.FAILS);
        // Near the top 1·b·√(1 − b) is 0.385 at b = 2/3; truth gets 0.
        assertThat(truthful.amount()).isBetween(0.2, 0.39);
        assertThat(truthful.witness().message().getAsDouble())
                .isLessThan(truthful.witness().type().getAsDouble());
        List<BidFunction> strategies = ((Equilibrium) Equilibria.of(game)).strategies();
        AuditReport report = audit(new MessageGame(game, strategies));
        assertThat(report.verdict(Property.BAYESIAN_INCENTIVES).ruling()).isNotEqualTo(Ruling.FAILS);
        assertThat(report.verdict(Property.EX_POST_RATIONALITY).ruling()).isEqualTo(Ruling.HOLDS);
        assertThat(report.verdict(Property.EFFICIENCY).ruling()).isEqualTo(Ruling.HOLDS);
        // E[2/3 of the higher value].
        assertThat(report.revenue()).isEqualTo(4 / 9.0, within(0.02));
    }

    /**
     * Of three with √z that pay as bid for one of two units the highest gains most by bidding b where (2b − b²)·√(1 − b) is largest, with
     * (1 − b)² = 1/5: 0.8·0.2^(1/4) = 0.535. Their bids bring three times what one pays, ∫ b(x)·(2x − x²) dx.
     */
    @Test
    void riskAverseBiddersForUnitsGainByShadingAndNotInTheirEquilibrium() {
        BayesianGame game = new BayesianGame(
                UnitDemandAuction.of(3, 2, UnitPricing.DISCRIMINATORY),
                List.of(UNIT, UNIT, UNIT),
                new ConstantRelativeRiskAversion(0.5));
        Equilibrium equilibrium = (Equilibrium) Equilibria.of(game);
        Verdict truthful = audit(MessageGame.ofTruth(game)).verdict(Property.TRUTHFUL);
        AuditReport report = audit(new MessageGame(game, equilibrium.strategies()));
        double revenue = 3 * Quadrature.integrate(x -> equilibrium.message(0, x) * (2 * x - x * x), 0.01, 1);

        assertThat(truthful.ruling()).isEqualTo(Ruling.FAILS);
        assertThat(truthful.amount()).isBetween(0.48, 0.59);
        assertThat(report.verdict(Property.BAYESIAN_INCENTIVES).ruling()).isNotEqualTo(Ruling.FAILS);
        assertThat(report.verdict(Property.BAYESIAN_INCENTIVES).high()).isLessThan(0.1);
        assertThat(report.verdict(Property.EFFICIENCY).ruling()).isEqualTo(Ruling.HOLDS);
        assertThat(report.revenue())
                .isEqualTo(revenue, within(4 * report.errors().revenue() + 1e-5));
    }

    @Test
    void aUniformPriceInvitesDemandReductionAndVickreyDoesNot() {
        IndependentDraws draws = new IndependentDraws(UNIT, 2, 2, 2);
        UnitsBidding uniform = UnitsBidding.ofTruth(draws, MultiUnitAuction.of(2, UnitPricing.HIGHEST_REJECTED));
        Verdict truthful = audit(uniform).verdict(Property.TRUTHFUL);
        assertThat(truthful.ruling()).isEqualTo(Ruling.FAILS);
        assertThat(truthful.low()).isPositive();
        List<Double> type = truthful.witness().types();
        assertThat(type).hasSize(2);
        // Less for the second unit than it is worth, which lowers what the first costs.
        assertThat(truthful.witness().messages().get(1)).isLessThan(type.get(1));
        assertThat(truthful.witness().toString()).contains("that sends [");
        AuditReport vickrey = audit(UnitsBidding.ofTruth(draws, MultiUnitAuction.of(2, UnitPricing.VICKREY)));
        assertThat(vickrey.verdict(Property.DOMINANT_STRATEGIES).ruling()).isEqualTo(Ruling.HOLDS);
        assertThat(vickrey.verdict(Property.TRUTHFUL).ruling()).isEqualTo(Ruling.HOLDS);
        assertThat(vickrey.verdict(Property.EFFICIENCY).ruling()).isEqualTo(Ruling.HOLDS);
        assertThat(vickrey.revenue()).isEqualTo(draws.truthfulRevenue(UnitPricing.VICKREY), within(0.03));
    }

    @Test
    void reducedDemandIsWastefulButNoDeviationIsFoundToGain() {
        IndependentDraws draws = new IndependentDraws(UNIT, 2, 2, 2);
        MultiUnitAuction auction = MultiUnitAuction.of(2, UnitPricing.HIGHEST_REJECTED);
        AuditReport report = audit(new UnitsBidding(draws, auction, values -> List.of(values.get(0), 0.0), false));
        assertThat(report.verdict(Property.BAYESIAN_INCENTIVES).ruling()).isNotEqualTo(Ruling.FAILS);
        assertThat(report.verdict(Property.EFFICIENCY).ruling()).isEqualTo(Ruling.FAILS);
        assertThat(report.revenue()).isZero();
    }

    @Test
    void localsGainByOfferingLessUnderCorePaymentsAndNotUnderVickreys() {
        Bundle one = Bundle.of(0);
        Bundle other = Bundle.of(1);
        List<Bundle> wants = List.of(one, other, Bundle.of(0, 1));
        List<ValueDistribution> values = List.of(UNIT, UNIT, UniformDistribution.of(0, 2));
        PackageBidding core = PackageBidding.ofTruth(new PackageAuction(PackagePricing.NEAREST_VCG), 2, wants, values);
        AuditReport truth = brief(core);
        assertThat(truth.verdict(Property.TRUTHFUL).ruling()).isEqualTo(Ruling.FAILS);
        Verdict dominant = truth.verdict(Property.DOMINANT_STRATEGIES);
        assertThat(dominant.ruling()).isEqualTo(Ruling.FAILS);
        // A local that still wins with less pays less; the global bidder pays what others offer.
        assertThat(dominant.witness().agent().getAsInt()).isLessThan(2);
        assertThat(dominant.witness().message().getAsDouble())
                .isLessThan(dominant.witness().type().getAsDouble());
        AuditReport vickrey = brief(PackageBidding.ofTruth(new PackageAuction(PackagePricing.VCG), 2, wants, values));
        assertThat(vickrey.verdict(Property.TRUTHFUL).ruling()).isEqualTo(Ruling.HOLDS);
        List<BidFunction> strategies = LocalGlobalGame.of(UNIT, 2)
                .equilibrium(LocalPricing.NEAREST_VCG)
                .strategies();
        AuditReport played =
                brief(new PackageBidding(new PackageAuction(PackagePricing.NEAREST_VCG), 2, wants, values, strategies));
        assertThat(played.verdict(Property.BAYESIAN_INCENTIVES).ruling()).isNotEqualTo(Ruling.FAILS);
        assertThat(played.revenue()).isEqualTo(0.53265992, within(0.08));
    }

    @Test
    void truthUnderCorePaymentsFailsByAWitnessThatIsComputed() {
        List<Bundle> wants = List.of(Bundle.of(0), Bundle.of(1), Bundle.of(0, 1));
        List<ValueDistribution> values = List.of(UNIT, UNIT, UniformDistribution.of(0, 2));
        for (PackagePricing pricing : PackagePricing.values()) {
            if (!pricing.isCoreSelecting()) {
                continue;
            }
            PackageBidding truth = PackageBidding.ofTruth(new PackageAuction(pricing), 2, wants, values);
            AgentReport.Estimate gain = truth.computedGain().orElseThrow();
            double value = gain.witness().type().getAsDouble();
            double bid = gain.witness().message().getAsDouble();
            assertThat(bid).isLessThan(value);
            // The same payoffs from the rules themselves, on a grid of the others' values.
            double summed = 0;
            int cells = 60;
            for (int i = 0; i < cells; i++) {
                for (int j = 0; j < 2 * cells; j++) {
                    Draw draw = new Draw(
                            List.of(List.of(value), List.of((i + 0.5) / cells), List.of((j + 0.5) / cells)), 0);
                    List<List<Double>> messages = InterimPlay.messages(truth, draw);
                    double prescribed = truth.settle(draw, messages).gain(0);
                    messages.set(0, List.of(bid));
                    summed += truth.settle(draw, messages).gain(0) - prescribed;
                }
            }
            assertThat(gain.value()).isPositive().isEqualTo(summed / (2 * cells * cells), within(2e-3));
        }
        PackageBidding vickrey = PackageBidding.ofTruth(new PackageAuction(PackagePricing.VCG), 2, wants, values);
        assertThat(vickrey.computedGain().orElseThrow().value()).isLessThan(1e-9);
        PackageBidding unlike = PackageBidding.ofTruth(
                new PackageAuction(PackagePricing.NEAREST_VCG),
                2,
                wants,
                List.of(UNIT, UniformDistribution.of(0, 0.5), UniformDistribution.of(0, 2)));
        assertThat(unlike.computedGain()).isEmpty();
    }

    @Test
    void winnersThatBidTheirEstimatesAreCursed() {
        MineralRights rights = new MineralRights(new AdditiveSignals(0, 100, 5), 4);
        CommonValueBidding equilibrium = CommonValueBidding.of(rights, CommonPricing.FIRST_PRICE);
        AuditReport cursed = audit(equilibrium.truthful());
        assertThat(cursed.verdict(Property.TRUTHFUL).ruling()).isEqualTo(Ruling.FAILS);
        assertThat(cursed.verdict(Property.INTERIM_RATIONALITY).ruling()).isEqualTo(Ruling.FAILS);
        // Winners lose 2.85 on average (docs/theory.md, 14).
        assertThat(cursed.rent()).isEqualTo(-2.85, within(0.25));
        AuditReport report = audit(equilibrium);
        assertThat(report.verdict(Property.BAYESIAN_INCENTIVES).ruling()).isNotEqualTo(Ruling.FAILS);
        assertThat(report.verdict(Property.EX_POST_RATIONALITY).ruling()).isEqualTo(Ruling.FAILS);
        AuditReport wallets = audit(CommonValueBidding.of(new WalletGame(UNIT, 2), CommonPricing.SECOND_PRICE));
        assertThat(wallets.verdict(Property.BAYESIAN_INCENTIVES).ruling()).isEqualTo(Ruling.HOLDS);
        assertThat(wallets.revenue()).isEqualTo(2 / 3.0, within(0.03));
    }

    @Test
    void typesBesideACutOffAreLookedAtAndFiguresHaveErrors() {
        BayesianGame game = new BayesianGame(
                FirstPriceAuction.of(2, OptionalDouble.of(0.5)),
                List.of(UNIT, UNIT),
                new ConstantRelativeRiskAversion(0.5));
        BidFunction late = x -> x >= 0.731 ? 0.5 : Double.NaN;
        MessageGame played = new MessageGame(game, List.of(late, late));
        assertThat(played.landmarks(0))
                .anySatisfy(type -> assertThat(type.get(0)).isBetween(0.73, 0.731));
        assertThat(played.tried(0, List.of(0.6))).contains(List.of(0.5));
        AuditReport report = audit(played);
        // The type that gains most is the highest that stays away.
        assertThat(report.verdict(Property.BAYESIAN_INCENTIVES).ruling()).isEqualTo(Ruling.FAILS);
        assertThat(report.verdict(Property.BAYESIAN_INCENTIVES).witness().type().getAsDouble())
                .isBetween(0.7309, 0.731);
        assertThat(report.errors().revenue()).isBetween(1e-4, 0.01);
        assertThat(report.revenue())
                .isEqualTo(0.5 * (1 - 0.731 * 0.731), within(5 * report.errors().revenue()));
        // Equal bids go to the first: E[its value] where it bids, and otherwise the other's.
        double mean = (1 - 0.731 * 0.731) / 2;
        assertThat(report.gains())
                .isEqualTo(mean + 0.731 * mean, within(5 * report.errors().gains()));
    }

    @Test
    void aStreamIsNeeded() {
        UnitsBidding game =
                UnitsBidding.ofTruth(new IndependentDraws(UNIT, 2, 2, 2), MultiUnitAuction.of(2, UnitPricing.VICKREY));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlayedAudit.of(game, AuditSettings.USUAL))
                .withMessageContaining("uniforms: none");
    }

    private static AuditReport brief(PlayedGame game) {
        return PlayedAudit.of(
                game, AuditSettings.USUAL.withSamples(1_000).withUniforms(new SplittableRandom(7)::nextDouble));
    }

    private static AuditReport audit(PlayedGame game) {
        return PlayedAudit.of(game, AuditSettings.USUAL.withUniforms(new SplittableRandom(7)::nextDouble));
    }
}
