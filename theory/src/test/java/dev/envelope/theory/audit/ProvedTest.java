package dev.envelope.theory.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.theory.audit.game.Audit;
import dev.envelope.theory.callmarket.KDoubleAuction;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Certificate;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.PiecewiseLinearBid;
import dev.envelope.theory.mechanism.ThirdPriceAuction;
import dev.envelope.theory.solver.Equilibria;
import dev.envelope.theory.units.MultiUnitAuction;
import dev.envelope.theory.units.UnitDemandAuction;
import dev.envelope.theory.units.UnitPricing;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ProvedTest {

    private static final ValueDistribution UNIT = UniformDistribution.of(0, 1);
    private static final BayesianGame THIRD = new BayesianGame(ThirdPriceAuction.of(4), Collections.nCopies(4, UNIT));
    private static final BayesianGame AS_BID = new BayesianGame(
            new UnitDemandAuction(4, new MultiUnitAuction(2, UnitPricing.DISCRIMINATORY, 0)),
            Collections.nCopies(4, UNIT));
    private static final BayesianGame CALL =
            new BayesianGame(KDoubleAuction.of(2, 2, 0.5), Collections.nCopies(4, UNIT));

    @Test
    void aProofDecidesWhatDrawsLeaveOpen() {
        Equilibrium equilibrium = (Equilibrium) Equilibria.of(THIRD);
        Verdict open = incentives(Audit.of(THIRD, equilibrium.strategies(), settings()));
        assertThat(open.ruling()).isEqualTo(Ruling.UNDECIDED);
        Verdict decided =
                incentives(Audit.of(THIRD, equilibrium.strategies(), settings(), Proved.by(equilibrium.certificate())));
        assertThat(decided.ruling()).isEqualTo(Ruling.HOLDS);
        assertThat(decided.evidence()).contains("draws", "proved: ");
        assertThat(List.of(decided.low(), decided.high())).containsExactly(open.low(), open.high());
    }

    @Test
    void aBoundDecidesWhereItIsCloseToNothing() {
        List<BidFunction> strategies = ((Equilibrium) Equilibria.of(THIRD)).strategies();
        Verdict decided = incentives(Audit.of(
                THIRD,
                strategies,
                settings(),
                Proved.by(Certificate.numeric("a search", 0, () -> OptionalDouble.of(5e-8)))));
        assertThat(decided.ruling()).as(decided.toString()).isEqualTo(Ruling.HOLDS);
        assertThat(decided.evidence()).contains("draws", "no gain above 5.00e-08: a search");
    }

    @Test
    void whatIsNoEquilibriumFailsWithItsWitnessWhateverIsSaidToBeProved() {
        for (BayesianGame game : List.of(THIRD, AS_BID, CALL)) {
            Proved claimed = Proved.by(Certificate.closedForm("a proof of something else"));
            Verdict truthful = Audit.ofTruth(game, settings(), claimed).verdict(Property.TRUTHFUL);
            assertThat(truthful.ruling()).as(truthful.toString()).isEqualTo(Ruling.FAILS);
            assertThat(truthful.witness().message()).isPresent();
            assertThat(truthful.evidence()).doesNotContain("proved");
        }
    }

    @Test
    void ofTruthNothingIsProvedByAnotherEquilibrium() {
        Verdict open = new Verdict(Property.TRUTHFUL, Ruling.UNDECIDED, 0, -1, 1, Witness.NONE, "draws");
        assertThat(Proved.ofTruth(() -> Equilibria.of(THIRD)).settle(open, 1)).isEqualTo(open);
        BayesianGame lowestRejected = new BayesianGame(
                new UnitDemandAuction(4, new MultiUnitAuction(2, UnitPricing.LOWEST_ACCEPTED, 0)), THIRD.types());
        assertThat(Proved.ofTruth(() -> Equilibria.of(lowestRejected)).settle(open, 1))
                .isEqualTo(open);
    }

    /** Bids of 1.49x rather than 1.5x lose less than 2,000 draws can tell; computed chances to win show it, whatever is claimed. */
    @Test
    void whatDrawsCannotTellIsComputedWhereItCanBe() {
        BidFunction low = PiecewiseLinearBid.of(new double[] {0, 1}, new double[] {0, 1.49});
        Verdict verdict = incentives(Audit.of(
                THIRD,
                Collections.nCopies(4, low),
                settings(),
                Proved.by(Certificate.closedForm("a proof of something else"))));
        assertThat(verdict.ruling()).as(verdict.toString()).isEqualTo(Ruling.FAILS);
        assertThat(verdict.amount()).isBetween(1e-7, 1e-3);
        assertThat(verdict.witness().message()).isPresent();
    }

    @Test
    void aBoundThatIsNotCloseToNothingDecidesNothing() {
        Verdict open = new Verdict(Property.BAYESIAN_INCENTIVES, Ruling.UNDECIDED, 0, -1, 1, Witness.NONE, "draws");
        Proved far = Proved.by(Certificate.numeric("a search", 0, () -> OptionalDouble.of(1e-5)));
        assertThat(far.settle(open, 1).ruling()).isEqualTo(Ruling.UNDECIDED);
        assertThat(far.settle(open, 1000).ruling()).isEqualTo(Ruling.HOLDS);
        Proved none = Proved.by(Certificate.numeric("a search", 0, OptionalDouble::empty));
        assertThat(none.settle(open, 1000)).isEqualTo(open);
        Verdict failed = new Verdict(Property.BAYESIAN_INCENTIVES, Ruling.FAILS, 1, 0.9, 1.1, Witness.NONE, "draws");
        assertThat(far.settle(failed, 1e9)).isEqualTo(failed);
    }

    private static Verdict incentives(AuditReport report) {
        return report.verdict(Property.BAYESIAN_INCENTIVES);
    }

    private static AuditSettings settings() {
        return new AuditSettings(17, 17, 100, 1e-8, List.of(), AuditSettings.USUAL.uniforms(), 2_000)
                .withUniforms(new SplittableRandom(7)::nextDouble);
    }
}
