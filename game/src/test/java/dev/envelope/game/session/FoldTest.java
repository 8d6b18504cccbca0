package dev.envelope.game.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.draw.SessionSeed;
import dev.envelope.game.message.Abstain;
import dev.envelope.game.message.Amount;
import dev.envelope.game.message.Message;
import dev.envelope.game.message.Report;
import dev.envelope.game.outcome.Outcome;
import dev.envelope.game.outcome.SeatOutcome;
import dev.envelope.game.plan.AbsentRule;
import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.forms.Forms;
import dev.envelope.game.plan.seating.DropOuts;
import dev.envelope.game.plan.seating.Seats;
import dev.envelope.game.plan.seating.Staffing;
import dev.envelope.game.plan.seating.StandIn;
import dev.envelope.game.plan.seating.Uneven;
import dev.envelope.game.replay.RecordedMessages;
import dev.envelope.game.replay.Rederivation;
import dev.envelope.game.replay.RoundsUnder;
import dev.envelope.game.session.command.Answer;
import dev.envelope.game.session.command.Command;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.state.SessionState;
import dev.envelope.game.session.state.SettledRound;
import dev.envelope.game.view.Phase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random command sequences: the session never throws, loses nothing, and is the fold of its events throughout. */
class FoldTest {

    /** Everything that a plan can say of missing people. */
    private static final Staffing STAFFED = new Staffing(
            Optional.of(new StandIn("truthful")),
            Uneven.BOT,
            Optional.of(new DropOuts(1_000, OptionalInt.of(2), new StandIn("zero_intelligence"))),
            6);

    private static Plan plan(int seats, boolean staffed, Forms forms) {
        Plan plain = TestPlans.plan(
                staffed
                        ? new Seats(seats, 1, Seats.Start.INSTRUCTOR, Seats.Entry.LINKS)
                        : new Seats(seats, 1, Seats.Start.WHEN_FULL),
                TestPlans.block(TestPlans.treatment(MechanismType.FIRST_PRICE), 3, "a"),
                TestPlans.block(
                        TestPlans.absent(TestPlans.treatment(MechanismType.K_DOUBLE_AUCTION), AbsentRule.LAST_MESSAGE),
                        4,
                        "b"),
                TestPlans.block(
                        TestPlans.absent(
                                TestPlans.treatment(MechanismType.VCG), AbsentRule.strategy(StandIn.EQUILIBRIUM)),
                        3,
                        "a"),
                TestPlans.block(TestPlans.bidders(TestPlans.treatment(MechanismType.OPTIMAL), 3), 3, "c"));
        return new Plan(
                plain.title(),
                plain.tick(),
                plain.blocks(),
                plain.seats(),
                plain.seed(),
                plain.pay(),
                "",
                staffed ? STAFFED : Staffing.NONE,
                forms,
                plain.source());
    }

    private static Message message(SplittableRandom random) {
        return switch (random.nextInt(6)) {
            case 0 -> new Abstain();
            case 1, 2 -> new Amount(random.nextLong(-20, 10_020));
            case 3 -> new Amount(random.nextLong());
            case 4 -> new Report(List.of(random.nextLong(10_000), 1L));
            default -> Report.of(random.nextLong(-20, 10_020));
        };
    }

    private static Command command(Play play, SplittableRandom random, int seats) {
        return switch (random.nextInt(70)) {
            case 60, 61, 62, 63, 64, 65, 66, 67, 68, 69 -> FilledForms.command(play, random, seats);
            case 13, 14, 15, 16, 17, 18, 19, 20 ->
                new Command.Reply(
                        play.now,
                        random.nextInt(-1, seats + 1),
                        play.state.round(),
                        random.nextInt(5) == 0 ? Optional.empty() : Optional.of(message(random)));
            case 21, 22 -> new Command.DropOut(play.now, random.nextInt(-1, seats + 1));
            case 23 -> intervention(play, random, seats);
            case 0 -> new Command.Pause(play.now);
            case 1, 2 -> new Command.Resume(play.now);
            case 3 -> new Command.CloseRound(play.now);
            case 4 -> new Command.Recovered(play.now);
            case 5, 6, 7 -> new Command.Tick(play.now);
            case 8 -> new Command.Start(play.now);
            case 9 ->
                random.nextInt(60) == 0 && play.state.round() > 3
                        ? new Command.End(play.now)
                        : new Command.Tick(play.now);
            case 10, 11, 12 ->
                new Command.TakeSeat(play.now, Play.key(random.nextInt(seats + 3)), random.nextBoolean());
            default ->
                new Command.Submit(
                        play.now,
                        random.nextInt(-1, seats + 1),
                        random.nextLong(400),
                        play.state.round() + (random.nextInt(10) == 0 ? random.nextInt(-1, 2) : 0),
                        message(random));
        };
    }

