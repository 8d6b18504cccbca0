package dev.envelope.game.session;

import static dev.envelope.game.session.FirstPriceCourse.FIRST_PRICE;
import static dev.envelope.game.session.FirstPriceCourse.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.draw.SessionSeed;
import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.groups.Matching;
import dev.envelope.game.plan.seating.Seats;
import dev.envelope.game.session.command.Answer;
import dev.envelope.game.session.command.Command;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.view.Phase;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who meets whom, and who sits out. */
class StrangersTest {

    @Test
    void leftOverSeatsSitOutAndChangeWithStrangersButNotWithPartners() {
        assertThat(sitters(FIRST_PRICE, 30)).hasSizeGreaterThan(1);
        assertThat(sitters(TestPlans.matching(FIRST_PRICE, Matching.PARTNERS), 30))
                .hasSize(1);
    }

    @Test
    void perfectStrangersMeetOnceAndHaveBothRoles() {
        Treatment trade =
                TestPlans.matching(TestPlans.treatment(MechanismType.K_DOUBLE_AUCTION), Matching.PERFECT_STRANGERS);
        Play play = new Play(TestPlans.plan(8, TestPlans.block(trade, 7, "a"))).programs(8);
        Set<Set<Integer>> pairs = new HashSet<>();
        Set<Integer> buyers = new HashSet<>();
        for (int round = 1; round <= 7; round++) {
            for (Event.DealtMarket market : play.last(Event.RoundDealt.class).markets()) {
                Set<Integer> pair = Set.of(
                        market.seats().get(0).seat(), market.seats().get(1).seat());
                assertThat(pairs.add(pair))
                        .as("%s meet in round %s", pair, round)
                        .isTrue();
                buyers.add(market.seats().get(0).seat());
            }
            play.tickAt(play.now + 60_000);
        }
        assertThat(pairs).hasSize(28);
        assertThat(buyers).hasSize(8);
        assertThat(play.state.phase()).isEqualTo(Phase.FINISHED);
    }

    @Test
    void otherSeedsGiveOtherStrangers() {
        Treatment strangers = TestPlans.matching(TestPlans.bidders(FIRST_PRICE, 3), Matching.PERFECT_STRANGERS);
        Plan plan = TestPlans.plan(9, TestPlans.block(strangers, 4, "a"));
        List<Event.DealtMarket> one = new Play(plan, SessionSeed.of(1), 0)
                .programs(9)
                .last(Event.RoundDealt.class)
                .markets();
        List<Event.DealtMarket> other = new Play(plan, SessionSeed.of(2), 0)
                .programs(9)
                .last(Event.RoundDealt.class)
                .markets();
        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void tooFewStrangersCannotBegin() {
        Treatment strangers = TestPlans.matching(FIRST_PRICE, Matching.PERFECT_STRANGERS);
        Seats seats = new Seats(12, 2, Seats.Start.INSTRUCTOR);
        Play play = new Play(TestPlans.plan(seats, TestPlans.block(strangers, 11, "a"))).programs(10);

        Answer answer = play.send(new Command.Start(play.now));

        assertThat(play.refusal(answer)).isEqualTo(RefusalCode.TOO_FEW_SEATS);
        assertThat(((Answer.Refused) answer).refusal().reason())
                .isEqualTo(
                        "11 rounds of first_price in which no two of 10 seats meet twice in groups of 2 (expected: at most 9)");
        play.seat(10, 2, false);
        play.send(new Command.Start(play.now));
        assertThat(play.state.phase()).isEqualTo(Phase.OPEN);
    }

    private static List<Integer> sitters(Treatment treatment, int rounds) {
        Play play = new Play(TestPlans.plan(5, TestPlans.block(treatment, rounds, "a")));
        play.programs(5);
        IntStream.Builder sitting = IntStream.builder();
        for (int round = 1; round <= rounds; round++) {
            for (int seat = 0; seat < 5; seat++) {
                if (play.state.view(seat, play.now).isEmpty()) {
                    sitting.add(seat);
                    assertThat(play.refusal(play.bid(seat, 1))).isEqualTo(RefusalCode.WRONG_PHASE);
                }
            }
            play.tickAt(play.now + 60_000);
        }
        int[] all = sitting.build().toArray();
        assertThat(all).hasSize(rounds);
        return IntStream.of(all).distinct().boxed().toList();
    }
}
