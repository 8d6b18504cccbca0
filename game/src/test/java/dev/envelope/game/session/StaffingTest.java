package dev.envelope.game.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.matching.Feasibility;
import dev.envelope.game.message.Abstain;
import dev.envelope.game.message.Amount;
import dev.envelope.game.plan.Block;
import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.Pay;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.game.plan.groups.Matching;
import dev.envelope.game.plan.seating.DropOuts;
import dev.envelope.game.plan.seating.Seats;
import dev.envelope.game.plan.seating.Staffing;
import dev.envelope.game.plan.seating.StandIn;
import dev.envelope.game.plan.seating.Uneven;
import dev.envelope.game.session.command.Answer;
import dev.envelope.game.session.command.Command;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.event.HandOver;
import dev.envelope.game.session.state.SessionState;
import dev.envelope.game.view.Phase;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who plays where people are missing: drop-outs, bots in empty seats, late arrivals. */
class StaffingTest {

    private static final Treatment AUCTION = TestPlans.treatment(MechanismType.FIRST_PRICE);
    private static final DropOuts TRUTHFUL = new DropOuts(30_000, OptionalInt.of(2), new StandIn("truthful"));

    @Test
    void aRoundDoesNotWaitForOneWhoHasLeft() {
        Play play = open(dropOuts(DropOuts.DEFAULT), 2).persons(2);
        play.send(new Command.DropOut(play.now, 0));
        play.bid(1, 50);

        assertThat(play.last(Event.GraceStarted.class).round()).isEqualTo(1);
        play.tickAt(play.now + 5_000);
        assertThat(play.last(Event.RoundSettled.class).markets().get(0).seats())
                .extracting(Event.SettledSeat::byDefault)
                .containsExactlyInAnyOrder(true, false);
    }

    @Test
    void aStandInPlaysUntilTheOwnerIsBack() {
        Play play = open(dropOuts(TRUTHFUL), 2).persons(2);
        play.send(new Command.DropOut(play.now, 0));
        assertThat(play.state.asked()).containsExactly(new SessionState.Asked(0, new StandIn("truthful")));
        play.bid(1, 50);
        assertThat(play.state.isAwaited(0)).isTrue();
        play.send(new Command.Reply(play.now, 0, 1, Optional.of(new Amount(70))));

        assertThat(play.state.isAwaited(0)).isFalse();
        assertThat(play.state.affairs(0).playedBy()).contains("truthful");
        play.send(new Command.TakeSeat(play.now, Play.key(0), true));
        assertThat(play.state.affairs(0).playedBy()).isEmpty();
        play.tickAt(play.now + 5_000);
        assertThat(play.state.result(0).orElseThrow().played()).contains(new Amount(70));
        assertThat(play.state.result(0).orElseThrow().byDefault()).isTrue();
        play.tickAt(play.now + 4_000);
        assertThat(play.state.asked()).isEmpty();
        assertThat(play.state.isAwaited(0)).isTrue();
    }

    @Test
    void whatTheOwnerSaysCountsBeforeWhatTheStandInSaid() {
        Play play = open(dropOuts(TRUTHFUL), 2).persons(2);
        play.send(new Command.DropOut(play.now, 0));
        play.send(new Command.Reply(play.now, 0, 1, Optional.of(new Amount(70))));
        play.bid(0, 20);
        play.bid(1, 50);
        play.tickAt(play.now + 5_000);

        assertThat(play.all(Event.SeatGivenBack.class)).hasSize(1);
        assertThat(play.state.result(0).orElseThrow().played()).contains(new Amount(20));
        assertThat(play.state.result(0).orElseThrow().byDefault()).isFalse();
    }

    @Test
    void anAnswerThatTheRulesRefuseCountsAsNone() {
        Play play = open(dropOuts(TRUTHFUL), 2).persons(2);
        play.send(new Command.DropOut(play.now, 0));
        Answer answer = play.send(new Command.Reply(play.now, 0, 1, Optional.of(new Amount(10_001))));

        assertThat(play.refusal(answer)).isEqualTo(RefusalCode.ABOVE_MAXIMUM);
        assertThat(play.last(Event.StandInReplied.class).message()).isEmpty();
        play.bid(1, 50);
        play.tickAt(play.now + 5_000);
        assertThat(play.state.result(0).orElseThrow().played()).contains(new Abstain());
    }