    private static Command intervention(Play play, SplittableRandom random, int seats) {
        int seat = random.nextInt(-1, seats + 1);
        OptionalInt whom = seat < 0 ? OptionalInt.empty() : OptionalInt.of(seat);
        return switch (random.nextInt(20)) {
            case 14, 15, 16, 17, 18, 19 -> new Command.Invite(play.now, List.of(Play.key(random.nextInt(seats + 3))));
            case 0, 1 -> new Command.Extend(play.now, random.nextInt(-1, 5_000));
            case 2, 3 -> new Command.Tell(play.now, whom, random.nextInt(5) == 0 ? " " : "Go on.");
            case 4, 5 -> new Command.Advance(play.now, seat);
            case 6, 7 -> new Command.Replace(play.now, seat, random.nextBoolean() ? StandIn.NONE : StandIn.EQUILIBRIUM);
            case 8, 9, 10 -> new Command.GiveBack(play.now, seat);
            case 11 -> new Command.Remove(play.now, seat);
            default -> new Command.MoveDoor(play.now, random.nextInt(3) > 0);
        };
    }

    private static Play randomPlay(int number, int steps) {
        SplittableRandom random = new SplittableRandom(number);
        int seats = 3 + random.nextInt(6);
        Play play = new Play(
                plan(seats, number % 2 == 1, number % 3 == 0 ? Forms.NONE : FilledForms.FORMS),
                SessionSeed.of(number),
                1_000);
        play.send(new Command.Invite(play.now, List.of(Play.key(0), Play.key(1), Play.key(2))));
        for (int step = 0; step < steps; step++) {
            play.now += random.nextInt(4) == 0 ? random.nextInt(8_000) : random.nextInt(30);
            SessionState before = play.state;
            Command command = command(play, random, seats);
            Decision decision = play.decide(command);
            check(before, command, decision, play);
        }
        return play;
    }

