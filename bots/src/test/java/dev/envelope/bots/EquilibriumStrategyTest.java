package dev.envelope.bots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.envelope.game.message.Abstain;
import dev.envelope.game.message.Amount;
import dev.envelope.game.message.Message;
import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.roles.DistributionSpec;
import dev.envelope.game.plan.roles.RoleSpec;
import dev.envelope.game.strategy.Strategy;
import dev.envelope.game.strategy.StrategyRandom;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EquilibriumStrategyTest extends StrategyContract {

    @Override
    boolean isPlayed(Treatment treatment) {
        return !treatment.id().equals("narrow"); // its bounds keep most types from their equilibrium bids
    }

    @Override
    Strategy strategy() {
        return new EquilibriumStrategy();
    }

    @Test
    void firstPriceBidderOfFourShadesByAQuarter() {
        assertThat(decide(Treatments.firstPrice(), 0, 8_000)).isEqualTo(new Amount(6_000));
    }

    @Test
    void bidIsRoundedToTheNearestTick() {
        // 3/4 of 11 is 8.25, of 10 is 7.5; halves up.
        Treatment coarse = Treatments.of(
                "coarse",
                MechanismType.FIRST_PRICE,
                Map.of(),
                "1",
                0,
                100,
                Treatments.firstPrice().roles().get(0));

        assertThat(decide(coarse, 0, 11)).isEqualTo(new Amount(8));
        assertThat(decide(coarse, 0, 10)).isEqualTo(new Amount(8));
    }

    @Test
    void roundingNeverLiftsABidAboveTheValue() {
        // 3/4 of 1 is 0.75, which rounds to the value itself, and no higher.
        Treatment coarse = Treatments.of(
                "coarse",
                MechanismType.FIRST_PRICE,
                Map.of(),
                "1",
                0,
                100,
                Treatments.firstPrice().roles().get(0));

        assertThat(decide(coarse, 0, 1)).isEqualTo(new Amount(1));
    }

    @Test
    void bidderBelowTheReserveAbstains() {
        Treatment reserve = Treatments.of(
                "reserve",
                MechanismType.FIRST_PRICE,
                Map.of("reserve", 50.0),
                "0.01",
                0,
                10_000,
                Treatments.firstPrice().roles().get(0));

        assertThat(decide(reserve, 0, 4_999)).isEqualTo(new Abstain());
    }

    /** Kagel and Levin: x + F/((n−2)f), which for U[0,100] and n = 3 is 2x. */
    @Test
    void thirdPriceBidderOfThreeBidsTwiceItsValue() {
        Treatment third = Treatments.of(
                "third",
                MechanismType.THIRD_PRICE,
                Map.of(),
                "0.01",
                0,
                20_000,
                Treatments.bidders(3, DistributionSpec.uniform(0, 100)));

        assertThat(decide(third, 0, 3_333)).isEqualTo(new Amount(6_666));
        assertThat(decide(third, 0, 10_000)).isEqualTo(new Amount(20_000));
    }

    /** Chatterjee and Samuelson: p_b = v/(1+k) + …, on U[0,100]² and k = 1/2: 25/3 + 2v/3 and 25 + 2c/3. */
    @Test
    void tradersPlayTheLinearEquilibrium() {
        assertThat(decide(Treatments.doubleAuction(), 0, 6_000)).isEqualTo(new Amount(4_833));
        assertThat(decide(Treatments.doubleAuction(), 1, 3_000)).isEqualTo(new Amount(4_500));
    }

    @Test
    void treatmentWithoutAKnownEquilibriumIsRefusedWithTheReasonAndItsName() {
        Treatment unlike = Treatments.of(
                "unlike bidders",
                MechanismType.THIRD_PRICE,
                Map.of(),
                "0.01",
                0,
                10_000,
                Treatments.bidders(2, DistributionSpec.uniform(0, 100)),
                Treatments.bidders(1, DistributionSpec.uniform(0, 50)));

        assertThatThrownBy(() -> decide(unlike, 0, 5_000))
                .isInstanceOf(NoEquilibriumException.class)
                .hasMessageContaining("unlike bidders")
                .hasMessageContaining("only two bidders are left");
    }

    @Test
    void treatmentThatTheoryRefusesIsRefusedWithTheReasonAndItsName() {
        Treatment market = Treatments.of(
                "everybody",
                MechanismType.CALL_MARKET,
                Map.of(),
                "0.01",
                0,
                10_000,
                Treatments.firstPrice().roles().get(0));

        assertThatThrownBy(() -> decide(market, 0, 5_000))
                .isInstanceOf(NoEquilibriumException.class)
                .hasMessageContaining("everybody")
                .hasMessageContaining("call_market");
    }

    @Test
    void treatmentWhoseBoundsKeepSomeTypeFromItsBidIsRefusedBeforeItIsPlayed() {
        Treatment capped = Treatments.of(
                "capped",
                MechanismType.FIRST_PRICE,
                Map.of(),
                "0.01",
                0,
                5_000,
                Treatments.bidders(4, DistributionSpec.uniform(0, 100)));
        Treatment floored = Treatments.of(
                "floored",
                MechanismType.K_DOUBLE_AUCTION,
                Map.of("k", 0.5),
                "0.01",
                4_000,
                10_000,
                Treatments.doubleAuction().roles().toArray(RoleSpec[]::new));

        assertThatThrownBy(() -> strategy().prepare(List.of(Treatments.firstPrice(), capped)))
                .isInstanceOf(NoEquilibriumException.class)
                .hasMessageContaining("capped")
                .hasMessageContaining("messages.maximum 50");
        assertThatThrownBy(() -> decide(floored, 0, 5_000))
                .isInstanceOf(NoEquilibriumException.class)
                .hasMessageContaining("messages.minimum 40");
    }

    @Test
    void whereBoundsAreRulesTheEquilibriumWithTheseRulesIsPlayed() {
        RoleSpec four = Treatments.bidders(4, DistributionSpec.uniform(0, 100));
        Treatment capped = Treatments.of("capped", MechanismType.SECOND_PRICE, Map.of(), "0.01", 0, 5_000, four);
        assertThat(decide(capped, 0, 3_000)).isEqualTo(new Amount(3_000));
        assertThat(decide(capped, 0, 8_000)).isEqualTo(new Amount(5_000));
        Treatment floored = Treatments.of("floored", MechanismType.ALL_PAY, Map.of(), "0.01", 4_000, 10_000, four);
        // x·(x/100)³ = 40 at x = 79.5.
        assertThat(decide(floored, 0, 7_900)).isEqualTo(new Abstain());
        assertThat(decide(floored, 0, 8_000))
                .isInstanceOfSatisfying(
                        Amount.class, bid -> assertThat(bid.ticks()).isBetween(4_000L, 4_200L));
    }

    @Test
    void offersBeyondTheBoundsThatNeverTradeAreNotMade() {
        Treatment narrow = Treatments.of(
                "narrow trade",
                MechanismType.K_DOUBLE_AUCTION,
                Map.of("k", 0.5),
                "0.01",
                2_500,
                7_500,
                Treatments.doubleAuction().roles().toArray(RoleSpec[]::new));
        assertThat(decide(narrow, 0, 2_000)).isEqualTo(new Abstain());
        assertThat(decide(narrow, 0, 10_000)).isEqualTo(new Amount(7_500));
        assertThat(decide(narrow, 1, 8_000)).isEqualTo(new Abstain());
        assertThat(decide(narrow, 1, 0)).isEqualTo(new Amount(2_500));
    }

    private Message decide(Treatment treatment, int role, long value) {
        return strategy().decide(Treatments.view(treatment, role, value, 1), StrategyRandom.forSeat(1, 1, 1));
    }
}
