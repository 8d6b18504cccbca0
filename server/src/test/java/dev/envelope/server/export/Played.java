package dev.envelope.server.export;

import dev.envelope.game.draw.SessionSeed;
import dev.envelope.game.headless.HeadlessSession;
import dev.envelope.game.message.Abstain;
import dev.envelope.game.message.Amount;
import dev.envelope.game.message.MessageKind;
import dev.envelope.game.message.Report;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.game.session.event.CloseReason;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.event.PauseCause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Sessions for tests of exports: one made by hand and one that bots played. */
final class Played {

    static final SessionSeed SEED = SessionSeed.of("export");
    private static final String COMMITMENT = SEED.commitment();

    private Played() {}

    /** Three seats in markets of two: one sits out. */
    static final Plan SMALL = PlanReader.read("""
            envelope: 1
            title: "=HYPERLINK(1), a \\"title\\""
            tick: 0.05
            seats: 3
            matching: random_strangers
            treatments:
              low: {mechanism: {type: first_price, reserve: 10}, bidders: 2, values: [0, 100]}
            blocks:
              - {treatment: low, rounds: 1, practice: true}
              - {treatment: low, rounds: 2}
            exchange_rate: 8
            currency: EUR
            show_up_fee: 5
            endowment: 10
            """).orElseThrow();

    static final Plan LARGER = PlanReader.read("""
            envelope: 1
            seats: 7
            treatments:
              first: {mechanism: first_price, bidders: 3, values: [0, 100]}
              trade: {mechanism: {type: k_double_auction, k: 0.5}, buyer: [0, 100], seller: [0, 100]}
              vcg: {mechanism: vcg, bidders: 2, values: [0, 100]}
            blocks:
              - {treatment: first, rounds: 2, practice: true}
              - {treatment: trade, rounds: 4}
              - {treatment: vcg, rounds: 3}
              - {treatment: trade, rounds: 1}
            exchange_rate: 7
            """).orElseThrow();

    static final List<Event> PLAYED = HeadlessSession.record(
                    LARGER,
                    SEED,
                    seat -> (view, random) ->
                            view.treatment().mechanism().type().messageKind() == MessageKind.REPORT
                                    ? Report.of(view.valueTicks())
                                    : random.nextInt(5) == 0 ? new Abstain() : new Amount(view.valueTicks()),
                    1)
            .events();

    /** Made by hand: the numbers of the golden file are worked out from these. */
    static List<Event> byHand() {
        List<Event> events = new ArrayList<>();
        events.add(new Event.SessionOpened(1_000, "1", "HEADLESS", SMALL, COMMITMENT, false));
        events.add(new Event.SeatTaken(1_100, 0, "aa".repeat(32), true));
        events.add(new Event.SeatTaken(1_200, 1, "bb".repeat(32), true));
        events.add(new Event.SeatTaken(1_300, 2, "cc".repeat(32), false));
        events.add(new Event.SessionStarted(1_300));
        events.add(dealt(2_000, 1, 0, 1_000, 2, 1_600));
        events.add(new Event.RoundOpened(2_000, 1, OptionalLong.of(62_000)));
        events.add(new Event.MessageSealed(2_500, 1, 2, 7, 1, new Amount(1_000)));
        events.add(new Event.Paused(2_600, PauseCause.INSTRUCTOR));
        events.add(new Event.Resumed(4_600, 2_000));
        events.add(new Event.MessageSealed(5_000, 1, 2, 8, 2, new Amount(1_201)));
        events.add(new Event.RoundClosed(64_000, 1, CloseReason.DEADLINE));
        events.add(new Event.RoundSettled(
                64_000,
                1,
                List.of(new Event.SettledMarket(
                        List.of(
                                new Event.SettledSeat(0, 0, 0, Optional.of(new Abstain()), true),
                                new Event.SettledSeat(2, 1, 1_201, Optional.of(new Amount(1_201)), false)),
                        OptionalLong.of(1_201),
                        Optional.empty())),
                OptionalLong.of(69_000)));
        events.add(dealt(69_000, 2, 1, 900, 0, 1_900));
        events.add(new Event.RoundOpened(69_000, 2, OptionalLong.of(129_000)));
        events.add(new Event.MessageSealed(70_000, 2, 1, 9, 1, new Amount(1_000)));
        events.add(new Event.MessageSealed(70_000, 2, 0, 9, 1, new Amount(2_000)));
        events.add(new Event.GraceStarted(70_000, 2, 75_000));
        events.add(new Event.RoundClosed(75_000, 2, CloseReason.ALL_SEALED));
        events.add(new Event.RoundSettled(
                75_000,
                2,
                List.of(new Event.SettledMarket(
                        List.of(
                                new Event.SettledSeat(1, 0, 0, Optional.of(new Amount(1_000)), false),
                                new Event.SettledSeat(0, 1, 2_000, Optional.of(new Amount(2_000)), false)),
                        OptionalLong.of(2_000),
                        Optional.empty())),
                OptionalLong.empty()));
        return events;
    }

    private static Event dealt(long at, int round, int seat, long value, int other, long otherValue) {
        return new Event.RoundDealt(
                at,
                round,
                List.of(new Event.DealtMarket(
                        List.of(new Event.DealtSeat(seat, value), new Event.DealtSeat(other, otherValue)))));
    }

    static List<Event> byHandAndThird() {
        List<Event> events = byHand();
        events.add(dealt(80_000, 3, 1, 777, 2, 888));
        events.add(new Event.RoundOpened(80_000, 3, OptionalLong.of(140_000)));
        events.add(new Event.MessageSealed(81_000, 3, 1, 10, 2, new Amount(765)));
        events.add(new Event.Paused(82_000, PauseCause.INSTRUCTOR));
        return events;
    }
}
