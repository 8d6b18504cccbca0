package dev.envelope.game.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.mechanism.AllPayAuction;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.mechanism.OptimalAuction;
import dev.envelope.theory.mechanism.Side;
import dev.envelope.theory.mechanism.ThirdPriceAuction;
import dev.envelope.theory.mechanism.TieOrder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TreatmentTheoryTest {

    @Test
    void ticksAreThePointsScaledWithTheReserveAWholeNumber() {
        Treatment treatment = treatment("{type: first_price, reserve: 0.3}", "bidders: 3, values: [0.1, 1.1]");

        BayesianGame points = TreatmentTheory.inPoints(treatment);
        BayesianGame ticks = TreatmentTheory.inTicks(treatment);

        assertThat(points.types())
                .hasSize(3)
                .allSatisfy(type -> assertThat(type.upper()).isEqualTo(1.1));
        assertThat(ticks.types().get(0).lower()).isEqualTo(10);
        assertThat(ticks.types().get(0).upper()).isEqualTo(110);
        assertThat(((FirstPriceAuction) ticks.mechanism()).reserve()).hasValue(30);
    }

    @Test
    void theLowestAndHighestTypesInTicksMayBeReportedWhateverTheTick() {
        for (String ends : List.of("[0.07, 1.1]", "[0.29, 0.57]", "[1.13, 4.35]", "[-0.07, 8.2]")) {
            Treatment treatment = treatment("vcg", "bidders: 2, values: " + ends);
            BayesianGame game = TreatmentTheory.inTicks(treatment);
            ValueDistribution points =
                    TreatmentTheory.inPoints(treatment).types().get(0);
            BigDecimal lo = BigDecimal.valueOf(points.lower());
            BigDecimal hi = BigDecimal.valueOf(points.upper());
            double lowest = treatment.ticks().exactTicks(lo).orElseThrow();
            double highest = treatment.ticks().exactTicks(hi).orElseThrow();

            assertThat(game.types().get(0).lower()).isEqualTo(lowest);
            assertThatCode(() -> game.mechanism().outcome(new double[] {lowest, highest}, TieOrder.byIndex(2)))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void anOptimalAuctionHasABidderForEverySeatAndTheSellersValueInTicks() {
        Treatment treatment = treatment(
                "{type: optimal, seller_value: 20}", "bidders: [{values: [0, 150]}, {count: 2, values: [0, 50]}]");

        BayesianGame game = TreatmentTheory.inTicks(treatment);

        assertThat(game.types()).extracting(type -> type.upper()).containsExactly(15_000.0, 5_000.0, 5_000.0);
        assertThat(((OptimalAuction) game.mechanism()).sellerValue()).isEqualTo(2_000);
    }

    @Test
    void agentZeroOfADoubleAuctionBuys() {
        BayesianGame game =
                TreatmentTheory.inPoints(treatment("k_double_auction", "seller: [0, 80], buyer: [20, 100]"));

        assertThat(game.mechanism().side(0)).isEqualTo(Side.BUYER);
        assertThat(game.types().get(0).upper()).isEqualTo(100);
        assertThat(game.types().get(1).upper()).isEqualTo(80);
    }

    @Test
    void theMinimumBidOfAnAllPayAuctionIsInTheUnitOfTheGame() {
        Treatment treatment = treatment("{type: all_pay, minimum_bid: 12.5}", "bidders: 3, values: [0, 100]");

        assertThat(TreatmentTheory.inPoints(treatment).mechanism()).isEqualTo(new AllPayAuction(3, 12.5));
        assertThat(TreatmentTheory.inTicks(treatment).mechanism()).isEqualTo(new AllPayAuction(3, 1250));
    }

    @Test
    void aThirdPriceAuctionIsPlayedByAllBidders() {
        Treatment treatment = treatment("third_price", "bidders: 5, values: [0, 100]");

        assertThat(TreatmentTheory.inTicks(treatment).mechanism()).isEqualTo(new ThirdPriceAuction(5));
    }

    @Test
    void aMechanismThatIsNotPlayedIsNamed() {
        Treatment played = treatment("first_price", "bidders: 2, values: [0, 1]");
        Treatment market = new Treatment(
                "x",
                MechanismSpec.of(MechanismType.CALL_MARKET, Map.of()),
                played.roles(),
                played.ticks(),
                played.matching(),
                played.timing(),
                played.reveal(),
                played.absent());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> TreatmentTheory.inPoints(market))
                .withMessage("mechanism: call_market (expected: one that is played by bidders)");
    }

    private static Treatment treatment(String mechanism, String roles) {
        return PlanReader.read("envelope: 1\ntreatments:\n  main: {mechanism: " + mechanism + ", " + roles + "}\n")
                .orElseThrow()
                .treatments()
                .get(0);
    }
}
