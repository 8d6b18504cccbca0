package dev.envelope.game.plan.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.TreatmentTheory;
import dev.envelope.game.plan.syntax.PlanProblem;
import dev.envelope.theory.bilateral.DirectTrade;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.efficient.market.AgvAuction;
import dev.envelope.theory.efficient.market.AgvTrade;
import dev.envelope.theory.efficient.market.BalancedAuction;
import dev.envelope.theory.efficient.market.BalancedTrade;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.VcgAuction;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The efficient mechanisms, for bidders and for a buyer and a seller. */
class EfficientMechanismsTest {

    @Test
    void theRolesDecideWhetherItIsAnAuctionOrTrade() {
        String bidders = "bidders: [{values: [0, 100]}, {count: 2, values: [10, 60]}]";
        String pair = "buyer: [0, 100], seller: [20, 120]";

        assertThat(mechanism("vcg, " + bidders)).isInstanceOf(VcgAuction.class);
        assertThat(mechanism("vcg, " + pair)).isInstanceOf(DirectTrade.class);
        assertThat(mechanism("agv, " + bidders)).isInstanceOf(AgvAuction.class);
        assertThat(mechanism("agv, " + pair)).isInstanceOf(AgvTrade.class);
        assertThat(mechanism("balanced, " + bidders)).isInstanceOf(BalancedAuction.class);
        assertThat(mechanism("balanced, buyer: [50, 100], seller: [20, 40]")).isInstanceOf(BalancedTrade.class);
    }

    @Test
    void theBuyerIsTheFirstAgentWhateverTheOrderOfTheFile() {
        Mechanism agv = mechanism("agv, roles: [{side: seller, values: [20, 120]}, {side: buyer, values: [0, 100]}]");

        assertThat(agv)
                .isEqualTo(mechanism("agv, buyer: [0, 100], seller: [20, 120]"))
                .isEqualTo(AgvTrade.of(UniformDistribution.of(0, 10_000), UniformDistribution.of(2_000, 12_000)));
    }

    /** For U[0,100]² no trade pays for itself: the deficit of VCG is 100/6 (Myerson and Satterthwaite 1983). */
    @Test
    void balancedTradeThatCannotPayForItselfIsRefusedWithTheExpectedDeficitInPoints() {
        assertThat(problem("balanced, buyer: [0, 100], seller: [0, 100]"))
                .startsWith("line 3, column 21: treatments.main.mechanism: expected surplus: -16.666")
                .contains(
                        "(expected: at least 0; no efficient, incentive compatible and individually rational mechanism")
                .containsPattern("expected deficit of 16\\.66666[0-9]*\\)$");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vcg", "agv", "balanced"})
    void otherRolesAreRefused(String mechanism) {
        assertThat(problem(mechanism
                        + ", roles: [{side: buyer, values: [0, 1]}, {side: seller, count: 2, values: [0, 1]}]"))
                .endsWith("1 buyer and 2 sellers in " + mechanism
                        + " (expected: at least 2 bidders and nobody else, or one buyer and one seller)");
        assertThat(problem(mechanism + ", bidders: 1, values: [0, 1]")).contains("1 bidder in " + mechanism);
    }

    @ParameterizedTest
    @ValueSource(strings = {"agv", "balanced"})
    void tooManyDistributionsAreRefusedBeforeTheyTakeTheirTime(String mechanism) {
        assertThat(problem(mechanism + ", " + different(11)))
                .endsWith("11 distributions in " + mechanism
                        + " (expected: at most 10, for the payments of each are integrals"
                        + " over all others', which take seconds)");
        assertThat(mechanism(mechanism + ", " + different(10)).agents()).isEqualTo(20);
        assertThat(mechanism("vcg, " + different(11)).agents()).isEqualTo(22);
    }

    private static String different(int distributions) {
        return IntStream.rangeClosed(1, distributions)
                .mapToObj(i -> "{name: r" + i + ", count: 2, values: [0, " + i + "]}")
                .collect(Collectors.joining(", ", "bidders: [", "]"));
    }

    @Test
    void optimalIsForBiddersOnly() {
        assertThat(problem("optimal, buyer: [0, 1], seller: [0, 1]"))
                .endsWith("1 buyer and 1 seller in optimal (expected: at least 2 bidders and nobody else)");
    }

    private static Mechanism mechanism(String treatment) {
        Treatment read =
                PlanReader.read(text(treatment)).orElseThrow().treatments().get(0);
        return TreatmentTheory.inTicks(read).mechanism();
    }

    private static String problem(String treatment) {
        List<PlanProblem> problems = PlanReader.read(text(treatment)).problems();
        assertThat(problems).hasSize(1);
        return problems.get(0).toString();
    }

    private static String text(String treatment) {
        return "envelope: 1\ntreatments:\n  main: {mechanism: " + treatment + "}\n";
    }
}
