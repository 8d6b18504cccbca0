package dev.envelope.theory.audit.game;

import static dev.envelope.theory.audit.game.Audited.QUICK;
import static dev.envelope.theory.audit.game.Audited.fails;
import static dev.envelope.theory.audit.game.Audited.game;
import static dev.envelope.theory.audit.game.Audited.holds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.audit.AuditReport;
import dev.envelope.theory.audit.AuditSettings;
import dev.envelope.theory.audit.Property;
import dev.envelope.theory.audit.Verdict;
import dev.envelope.theory.audit.played.MessageGame;
import dev.envelope.theory.audit.played.PlayedAudit;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.DirectMechanism;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.mechanism.AmendedMechanism;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.OptimalAuction;
import dev.envelope.theory.mechanism.TieOrder;
import dev.envelope.theory.preference.ConstantRelativeRiskAversion;
import dev.envelope.theory.solver.Equilibria;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Audits where keeping the object is worth something to the seller. Of two values on [0, 1], kept for 1/2: it is sold from 3/4 on, for 1/3 on average, gains
 * are 1/6 of 5/24, and bidders are left 5/96, as integrals of 2x give them.
 */
class SellerValueAuditTest {

    private static Mechanism optimal(int bidders, double sellerValue) {
        return OptimalAuction.of(Collections.nCopies(bidders, Audited.UNIT), sellerValue);
    }

    @Test
    void gainsAreNetOfItAndTheRentIsNot() {
        AuditReport report = Audit.ofTruth(game(optimal(2, 0.5)), QUICK);
        assertThat(report.method()).isEqualTo("quadrature");
        assertThat(report.gains()).isEqualTo(1 / 6.0, within(1e-10));
        assertThat(report.firstBestGains()).isEqualTo(5 / 24.0, within(1e-12));
        assertThat(report.efficiency()).isEqualTo(0.8, within(1e-9));
        assertThat(report.revenue()).isEqualTo(1 / 3.0, within(1e-10));
        assertThat(report.rent()).isEqualTo(5 / 96.0, within(1e-10));
        holds(report, Property.TRUTHFUL, Property.DOMINANT_STRATEGIES, Property.EX_POST_RATIONALITY);
        fails(report, Property.EFFICIENCY);
        // At most 3/4 stays unsold, which is worth 1/2 where it is.
        Verdict waste = report.verdict(Property.EFFICIENCY);
        assertThat(waste.amount()).isEqualTo(0.25, within(1e-6));
        assertThat(Collections.max(waste.witness().profile())).isEqualTo(0.75, within(1e-6));
    }

    /** Kept whatever is reported: nothing is wasted. With −2 it is always sold to the higher of two alike: nothing is wasted either. */
    @Test
    void whatIsRightlyKeptOrSoldIsEfficient() {
        AuditReport kept = Audit.ofTruth(game(optimal(2, 1.5)), QUICK);
        holds(kept, Property.EFFICIENCY);
        assertThat(kept.efficiency()).isEqualTo(1);
        assertThat(kept.rent()).isZero();
        AuditReport sold = Audit.ofTruth(game(optimal(2, -2)), QUICK);
        holds(sold, Property.EFFICIENCY);
        assertThat(sold.gains()).isEqualTo(2 / 3.0 + 2, within(1e-9));
        assertThat(sold.firstBestGains()).isEqualTo(2 / 3.0 + 2, within(1e-12));
        assertThat(sold.rent()).isEqualTo(1 / 3.0, within(1e-9));
    }

    /** Of six the highest value has the density 6x^5. */
    @Test
    void manyAlikeAreCountedEach() {
        AuditReport report = Audit.ofTruth(game(optimal(6, 0.5)), QUICK);
        double reserve = 0.75;
        double from = 6 * Math.pow(reserve, 7) / 7 - Math.pow(reserve, 6) / 2;
        assertThat(report.gains()).isEqualTo(6 / 7.0 - 0.5 - from, within(1e-9));
        assertThat(report.rent())
                .isEqualTo(6 * (1 / 42.0 - Math.pow(reserve, 6) / 6 + Math.pow(reserve, 7) / 7), within(1e-9));
    }

    @Test
    void itIsOfAnAmendedAndAComposedMechanismToo() {
        BayesianGame plain = game(optimal(2, 0.5));
        DirectMechanism composed =
                DirectMechanism.of(plain.mechanism(), (Equilibrium) Equilibria.of(plain), plain.types());
        assertThat(composed.sellerValue()).isEqualTo(0.5);
        assertThat(Audit.ofTruth(game(composed), QUICK).gains()).isEqualTo(1 / 6.0, within(1e-9));
    }

    @Test
    void drawnAuditsCountTheSame() {
        AuditReport report = Audit.ofTruth(game(new Unknown(optimal(3, 0.5))), sampled(11));
        assertThat(report.method()).isEqualTo("2000 draws");
        double gains = 3 / 4.0 - 0.5 - (3 * Math.pow(0.75, 4) / 4 - Math.pow(0.75, 3) / 2);
        double rent = 3 * (1 / 12.0 - Math.pow(0.75, 3) / 3 + Math.pow(0.75, 4) / 4);
        assertThat(report.gains()).isEqualTo(gains, within(5 * report.errors().gains()));
        assertThat(report.rent()).isEqualTo(rent, within(5 * report.errors().rent()));
        assertThat(report.errors().gains()).isBetween(1e-4, 0.01);
        assertThat(report.errors().rent()).isBetween(1e-4, 0.01);
        assertThat(report.efficiency()).isLessThan(1);
    }

    /** What is paid and gained in money does not depend on how it is felt. */
    @Test
    void playedAuditsCountTheSame() {
        BayesianGame felt = new BayesianGame(
                optimal(2, 0.5), List.of(Audited.UNIT, Audited.UNIT), new ConstantRelativeRiskAversion(0.5));
        AuditReport report = PlayedAudit.of(MessageGame.ofTruth(felt), sampled(12));
        assertThat(report.gains()).isEqualTo(1 / 6.0, within(5 * report.errors().gains()));
        assertThat(report.rent()).isEqualTo(5 / 96.0, within(5 * report.errors().rent()));
        assertThat(report.firstBestGains()).isEqualTo(5 / 24.0, within(0.01));
        assertThat(report.errors().gains()).isBetween(1e-5, 0.01);
        assertThat(report.verdict(Property.EFFICIENCY).amount()).isBetween(0.15, 0.25);
    }

    private static AuditSettings sampled(long seed) {
        return QUICK.withUniforms(new SplittableRandom(seed)::nextDouble);
    }

    /** The same rules, of which it is not known that pairs show what happens. */
    private record Unknown(Mechanism auction) implements AmendedMechanism {

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
