package dev.envelope.game.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.message.Amount;
import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.Timing;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.seating.Seats;
import dev.envelope.game.plan.seating.Staffing;
import dev.envelope.game.plan.seating.StandIn;
import dev.envelope.game.session.command.Answer;
import dev.envelope.game.session.command.Command;
import dev.envelope.game.session.command.Refusal;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.game.session.event.CloseReason;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.view.Phase;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an instructor can do during a session: every deed is an event, and every refusal says why. */
class InterventionTest {

    private static final Treatment AUCTION = TestPlans.treatment(MechanismType.FIRST_PRICE);
    private static final StandIn TRUTHFUL = new StandIn("truthful");
    private static final Seats SEATS = new Seats(4, 2, Seats.Start.INSTRUCTOR);

    @Test
    void anOpenRoundGetsMoreTime() {
        Play play = running(2);
        play.send(new Command.Extend(play.now, 30_000));

        assertThat(play.state.remainingMillis(play.now)).hasValue(90_000);
        play.tickAt(play.now + 60_000);
        assertThat(play.state.phase()).isEqualTo(Phase.OPEN);
        play.tickAt(play.now + 30_000);
        assertThat(play.last(Event.RoundClosed.class).reason()).isEqualTo(CloseReason.DEADLINE);
    }

    @Test
    void aRoundWithoutADeadlineHasAllTheTimeThereIs() {
        Treatment endless = TestPlans.timing(AUCTION, new Timing(OptionalLong.empty(), 0, 0));
        Play play = new Play(TestPlans.plan(2, TestPlans.block(endless, 2, "a"))).persons(2);

        assertThat(play.send(new Command.Extend(play.now, 1_000)))
                .isEqualTo(refused(
                        RefusalCode.WRONG_PHASE, "round: without a deadline (expected: an open one with a deadline)"));
    }

    @Test
    void aRoundStopsWaitingForASeat() {
        Play play = running(2);
        play.bid(1, 50);
        play.send(new Command.Advance(play.now, 0));
        play.send(new Command.Advance(play.now, 0));

        assertThat(play.all(Event.SeatAdvanced.class)).hasSize(1);
        assertThat(play.all(Event.GraceStarted.class)).hasSize(1);
        play.tickAt(play.now + 5_000);
        assertThat(play.state.result(0).orElseThrow().byDefault()).isTrue();
        play.tickAt(play.now + 4_000);
        assertThat(play.state.isAwaited(0)).isTrue();
    }

    @Test
    void aSeatGoesToABotAndBack() {
        Play play = running(2);
        play.send(new Command.Replace(play.now, 0, TRUTHFUL));
        assertThat(play.refusal(play.bid(0, 10))).isEqualTo(RefusalCode.NOT_ALLOWED);
        play.send(new Command.TakeSeat(play.now, Play.key(0), true));
        assertThat(play.state.standIn(0)).contains(TRUTHFUL);
        play.send(new Command.Reply(play.now, 0, 1, Optional.of(new Amount(30))));
        play.send(new Command.GiveBack(play.now, 0));

        assertThat(play.bid(0, 10)).isInstanceOf(Answer.Accepted.class);
        assertThat(play.state.standIn(0)).isEmpty();
    }

    @Test
    void aRemovedOwnerIsOutForGoodAndTheRoundGoesOn() {
        Play play = running(2);
        play.bid(1, 50);
        play.send(new Command.Remove(play.now, 0));

        assertThat(play.all(Event.GraceStarted.class)).hasSize(1);
        assertThat(play.state.seatOf(Play.key(0))).isEmpty();
        assertThat(play.refusal(play.send(new Command.TakeSeat(play.now, Play.key(0), true))))
                .isEqualTo(RefusalCode.NOT_ALLOWED);
        assertThat(play.refusal(play.send(new Command.GiveBack(play.now, 0)))).isEqualTo(RefusalCode.NOT_ALLOWED);
    }

    @Test
    void aSeatThatIsFreedBeforeTheFirstRoundGoesToTheNextWhoComes() {
        Play play = new Play(StaffingTest.plan(Staffing.NONE, SEATS, AUCTION)).persons(3);
        play.send(new Command.Remove(play.now, 1));
        assertThat(play.state.seatsTaken()).isEqualTo(2);
        assertThat(play.send(new Command.TakeSeat(play.now, Play.key(7), true))).isEqualTo(new Answer.Seated(1, true));
        assertThat(play.send(new Command.TakeSeat(play.now, Play.key(8), true))).isEqualTo(new Answer.Seated(3, true));
        assertThat(play.refusal(play.send(new Command.TakeSeat(play.now, Play.key(1), true))))
                .isEqualTo(RefusalCode.NOT_ALLOWED);
    }

