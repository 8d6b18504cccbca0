package dev.envelope.game.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.game.draw.SessionSeed;
import org.junit.jupiter.api.Test;

class EarningsTest {

    private static final PaidRounds TWO = new PaidRounds(PaidRounds.Kind.RANDOM, 2);

    /** Seat 0 after so many rounds, each with its own number as payoff. */
    private static Earnings after(PaidRounds rule, SessionSeed seed, int rounds) {
        PayLots lots = PayLots.of(rule, seed);
        Earnings earned = Earnings.none(rule);
        for (int round = 1; round <= rounds; round++) {
            earned = earned.plus(round, lots.of(round, 3)[0], round);
        }
        return earned;
    }

    @Test
    void allRoundsArePaidOrTheLastOnesOrAsManyAsThereAre() {
        Earnings all = after(PaidRounds.ALL, SessionSeed.of(1), 10);
        assertThat(all.paidTicks()).isEqualTo(55);
        assertThat(all.pays(3)).isTrue();

        PaidRounds lastThree = new PaidRounds(PaidRounds.Kind.LAST, 3);
        Earnings last = after(lastThree, SessionSeed.of(1), 10);
        assertThat(last.paidRounds()).containsExactly(8, 9, 10);
        assertThat(last.paidTicks()).isEqualTo(27);
        assertThat(last.totalTicks()).isEqualTo(55);
        assertThat(after(lastThree, SessionSeed.of(1), 2).paidRounds()).containsExactly(1, 2);
    }

    /** Each of five rounds is among two with probability 2/5: within five standard errors of 2,000 seeds. */
    @Test
    void everyRoundIsDrawnEquallyOften() {
        int[] drawn = new int[6];
        for (int seed = 0; seed < 2_000; seed++) {
            Earnings earned = after(TWO, SessionSeed.of(seed), 5);
            assertThat(earned.paidRounds()).hasSize(2).isSorted();
            earned.paidRounds().forEach(round -> drawn[round]++);
        }
        for (int round = 1; round <= 5; round++) {
            assertThat(drawn[round] / 2_000.0).isCloseTo(0.4, within(5 * Math.sqrt(0.24 / 2_000)));
        }
    }

    @Test
    void seatsDrawForThemselvesWhateverTheirNumber() {
        PayLots lots = PayLots.of(TWO, SessionSeed.of(5));

        assertThat(lots.of(1, 4)).doesNotHaveDuplicates().startsWith(lots.of(1, 2));
        assertThat(lots.of(2, 4)).isNotEqualTo(lots.of(1, 4));
    }

    @Test
    void aNumberOfRoundsGoesWithRoundsThatAreChosen() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PaidRounds(PaidRounds.Kind.ALL, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PaidRounds(PaidRounds.Kind.LAST, 0))
                .withMessage("count: 0 of LAST (expected: 0 for all, otherwise at least 1)");
    }
}
