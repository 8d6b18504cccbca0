package dev.envelope.game.headless;

import static dev.envelope.game.headless.HeadlessPlans.FIRST;
import static dev.envelope.game.headless.HeadlessPlans.plan;
import static dev.envelope.game.headless.HeadlessPlans.truthful;
import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.draw.SessionSeed;
import dev.envelope.game.message.Amount;
import dev.envelope.game.message.Message;
import dev.envelope.game.outcome.SeatOutcome;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.game.session.TestPlans;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.state.SettledRound;
import dev.envelope.game.strategy.Strategy;
import dev.envelope.game.view.RoundResult;
import dev.envelope.game.view.View;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class HeadlessSessionTest {

    @Test
    void blocksOfOneLabelHaveTheSameValuesAndGroups() {
        List<Event.RoundDealt> dealt =
                HeadlessSession.record(plan(3), SessionSeed.of(1), seat -> truthful(), 1).events().stream()
                        .filter(Event.RoundDealt.class::isInstance)
                        .map(Event.RoundDealt.class::cast)
                        .toList();
        for (int round = 0; round < 3; round++) {
            assertThat(dealt.get(round + 3).markets())
                    .isEqualTo(dealt.get(round).markets());
            assertThat(dealt.get(round + 6).markets())
                    .isNotEqualTo(dealt.get(round).markets());
        }
        assertThat(dealt.get(1).markets()).isNotEqualTo(dealt.get(0).markets());
    }

    @Test
    void theSameSeedsGiveTheSameEvents() {
        Strategy noisy = (view, random) -> new Amount(random.nextLong(100));
        Plan plan = TestPlans.plan(9, TestPlans.block(FIRST, 20, "a"));
        HeadlessRun once = HeadlessSession.record(plan, SessionSeed.of(3), seat -> noisy, 5);
        assertThat(HeadlessSession.record(plan, SessionSeed.of(3), seat -> noisy, 5)
                        .events())
                .isEqualTo(once.events());
        assertThat(HeadlessSession.record(plan, SessionSeed.of(3), seat -> noisy, 6)
                        .events())
                .isNotEqualTo(once.events());
        assertThat(HeadlessSession.record(plan, SessionSeed.of(4), seat -> noisy, 5)
                        .events())
                .isNotEqualTo(once.events());
    }

    @Test
    void strategiesLearnTheirOwnResultsInOrder() {
        List<RoundResult> learned = new ArrayList<>();
        List<SettledRound> rounds = new ArrayList<>();
        Strategy student = new Strategy() {
            @Override
            public Message decide(View view, RandomGenerator random) {
                assertThat(view.seat()).isZero();
                assertThat(learned).hasSize(view.round() - 1);
                return new Amount(view.valueTicks());
            }

            @Override
            public void learn(RoundResult result) {
                learned.add(result);
            }
        };
        Plan plan = TestPlans.plan(4, TestPlans.block(FIRST, 5, "a"));
        HeadlessSession.play(plan, SessionSeed.of(3), seat -> seat == 0 ? student : truthful(), 5, rounds::add);
        assertThat(learned).extracting(RoundResult::round).containsExactly(1, 2, 3, 4, 5);
        for (int round = 0; round < 5; round++) {
            SeatOutcome own = rounds.get(round).outcomes().get(0).seats().stream()
                    .filter(s -> s.seat() == 0)
                    .findFirst()
                    .orElseThrow();
            assertThat(learned.get(round).payoffTicks()).isEqualTo(own.payoffTicks());
        }
    }

    @Test
    void aRefusedMessageCountsAsNoneAndTheSessionGoesOn() {
        Strategy wrong = (view, random) -> new Amount(-1);
        Plan plan = TestPlans.plan(4, TestPlans.block(FIRST, 3, "a"));
        HeadlessRun run = HeadlessSession.record(plan, SessionSeed.of(3), seat -> seat == 2 ? wrong : truthful(), 5);
        assertThat(run.refusals()).hasSize(3);
        assertThat(run.state().result(2).orElseThrow().byDefault()).isTrue();
        assertThat(run.state().round()).isEqualTo(3);
    }

    @Test
    void seatsByLinkAreTakenAndBotsThatMakeGroupsEvenPlayLikeTheOthers() {
        Plan plan = PlanReader.read("""
                envelope: 1
                seats: {wanted: 5, entry: links}
                uneven: bot
                treatments:
                  auction: {mechanism: first_price, bidders: 3, values: [0, 100]}
                rounds: 4
                """).orElseThrow();
        HeadlessRun run = HeadlessSession.record(
                plan, SessionSeed.of(3), seat -> (view, random) -> new Amount(view.valueTicks() / 2), 1);

        assertThat(run.refusals()).isEmpty();
        assertThat(run.events().stream().filter(Event.SeatFilled.class::isInstance))
                .hasSize(1);
        assertThat(run.events().stream()
                        .filter(Event.RoundSettled.class::isInstance)
                        .flatMap(event -> ((Event.RoundSettled) event).markets().stream())
                        .flatMap(market -> market.seats().stream())
                        .map(Event.SettledSeat::counted))
                .hasSize(24)
                .allMatch(message -> message.isPresent() && message.get() instanceof Amount);
    }
}
