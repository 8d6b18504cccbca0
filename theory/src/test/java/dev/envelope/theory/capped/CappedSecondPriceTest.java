package dev.envelope.theory.capped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.audit.AuditReport;
import dev.envelope.theory.audit.AuditSettings;
import dev.envelope.theory.audit.Property;
import dev.envelope.theory.audit.Ruling;
import dev.envelope.theory.audit.game.Audit;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.mechanism.SecondPriceAuction;
import dev.envelope.theory.solver.Equilibria;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CappedSecondPriceTest {

    private static final ValueDistribution UNIT = UniformDistribution.of(0, 1);

    /** With two U[0, 1] bidders and c = 1/2 the price is E[min(Y, 1/2)] = ∫_0^{1/2} (1 − x)² dx = 7/24. */
    @Test
    void figuresOfTwoBiddersAreThoseByHand() {
        Equilibrium equilibrium = solved(game(List.of(UNIT, UNIT), OptionalDouble.empty(), 0.5));
        assertThat(equilibrium.message(0, 0.4)).isEqualTo(0.4);
        assertThat(equilibrium.message(0, 0.9)).isEqualTo(0.5);
        assertThat(equilibrium.predictions().revenue()).isEqualTo(7 / 24.0, within(1e-9));
        // Both above 1/2, a quarter of the time: the winner's mean value is 3/4 rather than 5/6.
        assertThat(equilibrium.predictions().gains()).isEqualTo(2 / 3.0 - 1 / 48.0, within(1e-9));
        assertThat(equilibrium.predictions().firstBestGains()).isEqualTo(2 / 3.0, within(1e-9));
    }

    @Test
    void figuresOfUnlikeBiddersWithAReserveAreThoseOfAPlayedAuction() {
        List<ValueDistribution> types = List.of(UNIT, UniformDistribution.of(0.5, 2), UniformDistribution.of(0.9, 1.5));
        BayesianGame game = game(types, OptionalDouble.of(0.3), 0.8);
        AuditReport report = audit(game, solved(game).strategies());
        // Standard deviations of about 0.5 over 4,000 draws.
        assertThat(solved(game).predictions().revenue()).isEqualTo(report.revenue(), within(0.04));
        assertThat(solved(game).predictions().gains()).isEqualTo(report.gains(), within(0.04));
        assertThat(solved(game).predictions().surplus().get(1))
                .isEqualTo(report.agents().get(1).expectedPayoff(), within(0.04));
        assertThat(report.verdict(Property.DOMINANT_STRATEGIES).ruling()).isEqualTo(Ruling.HOLDS);
        assertThat(report.verdict(Property.BAYESIAN_INCENTIVES).ruling()).isEqualTo(Ruling.HOLDS);
    }

    @Test
    void threeThatTieAtTheTopShareIt() {
        BayesianGame game = game(Collections.nCopies(3, UNIT), OptionalDouble.empty(), 0.25);
        AuditReport report = audit(game, solved(game).strategies());
        assertThat(report.method()).contains("draws");
        assertThat(solved(game).predictions().gains()).isEqualTo(report.gains(), within(0.03));
        assertThat(solved(game).predictions().revenue()).isEqualTo(report.revenue(), within(0.01));
    }

    @Test
    void lessThanTheHighestBidIsNoBestReplyOfAHighValue() {
        BayesianGame game = game(List.of(UNIT, UNIT), OptionalDouble.empty(), 0.5);
        BidFunction shy = value -> Math.min(value, 0.45);
        assertThat(audit(game, List.of(shy, shy))
                        .verdict(Property.BAYESIAN_INCENTIVES)
                        .ruling())
                .isEqualTo(Ruling.FAILS);
    }

    /** A value of U[1, 3] has a mean of 2, for nothing. */
    @Test
    void aSoleBidderPaysNothing() {
        Equilibrium equilibrium = solved(game(List.of(UniformDistribution.of(1, 3)), OptionalDouble.empty(), 2));
        assertThat(equilibrium.message(0, 3)).isEqualTo(2);
        assertThat(equilibrium.predictions().revenue()).isEqualTo(0, within(1e-12));
        assertThat(equilibrium.predictions().gains()).isEqualTo(2, within(1e-12));
        assertThat(equilibrium.predictions().surplus().get(0)).isEqualTo(2, within(1e-12));
    }

    @Test
    void aReserveAboveTheHighestBidIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> game(List.of(UNIT, UNIT), OptionalDouble.of(0.6), 0.5))
                .withMessageStartingWith("highest: 0.5 (expected:");
    }

    private static BayesianGame game(List<ValueDistribution> types, OptionalDouble reserve, double highest) {
        return new BayesianGame(new CappedSecondPrice(SecondPriceAuction.of(types.size(), reserve), highest), types);
    }

    private static Equilibrium solved(BayesianGame game) {
        return (Equilibrium) Equilibria.of(game);
    }

    private static AuditReport audit(BayesianGame game, List<BidFunction> strategies) {
        AuditSettings settings = new AuditSettings(9, 17, 100, 1e-8, List.of(), AuditSettings.USUAL.uniforms(), 4_000)
                .withUniforms(new SplittableRandom(3)::nextDouble);
        return Audit.of(game, strategies, settings);
    }
}
