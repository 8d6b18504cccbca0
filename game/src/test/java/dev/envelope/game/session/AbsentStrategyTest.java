package dev.envelope.game.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.message.Abstain;
import dev.envelope.game.message.Amount;
import dev.envelope.game.plan.AbsentRule;
import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.Timing;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.seating.DropOuts;
import dev.envelope.game.plan.seating.Seats;
import dev.envelope.game.plan.seating.Staffing;
import dev.envelope.game.plan.seating.StandIn;
import dev.envelope.game.plan.seating.Uneven;
import dev.envelope.game.session.command.Answer;
import dev.envelope.game.session.command.Command;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.state.SessionState;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** A strategy whose answer counts where the owner of a seat says nothing. */
class AbsentStrategyTest {

    private static final StandIn TRUTHFUL = new StandIn("truthful");
    private static final Treatment AUCTION =
            TestPlans.absent(TestPlans.treatment(MechanismType.FIRST_PRICE), AbsentRule.strategy(TRUTHFUL));

    private static Play open(Optional<DropOuts> dropOuts) {
        return open(dropOuts, AUCTION);
    }

    private static Play open(Optional<DropOuts> dropOuts, Treatment treatment) {
        Staffing staffing = new Staffing(Optional.empty(), Uneven.SIT_OUT, dropOuts, 0);
        return new Play(StaffingTest.plan(staffing, new Seats(2, 1, Seats.Start.WHEN_FULL), treatment)).persons(2);
    }

    private static void reply(Play play, int seat, long ticks) {
        play.send(new Command.Reply(play.now, seat, play.state.round(), Optional.of(new Amount(ticks))));
    }

    private static SessionState.Asked asked(int seat, StandIn standIn) {
        return new SessionState.Asked(seat, standIn);
    }

    @Test
    void theAnswerCountsWhereTheOwnerSaysNothing() {
        Play play = open(Optional.empty());
        assertThat(play.state.asked()).containsExactly(asked(0, TRUTHFUL), asked(1, TRUTHFUL));
        reply(play, 0, 70);
        reply(play, 1, 80);
        assertThat(play.state.asked()).isEmpty();
        play.bid(1, 50);

        assertThat(play.state.isAwaited(0)).isTrue(); // an answer in hand is no reason to close early
        assertThat(play.state.affairs(0).playedBy()).isEmpty();
        assertThat(play.state.view(0, play.now).orElseThrow().standing()).isEmpty();
        play.tickAt(play.now + 60_000);
        assertThat(play.state.result(0).orElseThrow().played()).contains(new Amount(70));
        assertThat(play.state.result(0).orElseThrow().byDefault()).isTrue();
        assertThat(play.state.result(1).orElseThrow().played()).contains(new Amount(50));
        assertThat(play.state.result(1).orElseThrow().byDefault()).isFalse();
    }

    @Test
    void whatTheOwnerSaidStandsWhateverTheAnswer() {
        Play play = open(Optional.empty());
        play.bid(0, 20);
        assertThat(play.state.asked()).containsExactly(asked(1, TRUTHFUL));
        reply(play, 0, 70);
        play.send(new Command.Reply(play.now, 5, 1, Optional.empty()));
        play.send(new Command.Reply(play.now, -1, 1, Optional.empty()));

        assertThat(play.all(Event.StandInReplied.class)).isEmpty();
        play.bid(1, 10);
        play.tickAt(play.now + 5_000);
        assertThat(play.state.result(0).orElseThrow().played()).contains(new Amount(20));
    }

    @Test
    void withoutAnAnswerTheMissingAbstain() {
        Play play = open(Optional.empty());
        reply(play, 0, 20_000); // above the maximum: refused
        play.send(new Command.Reply(play.now, 1, 1, Optional.empty()));
        play.tickAt(play.now + 60_000);

        assertThat(play.state.result(0).orElseThrow().played()).contains(new Abstain());
        assertThat(play.state.result(1).orElseThrow().played()).contains(new Abstain());
    }

    @Test
    void whoeverActsForTheSeatIsAskedAnew() {
        Play play = open(Optional.of(new DropOuts(30_000, OptionalInt.empty(), new StandIn("zero_intelligence"))));
        reply(play, 0, 70);
        play.send(new Command.DropOut(play.now, 0));

        assertThat(play.state.asked()).containsExactly(asked(0, new StandIn("zero_intelligence")), asked(1, TRUTHFUL));
    }

    /** Nobody has the seat: what counts for the missing is the treatment's strategy, and no round waits. */
    @Test
    void itAnswersForSeatsThatNobodyPlays() {
        Play play = open(Optional.of(DropOuts.DEFAULT));
        play.send(new Command.DropOut(play.now, 0));
        assertThat(play.state.asked()).contains(asked(0, TRUTHFUL));
        reply(play, 0, 70);
        play.bid(1, 50);
        play.tickAt(play.now + 5_000);

        assertThat(play.state.result(0).orElseThrow().played()).contains(new Amount(70));
        assertThat(play.send(new Command.TakeSeat(play.now, Play.key(0), true))).isInstanceOf(Answer.Seated.class);
    }

    /** Even where a round closes as soon as it waits for nobody: the group plays on as if nobody were missing. */
    @Test
    void aRoundThatWaitsForNobodyElseWaitsForTheAnswer() {
        Treatment quick = TestPlans.timing(AUCTION, new Timing(OptionalLong.of(60_000), 0, 4_000));
        Play play = open(Optional.of(DropOuts.DEFAULT), quick);
        reply(play, 0, 70);
        play.bid(1, 50);
        play.send(new Command.DropOut(play.now, 0));

        assertThat(play.state.asked()).containsExactly(asked(0, TRUTHFUL));
        reply(play, 0, 60);
        assertThat(play.state.result(0).orElseThrow().played()).contains(new Amount(60));

        play.send(new Command.DropOut(play.now, 1));
        play.tickAt(play.now + 4_000);
        assertThat(play.state.asked()).containsExactly(asked(0, TRUTHFUL), asked(1, TRUTHFUL));
        reply(play, 0, 30);
        play.send(new Command.Reply(play.now, 1, 2, Optional.empty()));
        assertThat(play.state.result(0).orElseThrow().played()).contains(new Amount(30));
        assertThat(play.state.result(1).orElseThrow().played()).contains(new Abstain());
    }

    @Test
    void theNextRoundAsksAgain() {
        Play play = open(Optional.empty());
        reply(play, 0, 70);
        reply(play, 1, 80);
        play.tickAt(play.now + 60_000);
        assertThat(play.state.asked()).isEmpty();
        play.tickAt(play.now + 4_000);

        assertThat(play.state.round()).isEqualTo(2);
        assertThat(play.state.asked()).hasSize(2);
        assertThat(play.all(Event.StandInReplied.class)).hasSize(2);
        assertThat(List.of(play.replayed().asked())).isEqualTo(List.of(play.state.asked()));
    }
}
