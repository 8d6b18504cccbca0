package dev.envelope.theory.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.Certificate;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.mechanism.AllPayAuction;
import dev.envelope.theory.mechanism.BilateralDoubleAuction;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.mechanism.ThirdPriceAuction;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class NumericSolverTest {

    private static final ValueDistribution UNIT = UniformDistribution.of(0, 1);

    @Test
    void whatItFindsCarriesTheGainFoundAndItsBound() {
        BayesianGame game = new BayesianGame(BilateralDoubleAuction.of(0.5), List.of(UNIT, UNIT));
        Equilibrium found = (Equilibrium) Equilibria.fromScratch(game);
        Certificate certificate = found.certificate();
        assertThat(certificate.kind()).isEqualTo(Certificate.Kind.NUMERIC);
        assertThat(certificate.gainBound().getAsDouble())
                .isBetween(certificate.largestGain().getAsDouble(), 1e-5);
        assertThat(found.predictions().gains()).isEqualTo(9 / 64.0, within(1e-3));
        assertThat(found.predictions().firstBestGains()).isEqualTo(1 / 6.0, within(1e-12));
        assertThat(found.predictions().tradeProbability()).isEqualTo(9 / 32.0, within(1e-3));
        assertThat(found.predictions().revenue()).isEqualTo(0, within(1e-4));
    }

    @Test
    void predictionsOfAnAuctionFollowItsClosedForm() {
        BayesianGame game = new BayesianGame(AllPayAuction.of(2), List.of(UNIT, UNIT));
        Equilibrium found = (Equilibrium) Equilibria.fromScratch(game);
        assertThat(found.predictions().revenue()).isEqualTo(1 / 3.0, within(1e-3));
        assertThat(found.predictions().efficiency()).isEqualTo(1, within(1e-3));
        assertThat(found.predictions().surplus().get(1)).isEqualTo(1 / 6.0, within(1e-3));
    }

    @Test
    void aProfileThatIsNotVerifiedIsNotGivenOut() {
        // A reserve of 1/2 makes the lower half of types stay away: no smooth strategy of all types does that.
        BayesianGame game =
                new BayesianGame(FirstPriceAuction.of(2, OptionalDouble.of(0.5)), Collections.nCopies(2, UNIT));
        assertThat(((NoEquilibrium) Equilibria.fromScratch(game)).reason()).contains("leaves a gain of");
        BayesianGame third = new BayesianGame(ThirdPriceAuction.of(3), Collections.nCopies(3, UNIT));
        assertThat(((NoEquilibrium) Equilibria.fromScratch(third)).reason()).contains("only the strongest rival");
    }
}