    private static void check(SessionState before, Command command, Decision decision, Play play) {
        boolean sealed = decision.events().stream().anyMatch(e -> e instanceof Event.MessageSealed);
        assertThat(sealed).isEqualTo(decision.answer() instanceof Answer.Accepted);
        if (command instanceof Command.Submit submit && decision.answer() instanceof Answer.Accepted) {
            boolean stillOpen = play.state.round() == submit.round() && play.state.phase() == Phase.OPEN;
            Message kept = stillOpen
                    ? play.state
                            .view(submit.seat(), play.now)
                            .orElseThrow()
                            .standing()
                            .orElseThrow()
                    : play.state.result(submit.seat()).orElseThrow().played().orElseThrow();
            assertThat(kept).isEqualTo(submit.message());
        }
        for (Event event : decision.events()) {
            assertThat(event.atMillis()).isBetween(before.atMillis(), play.now);
        }
        assertThat(play.state.atMillis()).isGreaterThanOrEqualTo(before.atMillis());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void randomCommandsNeverBreakASession(int number) {
        Play play = randomPlay(number, 1_500);
        assertThat(play.all(Event.RoundSettled.class)).isNotEmpty();
        assertThat(play.replayed())
                .usingRecursiveComparison()
                .ignoringFields("setup")
                .isEqualTo(play.state);
        assertMoneyIsConserved(play);
        assertReceiptsCountUp(play);
        assertDerivable(play);
        assertRepeatable(play);
    }

    /** Under its own rules a record plays to its own outcomes, whoever came late, left or was silent. */
    private static void assertRepeatable(Play play) {
        RecordedMessages counted = new RecordedMessages();
        play.events.forEach(counted::add);
        RoundsUnder same = new RoundsUnder(play.state.plan(), play.seed, () -> counted, 1);
        SessionState state = SessionState.opened((Event.SessionOpened) play.events.get(0), play.seed);
        for (Event event : play.events.subList(1, play.events.size())) {
            state = state.evolve(event);
            if (event instanceof Event.RoundSettled) {
                SettledRound recorded = state.settled().orElseThrow();
                SettledRound repeated = same.play(recorded);
                assertThat(repeated.outcomes()).isEqualTo(recorded.outcomes());
                assertThat(repeated.treatment()).isEqualTo(recorded.treatment());
            }
        }
        assertThat(same.refusals()).isEmpty();
    }

    private static void assertDerivable(Play play) {
        Rederivation derived = Rederivation.of((Event.SessionOpened) play.events.get(0), play.seed);
        for (Event event : play.events.subList(1, play.events.size())) {
            assertThat(derived.next(event)).as("%s", event).isEmpty();
        }
        assertThat(derived.missing()).isEmpty();
    }

    private static void assertMoneyIsConserved(Play play) {
        SessionState state = SessionState.opened((Event.SessionOpened) play.events.get(0), play.seed);
        long[] totals = new long[20];
        for (Event event : play.events.subList(1, play.events.size())) {
            state = state.evolve(event);
            if (event instanceof Event.SeatTaken taken) {
                totals[taken.seat()] = 0; // a bot's seat that somebody takes begins with nothing
            }
            if (event instanceof Event.RoundSettled) {
                SettledRound round = state.settled().orElseThrow();
                for (Outcome outcome : round.outcomes()) {
                    assertFair(outcome, totals);
                }
                for (int seat = 0; seat < state.seatNumbers(); seat++) {
                    if (state.result(seat).isPresent()) {
                        assertThat(state.result(seat).get().totalTicks()).isEqualTo(totals[seat]);
                    }
                }
            }
        }
    }

    private static void assertFair(Outcome outcome, long[] totals) {
        assertThat(outcome.voided()).isEmpty();
        long payoffs = 0;
        for (SeatOutcome seat : outcome.seats()) {
            totals[seat.seat()] += seat.payoffTicks();
            payoffs += seat.payoffTicks();
        }
        assertThat(payoffs + outcome.revenueTicks()).isEqualTo(outcome.tradedValueTicks());
        assertThat(outcome.seats().stream().mapToInt(SeatOutcome::units).sum()).isBetween(0, 1);
        assertThat(outcome.revenueTicks()).isNotNegative();
    }

    private static void assertReceiptsCountUp(Play play) {
        int[] receipts = new int[20];
        for (Event.MessageSealed sealed : play.all(Event.MessageSealed.class)) {
            assertThat(sealed.receipt()).isEqualTo(++receipts[sealed.seat()]);
        }
    }

    @Test
    void theSameSeedAndCommandsGiveTheSameEvents() {
        assertThat(randomPlay(5, 800).events).isEqualTo(randomPlay(5, 800).events);
    }

    @Test
    void everyEventHasItsPlaceInTheFold() {
        Set<Class<?>> seen = new HashSet<>();
        for (int number = 1; number <= 12; number++) {
            Play play = randomPlay(number, 700);
            play.send(new Command.End(play.now));
            play.send(new Command.Resume(play.now));
            play.send(new Command.CloseRound(play.now));
            for (int seat = 0; seat < play.state.seatNumbers(); seat++) {
                play.send(new Command.Consent(play.now, seat, true));
                play.send(new Command.Fill(play.now, seat, FilledForms.FILLED));
            }
            play.events.forEach(event -> seen.add(event.getClass()));
        }
        List<Class<?>> all = new ArrayList<>(List.of(Event.class.getPermittedSubclasses()));
        assertThat(seen).containsExactlyInAnyOrderElementsOf(all);
    }
}