    @Test
    void aSeatThatStaysFreeIsMatchedWithNobody() {
        Play play = new Play(StaffingTest.plan(Staffing.NONE, SEATS, AUCTION)).persons(3);
        play.send(new Command.Remove(play.now, 0));
        play.send(new Command.Start(play.now));

        assertThat(play.last(Event.RoundDealt.class).markets()).hasSize(1);
        assertThat(play.last(Event.RoundDealt.class).markets().get(0).seats())
                .extracting(Event.DealtSeat::seat)
                .containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void theLastNoteIsShownToWhomItIsFor() {
        Play play = running(2);
        play.send(new Command.Tell(play.now, OptionalInt.empty(), "Five minutes left."));
        play.send(new Command.Tell(play.now, OptionalInt.of(1), "Please put your phone away."));

        assertThat(play.state.affairs(0).note()).contains("Five minutes left.");
        assertThat(play.state.affairs(1).note()).contains("Please put your phone away.");
        play.send(new Command.Tell(play.now, OptionalInt.empty(), "One minute."));
        assertThat(play.state.affairs(1).note()).contains("One minute.");
    }

    @Test
    void aClosedDoorKeepsNewcomersOutAndOwnersIn() {
        Play play = new Play(StaffingTest.plan(Staffing.NONE, SEATS, AUCTION)).persons(2);
        play.send(new Command.MoveDoor(play.now, false));
        play.send(new Command.MoveDoor(play.now, false));

        assertThat(play.all(Event.DoorMoved.class)).hasSize(1);
        assertThat(play.send(new Command.TakeSeat(play.now, Play.key(8), true)))
                .isEqualTo(refused(RefusalCode.DOOR_CLOSED, "door: closed by the instructor (expected: open)"));
        assertThat(play.send(new Command.TakeSeat(play.now, Play.key(1), true))).isEqualTo(new Answer.Seated(1, false));
        play.send(new Command.MoveDoor(play.now, true));
        assertThat(play.send(new Command.TakeSeat(play.now, Play.key(8), true))).isEqualTo(new Answer.Seated(2, true));
    }

    @Test
    void whereEntryIsByLinksOnlyTheirKeysGetSeatsAndEachGetsOne() {
        Seats byLink = new Seats(4, 2, Seats.Start.INSTRUCTOR, Seats.Entry.LINKS);
        Play play = new Play(StaffingTest.plan(Staffing.NONE, byLink, AUCTION));
        assertThat(play.send(new Command.TakeSeat(play.now, Play.key(1), true)))
                .isEqualTo(refused(
                        RefusalCode.NOT_ALLOWED,
                        "seat key: of no link (expected: that of a link which the instructor gave out)"));
        play.send(new Command.Invite(play.now, List.of(Play.key(1), Play.key(2), Play.key(1))));
        play.send(new Command.Invite(play.now, List.of(Play.key(2))));

        assertThat(play.all(Event.SeatsInvited.class))
                .extracting(Event.SeatsInvited::keyHashes)
                .containsExactly(List.of(Play.key(1), Play.key(2)));
        assertThat(play.send(new Command.TakeSeat(play.now, Play.key(2), true))).isEqualTo(new Answer.Seated(0, true));
        assertThat(play.send(new Command.TakeSeat(play.now, Play.key(2), true))).isEqualTo(new Answer.Seated(0, false));
        assertThat(play.refusal(play.send(new Command.TakeSeat(play.now, Play.key(3), true))))
                .isEqualTo(RefusalCode.NOT_ALLOWED);
    }

    @Test
    void linksAreForPlansThatWantThem() {
        Play play = running(2);

        assertThat(play.send(new Command.Invite(play.now, List.of(Play.key(7)))))
                .isEqualTo(refused(
                        RefusalCode.NOT_ALLOWED, "entry: by code (expected: a plan whose seats have entry: links)"));
    }

    static Stream<Command> wrong() {
        return Stream.of(
                new Command.Extend(2_000, 0),
                new Command.Extend(2_000, 604_800_001),
                new Command.Tell(2_000, OptionalInt.empty(), " "),
                new Command.Tell(2_000, OptionalInt.empty(), "x".repeat(501)),
                new Command.Tell(2_000, OptionalInt.of(2), "x"),
                new Command.Tell(2_000, OptionalInt.empty(), "a\u001b[2Jb"),
                new Command.Tell(2_000, OptionalInt.empty(), "a\u202eb"),
                new Command.Tell(2_000, OptionalInt.empty(), "two\nlines"),
                new Command.Advance(2_000, -1),
                new Command.Advance(2_000, 2),
                new Command.Replace(2_000, 2, TRUTHFUL),
                new Command.GiveBack(2_000, 2),
                new Command.Remove(2_000, 2));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void wrongDeedsAreRefusedAndChangeNothing(Command command) {
        Play play = running(2);
        int before = play.events.size();

        assertThat(play.send(command)).isInstanceOf(Answer.Refused.class);
        assertThat(play.events).hasSize(before);
    }

    private static Answer refused(RefusalCode code, String reason) {
        return new Answer.Refused(new Refusal(code, reason));
    }

    private static Play running(int seats) {
        return new Play(TestPlans.plan(seats, TestPlans.block(AUCTION, 3, "a"))).persons(seats);
    }
}
