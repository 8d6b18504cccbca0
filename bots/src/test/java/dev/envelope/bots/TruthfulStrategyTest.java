package dev.envelope.bots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.message.Abstain;
import dev.envelope.game.message.Amount;
import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.strategy.Strategy;
import dev.envelope.game.strategy.StrategyRandom;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TruthfulStrategyTest extends StrategyContract {

    @Override
    Strategy strategy() {
        return new TruthfulStrategy();
    }

    @Test
    void saysItsValue() {
        assertThat(strategy()
                        .decide(Treatments.view(Treatments.firstPrice(), 0, 5_432, 1), StrategyRandom.forSeat(1, 1, 1)))
                .isEqualTo(new Amount(5_432));
    }

    @Test
    void abstainsWhereTheLowestAdmissibleBidIsAboveItsValue() {
        Treatment narrow = Treatments.of(
                "narrow",
                MechanismType.FIRST_PRICE,
                Map.of(),
                "0.01",
                2_000,
                4_000,
                Treatments.firstPrice().roles().get(0));

        assertThat(strategy().decide(Treatments.view(narrow, 0, 1_999, 1), StrategyRandom.forSeat(1, 1, 1)))
                .isEqualTo(new Abstain());
    }

    @Test
    void theContractIsTriedOnEveryPlayableMechanism() {
        assertThat(isComplete()).isTrue();
    }
}