    @Test
    void anAnswerCountsOnceAndOnlyInItsRound() {
        Play play = open(dropOuts(TRUTHFUL), 2).persons(2);
        play.send(new Command.DropOut(play.now, 0));
        play.send(new Command.Reply(play.now, 0, 2, Optional.of(new Amount(70))));
        play.send(new Command.Reply(play.now, 1, 1, Optional.of(new Amount(70))));
        assertThat(play.all(Event.StandInReplied.class)).isEmpty();
        play.send(new Command.Reply(play.now, 0, 1, Optional.of(new Amount(70))));
        play.send(new Command.Reply(play.now, 0, 1, Optional.of(new Amount(80))));

        assertThat(play.all(Event.StandInReplied.class)).hasSize(1);
    }

    @Test
    void whoSaysNothingRoundAfterRoundIsReplacedAndSpeaksToReturn() {
        Play play = open(dropOuts(TRUTHFUL), 2).persons(2);
        for (int round = 1; round <= 2; round++) {
            play.bid(1, 50);
            play.tickAt(play.now + 60_000);
            play.tickAt(play.now + 4_000);
        }

        assertThat(play.all(Event.SeatHandedOver.class))
                .extracting(Event.SeatHandedOver::seat, Event.SeatHandedOver::cause)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(0, HandOver.MISSED_ROUNDS));
        assertThat(play.state.round()).isEqualTo(3);
        play.bid(0, 10);
        assertThat(play.state.affairs(0).playedBy()).isEmpty();
    }

    @Test
    void nobodyDropsOutWhereThePlanDoesNotSayOrBeforeTheFirstRoundOrInAPause() {
        Play waiting = open(Staffing.NONE, 2).persons(2);
        waiting.send(new Command.DropOut(waiting.now, 0));
        Play lobby = open(dropOuts(DropOuts.DEFAULT), 2).persons(1);
        lobby.send(new Command.DropOut(lobby.now, 0));
        Play paused = open(dropOuts(DropOuts.DEFAULT), 2).persons(2);
        paused.send(new Command.Pause(paused.now));
        paused.send(new Command.DropOut(paused.now, 0));

        for (Play play : List.of(waiting, lobby, paused)) {
            assertThat(play.all(Event.SeatHandedOver.class)).isEmpty();
        }
    }

    /** The seat stays nobody's, but its group is not left with a dead one. */
    @Test
    void whatThePlanSaysOfDropOutsPlaysForWhoIsRemoved() {
        Play play = open(dropOuts(TRUTHFUL), 2).persons(2);
        play.send(new Command.Remove(play.now, 0));

        assertThat(play.state.standIn(0)).hasValue(TRUTHFUL.standIn());
        assertThat(play.state.asked(0)).isPresent();
        assertThat(play.refusal(play.send(new Command.GiveBack(play.now, 0)))).isEqualTo(RefusalCode.NOT_ALLOWED);
        assertThat(play.replayed().standIn(0)).hasValue(TRUTHFUL.standIn());
    }

    @Test
    void whoIsRemovedEarnsNothingOfWhatAStandInWins() {
        Play play = open(dropOuts(TRUTHFUL), 2).persons(2);
        play.send(new Command.Remove(play.now, 0));
        play.send(new Command.Reply(play.now, 0, 1, Optional.of(new Amount(1))));
        play.bid(1, 0);
        play.send(new Command.CloseRound(play.now));

        assertThat(play.last(Event.RoundSettled.class).markets().get(0).seats())
                .filteredOn(seat -> seat.seat() == 0)
                .extracting(Event.SettledSeat::units)
                .containsExactly(1);
        assertThat(play.state.totalTicks(0)).isZero();
        assertThat(play.replayed().totalTicks(0)).isZero();
    }

    @Test
    void botsFillTheSeatsThatNobodyTook() {
        Staffing fill = new Staffing(Optional.of(StandIn.EQUILIBRIUM), Uneven.SIT_OUT, Optional.empty(), 0);
        Play play = started(fill, new Seats(6, 1, Seats.Start.INSTRUCTOR), AUCTION, 3);

        assertThat(play.all(Event.SeatFilled.class))
                .extracting(Event.SeatFilled::seat)
                .containsExactly(3, 4, 5);
        assertThat(play.state.seatsTaken()).isEqualTo(6);
        assertThat(play.last(Event.RoundDealt.class).markets()).hasSize(3);
        assertThat(play.state.asked()).extracting(SessionState.Asked::seat).containsExactly(3, 4, 5);
    }

    @Test
    void oneBotMoreMakesGroupsComeOutEven() {
        Staffing even = new Staffing(Optional.empty(), Uneven.BOT, Optional.empty(), 0);
        Play play = started(even, new Seats(9, 2, Seats.Start.INSTRUCTOR), TestPlans.bidders(AUCTION, 3), 4);

        assertThat(play.all(Event.SeatFilled.class)).hasSize(2);
        assertThat(play.last(Event.RoundDealt.class).markets()).hasSize(2);
    }

    @Test
    void oneBotMoreKeepsGroupsEvenWhoeverComesLate() {
        Staffing even = new Staffing(Optional.empty(), Uneven.BOT, Optional.empty(), 9);
        Play play = started(even, new Seats(9, 2, Seats.Start.INSTRUCTOR), AUCTION, 4);
        assertThat(play.all(Event.SeatFilled.class)).isEmpty();
        play.send(new Command.TakeSeat(play.now, Play.key(9), true));
        finishRound(play);

        assertThat(play.all(Event.SeatFilled.class))
                .extracting(Event.SeatFilled::seat)
                .containsExactly(5);
        assertThat(play.last(Event.RoundDealt.class).markets()).hasSize(3);
        play.send(new Command.TakeSeat(play.now, Play.key(10), true));
        finishRound(play);
        assertThat(play.all(Event.SeatFilled.class)).hasSize(1);
        assertThat(play.state.isPerson(5)).isTrue();
    }

    @Test
    void aNoteToABotsSeatIsNotShownToWhoTakesIt() {
        Staffing open = new Staffing(Optional.of(StandIn.EQUILIBRIUM), Uneven.SIT_OUT, Optional.empty(), 2);
        Play play = started(open, new Seats(2, 1, Seats.Start.INSTRUCTOR), AUCTION, 1);
        play.send(new Command.Tell(play.now, OptionalInt.of(1), "Only you."));
        play.send(new Command.TakeSeat(play.now, Play.key(9), true));

        assertThat(play.state.seatOf(Play.key(9))).hasValue(1);
        assertThat(play.state.affairs(1).note()).isEmpty();
    }

    @Test
    void whoComesLateGetsInWhereGroupsCanBeMadeWithTheBotsThatEvenThem() {
        Plan plan = PlanReader.read("""
                envelope: 1
                seats: {wanted: 20, minimum: 16}
                start: instructor
                late_arrivals: always
                uneven: bot
                treatments:
                  main: {mechanism: first_price, bidders: 4, values: [0, 100], matching: perfect_strangers}
                blocks:
                  - {treatment: main, rounds: 1}
                  - {treatment: main, rounds: 5}
                """).orElseThrow();
        assertThat(Feasibility.obstacle(plan, 17)).isPresent();
        assertThat(Feasibility.obstacle(plan, 20)).isEmpty();
        Play play = new Play(plan).persons(16);
        assertThat(play.send(new Command.Start(play.now))).isEqualTo(new Answer.Done());

        assertThat(play.send(new Command.TakeSeat(play.now, Play.key(99), true)))
                .isInstanceOf(Answer.Seated.class);
        for (int round = 1; round <= 6; round++) {
            play.tickAt(play.now + 60_000);
            play.tickAt(play.now + 5_000);
        }
        assertThat(play.last(Event.RoundDealt.class).markets()).hasSize(5);
        assertThat(play.state.phase()).isEqualTo(Phase.FINISHED);
    }

    @Test
    void whoComesLateTakesABotsSeatAndBeginsWithNothing() {
        Staffing open = new Staffing(Optional.of(StandIn.EQUILIBRIUM), Uneven.SIT_OUT, Optional.empty(), 2);
        Play play = started(open, new Seats(2, 1, Seats.Start.INSTRUCTOR), AUCTION, 1);
        play.send(new Command.Reply(play.now, 1, 1, Optional.of(new Amount(0))));
        play.bid(0, 100);
        play.tickAt(play.now + 5_000);
        play.tickAt(play.now + 4_000);
        assertThat(play.send(new Command.TakeSeat(play.now, Play.key(9), true))).isEqualTo(new Answer.Seated(1, true));

        assertThat(play.state.snapshot(OptionalInt.of(1), play.now).totalTicks())
                .isZero();
        assertThat(play.state.affairs(1).playedBy()).isEmpty();
        assertThat(play.state.isAwaited(1)).isTrue();
        assertThat(play.refusal(play.send(new Command.TakeSeat(play.now, Play.key(10), true))))
                .isEqualTo(RefusalCode.SESSION_FULL);
    }

    @Test
    void whoComesLateSitsOutTheRoundAndPlaysTheNext() {
        Staffing open = new Staffing(Optional.empty(), Uneven.SIT_OUT, Optional.empty(), 1);
        Play play = started(open, new Seats(4, 2, Seats.Start.INSTRUCTOR), AUCTION, 3);
        assertThat(play.send(new Command.TakeSeat(play.now, Play.key(9), true))).isEqualTo(new Answer.Seated(3, true));
        assertThat(play.state.view(3, play.now)).isEmpty();
        finishRound(play);

        assertThat(play.last(Event.RoundDealt.class).markets()).hasSize(2);
        assertThat(play.refusal(play.send(new Command.TakeSeat(play.now, Play.key(10), true))))
                .isEqualTo(RefusalCode.DOOR_CLOSED);
    }

    @Test
    void groupsOfPartnersStayWhoeverComesLate() {
        Staffing open = new Staffing(Optional.empty(), Uneven.SIT_OUT, Optional.empty(), 9);
        Treatment partners = TestPlans.matching(AUCTION, Matching.PARTNERS);
        Play play = started(open, new Seats(6, 2, Seats.Start.INSTRUCTOR), partners, 4);
        List<List<Integer>> before = groups(play);
        play.send(new Command.TakeSeat(play.now, Play.key(9), true));
        play.send(new Command.TakeSeat(play.now, Play.key(10), true));
        finishRound(play);

        assertThat(groups(play)).isEqualTo(before);
    }

    @Test
    void anEndlessSessionOfLeaversFoldsToTheSameState() {
        Play play = open(dropOuts(TRUTHFUL), 4).persons(4);
        for (int step = 0; step < 40 && play.state.phase() != Phase.FINISHED; step++) {
            int seat = step % 4;
            play.send(
                    step % 3 == 0
                            ? new Command.DropOut(play.now, seat)
                            : new Command.TakeSeat(play.now, Play.key(seat), true));
            play.send(new Command.Reply(play.now, seat, play.state.round(), Optional.of(new Amount(seat))));
            play.bid((step + 1) % 4, step);
            play.tickAt(play.now + 20_000);
            SessionState replayed = play.replayed();
            assertThat(IntStream.range(0, 4).mapToObj(s -> replayed.snapshot(OptionalInt.of(s), play.now)))
                    .containsExactlyElementsOf(IntStream.range(0, 4)
                            .mapToObj(s -> play.state.snapshot(OptionalInt.of(s), play.now))
                            .toList());
            assertThat(replayed.sealedCount()).isEqualTo(play.state.sealedCount());
        }
        assertThat(play.state.phase()).isEqualTo(Phase.FINISHED);
    }

    private static void finishRound(Play play) {
        play.tickAt(play.now + 60_000);
        play.tickAt(play.now + 4_000);
    }

    private static List<List<Integer>> groups(Play play) {
        return play.last(Event.RoundDealt.class).markets().stream()
                .map(market ->
                        market.seats().stream().map(Event.DealtSeat::seat).toList())
                .toList();
    }

    private static Staffing dropOuts(DropOuts dropOuts) {
        return new Staffing(Optional.empty(), Uneven.SIT_OUT, Optional.of(dropOuts), 0);
    }

    private static Play open(Staffing staffing, int seats) {
        return new Play(plan(staffing, new Seats(seats, 1, Seats.Start.WHEN_FULL), AUCTION));
    }

    private static Play started(Staffing staffing, Seats seats, Treatment treatment, int persons) {
        Play play = new Play(plan(staffing, seats, treatment)).persons(persons);
        assertThat(play.send(new Command.Start(play.now))).isEqualTo(new Answer.Done());
        return play;
    }

    static Plan plan(Staffing staffing, Seats seats, Treatment treatment) {
        List<Block> blocks = List.of(TestPlans.block(treatment, 4, "a"));
        return new Plan("Test", TestPlans.TICK, blocks, seats, Optional.empty(), Pay.NONE, "", staffing, "source");
    }
}
