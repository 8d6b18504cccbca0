package dev.envelope.game.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.envelope.game.draw.SessionSeed;
import dev.envelope.game.headless.HeadlessSession;
import dev.envelope.game.message.Amount;
import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.session.TestPlans;
import dev.envelope.game.session.event.CloseReason;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.event.PauseCause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RederivationTest {

    private static final SessionSeed SEED = SessionSeed.of(11);
    private static final Plan PLAN = TestPlans.plan(
            6,
            TestPlans.block(TestPlans.treatment(MechanismType.FIRST_PRICE), 2, "a"),
            TestPlans.block(TestPlans.treatment(MechanismType.K_DOUBLE_AUCTION), 2, "b"));

    /** Everybody bids 50.00, so that all ties are broken by lot. */
    private static final List<Event> EVENTS = HeadlessSession.record(
                    PLAN, SEED, seat -> (view, random) -> new Amount(5_000), 1)
            .events();

    /** How many events fit before the first that does not; all where none does not. */
    private static int fitting(List<Event> events) {
        Rederivation derived = Rederivation.of((Event.SessionOpened) events.get(0), SEED);
        for (int i = 1; i < events.size(); i++) {
            if (derived.next(events.get(i)).isPresent()) {
                return i;
            }
        }
        return events.size();
    }

    private static Arguments changed(String what, Class<? extends Event> type, UnaryOperator<Event> change) {
        return Arguments.of(what, type, change);
    }

    private static Event.RoundDealt dealt(Event event) {
        return (Event.RoundDealt) event;
    }

    private static Event.RoundSettled settled(Event event) {
        return (Event.RoundSettled) event;
    }

    private static <T> List<T> with(List<T> list, int index, T item) {
        List<T> changed = new ArrayList<>(list);
        changed.set(index, item);
        return changed;
    }

    private static Event otherSettlement(Event event, UnaryOperator<Event.SettledMarket> change) {
        Event.RoundSettled before = settled(event);
        return new Event.RoundSettled(
                before.atMillis(),
                before.round(),
                with(before.markets(), 0, change.apply(before.markets().get(0))),
                before.nextRoundAtMillis());
    }

    private static Event.SettledMarket seats(Event.SettledMarket market, List<Event.SettledSeat> seats) {
        return new Event.SettledMarket(seats, market.priceTicks(), market.voided());
    }

    private static Event.SettledSeat paying(Event.SettledSeat seat, long more) {
        return new Event.SettledSeat(
                seat.seat(), seat.units(), seat.paymentTicks() + more, seat.counted(), seat.byDefault());
    }

    private static Event otherValue(Event event) {
        Event.DealtMarket market = dealt(event).markets().get(1);
        Event.DealtSeat seat = market.seats().get(0);
        Event.DealtMarket other =
                new Event.DealtMarket(with(market.seats(), 0, new Event.DealtSeat(seat.seat(), seat.valueTicks() + 1)));
        return new Event.RoundDealt(
                event.atMillis(), dealt(event).round(), with(dealt(event).markets(), 1, other));
    }

    private static Event otherGroups(Event event) {
        List<Event.DealtMarket> markets = dealt(event).markets();
        return new Event.RoundDealt(
                event.atMillis(), dealt(event).round(), List.of(markets.get(1), markets.get(0), markets.get(2)));
    }

    private static Event otherWinner(Event event) {
        return otherSettlement(event, market -> {
            Event.SettledSeat one = market.seats().get(0);
            Event.SettledSeat two = market.seats().get(1);
            return seats(
                    market,
                    List.of(
                            new Event.SettledSeat(one.seat(), two.units(), two.paymentTicks(), one.counted(), false),
                            new Event.SettledSeat(two.seat(), one.units(), one.paymentTicks(), two.counted(), false)));
        });
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                changed("value", Event.RoundDealt.class, RederivationTest::otherValue),
                changed("groups", Event.RoundDealt.class, RederivationTest::otherGroups),
                changed("tie", Event.RoundSettled.class, RederivationTest::otherWinner),
                changed(
                        "payment",
                        Event.RoundSettled.class,
                        event -> otherSettlement(
                                event,
                                market -> seats(
                                        market,
                                        with(
                                                market.seats(),
                                                0,
                                                paying(market.seats().get(0), 1))))),
                changed(
                        "price",
                        Event.RoundSettled.class,
                        event -> otherSettlement(
                                event,
                                market -> new Event.SettledMarket(
                                        market.seats(), OptionalLong.of(4_999), market.voided()))),
                changed(
                        "void",
                        Event.RoundSettled.class,
                        event -> otherSettlement(
                                event,
                                market ->
                                        new Event.SettledMarket(market.seats(), market.priceTicks(), Optional.of("")))),
                changed(
                        "time",
                        Event.RoundOpened.class,
                        event -> new Event.RoundOpened(
                                event.atMillis(), ((Event.RoundOpened) event).round(), OptionalLong.of(60_001))),
                changed(
                        "reason",
                        Event.RoundClosed.class,
                        event -> new Event.RoundClosed(
                                event.atMillis(), ((Event.RoundClosed) event).round(), CloseReason.DEADLINE)),
                changed(
                        "seat",
                        Event.SeatTaken.class,
                        event -> new Event.SeatTaken(event.atMillis(), 3, ((Event.SeatTaken) event).keyHash(), false)),
                changed("receipt", Event.MessageSealed.class, event -> {
                    Event.MessageSealed sealed = (Event.MessageSealed) event;
                    return new Event.MessageSealed(
                            sealed.atMillis(),
                            sealed.round(),
                            sealed.seat(),
                            sealed.requestId(),
                            sealed.receipt() + 1,
                            sealed.message());
                }),
                changed("bid off the bounds", Event.MessageSealed.class, event -> {
                    Event.MessageSealed sealed = (Event.MessageSealed) event;
                    return new Event.MessageSealed(
                            sealed.atMillis(),
                            sealed.round(),
                            sealed.seat(),
                            sealed.requestId(),
                            sealed.receipt(),
                            new Amount(10_001));
                }),
                changed("pause", Event.RoundOpened.class, event -> new Event.Resumed(event.atMillis(), 0)),
                changed(
                        "nonce",
                        Event.SessionFinished.class,
                        event -> new Event.SessionFinished(event.atMillis(), SEED.seedHex(), SEED.seedHex())));
    }

    @Test
    void aRecordedSessionFollowsFromItsMessagesAndItsSeed() {
        assertThat(fitting(EVENTS)).isEqualTo(EVENTS.size());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void theFirstEventThatDoesNotFollowIsFound(String what, Class<? extends Event> type, UnaryOperator<Event> change) {
        for (int i = 1; i < EVENTS.size(); i++) {
            Event event = EVENTS.get(i);
            Event other = type.isInstance(event) ? change.apply(event) : event;
            if (!other.equals(event)) {
                assertThat(fitting(with(EVENTS, i, other)))
                        .as("%s in event %s", what, i)
                        .isEqualTo(i);
            }
        }
    }

    @Test
    void anEventThatIsLeftOutIsMissed() {
        for (int i = 1; i < EVENTS.size() - 1; i++) {
            List<Event> cut = new ArrayList<>(EVENTS);
            cut.remove(i);
            assertThat(fitting(cut)).as("without event %s", i).isLessThan(cut.size());
        }
    }

    @Test
    void aRecordThatIsCutWithinADecisionMissesTheRest() {
        Rederivation derived = Rederivation.of((Event.SessionOpened) EVENTS.get(0), SEED);
        List<Event> seats = EVENTS.subList(1, 7); // the sixth starts the session

        seats.forEach(event -> assertThat(derived.next(event)).isEmpty());

        assertThat(derived.missing()).containsInstanceOf(Event.SessionStarted.class);
    }

    @Test
    void anEventThatIsPutBetweenIsFound() {
        List<Event> longer = new ArrayList<>(EVENTS);
        int opened = longer.indexOf(EVENTS.stream()
                .filter(Event.RoundOpened.class::isInstance)
                .findFirst()
                .orElseThrow());
        longer.add(opened, new Event.Paused(EVENTS.get(opened).atMillis(), PauseCause.INSTRUCTOR));

        assertThat(fitting(longer)).isEqualTo(opened);
    }

    @Test
    void otherRulesAndOtherSeedsAreRefused() {
        Event.SessionOpened opening = (Event.SessionOpened) EVENTS.get(0);
        Event.SessionOpened older = new Event.SessionOpened(
                0, "0", opening.joinCode(), opening.plan(), opening.seedCommitment(), opening.reproducible());

        assertThatThrownBy(() -> Rederivation.of(older, SEED)).hasMessageContaining("rules version: 0 (expected: 1");
        assertThatThrownBy(() -> Rederivation.of(opening, SessionSeed.of(12))).hasMessageContaining("commitment");
    }
}
