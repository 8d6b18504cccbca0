package dev.envelope.theory.audit.game;

import static dev.envelope.theory.audit.game.Audited.QUICK;
import static dev.envelope.theory.audit.game.Audited.fails;
import static dev.envelope.theory.audit.game.Audited.game;
import static dev.envelope.theory.audit.game.Audited.holds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.audit.AuditReport;
import dev.envelope.theory.audit.AuditSettings;
import dev.envelope.theory.audit.Property;
import dev.envelope.theory.audit.Ruling;
import dev.envelope.theory.callmarket.VcgCallMarket;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.mechanism.AllPayAuction;
import dev.envelope.theory.mechanism.AmendedMechanism;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.SecondPriceAuction;
import dev.envelope.theory.mechanism.ThirdPriceAuction;
import dev.envelope.theory.mechanism.TieOrder;
import dev.envelope.theory.solver.Equilibria;
import java.util.Collections;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Audits of what can only be simulated. */
class SampledAuditTest {

    @Test
    void aThirdPriceIsSimulatedAndItsEquilibriumNotFlagged() {
        BayesianGame game = game(ThirdPriceAuction.of(4));
        AuditReport report = Audit.of(game, ((Equilibrium) Equilibria.of(game)).strategies(), sampled());
        assertThat(report.method()).isEqualTo("2000 draws");
        assertThat(report.verdict(Property.BAYESIAN_INCENTIVES).ruling()).isNotEqualTo(Ruling.FAILS);
        // Revenue 3/5; a standard deviation of about 0.3 over 2,000 draws gives an error of 0.007.
        assertThat(report.revenue()).isEqualTo(0.6, within(0.035));
        fails(report, Property.TRUTHFUL);
    }

    @Test
    void whatIsSimulatedAndDominantHolds() {
        Mechanism vickrey = new Relabelled(SecondPriceAuction.of(3, OptionalDouble.empty()));
        AuditReport report = Audit.ofTruth(game(vickrey), sampled());
        assertThat(report.method()).isEqualTo("2000 draws");
        holds(report, Property.TRUTHFUL, Property.BAYESIAN_INCENTIVES, Property.DOMINANT_STRATEGIES);
    }

    /** Gains and their first best are of the same draws: chance is no inefficiency. */
    @Test
    void whatIsEfficientAndSimulatedGainsAllThereIs() {
        AuditReport report = Audit.ofTruth(game(VcgCallMarket.of(4, 3, 0, 1)), sampled());
        assertThat(report.method()).isEqualTo("2000 draws");
        assertThat(report.gains()).isCloseTo(report.firstBestGains(), within(1e-12));
        // Gains 4·3/(2·8); a standard deviation of about 0.3 over 2,000 draws gives an error of 0.007.
        assertThat(report.gains()).isEqualTo(0.75, within(0.035));
    }

    @Test
    void aGainThatNoDrawShowsIsNotTakenForNone() {
        // Type x wins with chance x^60, which 2,000 draws rarely show below 0.85, and pays 60/61·x^61: it expects
        // x^61/61.
        BayesianGame game = game(new Relabelled(AllPayAuction.of(61)));
        BidFunction bid = x -> 60 / 61.0 * Math.pow(x, 61);
        AuditReport report = Audit.of(game, Collections.nCopies(61, bid), sampled());
        assertThat(report.method()).isEqualTo("2000 draws");
        assertThat(report.verdict(Property.INTERIM_RATIONALITY).ruling()).isNotEqualTo(Ruling.FAILS);
        assertThat(report.verdict(Property.BAYESIAN_INCENTIVES).ruling()).isNotEqualTo(Ruling.FAILS);
    }

    @Test
    void withoutAStreamNothingIsSimulated() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Audit.ofTruth(game(ThirdPriceAuction.of(3)), QUICK))
                .withMessageContaining("uniforms: none");
    }

    private static AuditSettings sampled() {
        return QUICK.withUniforms(new SplittableRandom(7)::nextDouble);
    }

    /** The same rules with an entry refund of nothing, but only where all take part: no pair shows what happens. */
    private record Relabelled(Mechanism auction) implements AmendedMechanism {

        @Override
        public MarketOutcome outcome(double[] messages, TieOrder ties) {
            for (double message : messages) {
                if (Double.isNaN(message)) {
                    return MarketOutcome.nothing(messages.length);
                }
            }
            return auction.outcome(messages, ties);
        }
    }
}
