package dev.envelope.server.journal.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.envelope.game.forms.FormAnswer;
import dev.envelope.game.message.Abstain;
import dev.envelope.game.message.Amount;
import dev.envelope.game.message.DemandSchedule;
import dev.envelope.game.message.PackageBids;
import dev.envelope.game.message.Report;
import dev.envelope.game.message.Response;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.game.plan.seating.StandIn;
import dev.envelope.game.session.event.CloseReason;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.event.HandOver;
import dev.envelope.game.session.event.PauseCause;
import dev.envelope.server.journal.JournalException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class EventCodecTest {

    private static final String HASH = "0f".repeat(32);
    private static final Plan PLAN = PlanReader.read("""
                    envelope: 1
                    title: Codec
                    tick: 0.01
                    seats: 2
                    treatments:
                      only: {mechanism: first_price, bidders: 2, values: [0, 100]}
                    blocks:
                      - {treatment: only, rounds: 1}
                    """).orElseThrow();

    private final EventCodec codec = EventCodec.ofPlanFiles();

    static Stream<Event> events() {
        Event.DealtMarket dealt =
                new Event.DealtMarket(List.of(new Event.DealtSeat(3, -17), new Event.DealtSeat(0, 9_999)));
        Event.SettledMarket settled = new Event.SettledMarket(
                List.of(
                        new Event.SettledSeat(3, 1, 42, Optional.of(new Amount(50)), false),
                        new Event.SettledSeat(0, -1, -42, Optional.of(new Abstain()), true)),
                OptionalLong.of(42),
                Optional.empty());
        Event.SettledMarket voided =
                new Event.SettledMarket(List.of(), OptionalLong.empty(), Optional.of("no finite payment"));
        return Stream.of(
                new Event.SessionOpened(1, "1", "CODES", PLAN, HASH, true),
                new Event.SeatTaken(2, 7, HASH, true),
                new Event.SessionStarted(3),
                new Event.RoundDealt(4, 1, List.of(dealt)),
                new Event.RoundDealt(4, 1, List.of(new Event.DealtMarket(dealt.seats(), OptionalLong.of(0)))),
                new Event.RoundOpened(5, 1, OptionalLong.of(65_000)),
                new Event.RoundOpened(5, 1, OptionalLong.empty()),
                new Event.MessageSealed(6, 1, 3, -5L, 9, new Amount(-100)),
                new Event.MessageSealed(6, 1, 3, 1, 9, new Abstain()),
                new Event.MessageSealed(6, 1, 3, 1, 9, Report.of(12)),
                new Event.MessageSealed(6, 1, 3, 1, 9, new Response(true)),
                new Event.MessageSealed(6, 1, 3, 1, 9, new DemandSchedule(List.of(5L, 3L))),
                new Event.MessageSealed(
                        6, 1, 3, 1, 9, new PackageBids(List.of(new PackageBids.PackageBid(List.of("a", "b"), 12)))),
                new Event.GraceStarted(7, 1, 12_000),
                new Event.RoundClosed(8, 1, CloseReason.DEADLINE),
                new Event.RoundSettled(9, 1, List.of(settled, voided), OptionalLong.of(70_000)),
                new Event.RoundSettled(9, 1, List.of(settled), OptionalLong.empty()),
                new Event.Paused(10, PauseCause.RECOVERY),
                new Event.Resumed(11, 12_345),
                new Event.EndRequested(12),
                new Event.RoundExtended(12, 1, 90_000),
                new Event.NoteSent(12, OptionalInt.of(0), "Louder, please."),
                new Event.NoteSent(12, OptionalInt.empty(), "五分钟"),
                new Event.SeatAdvanced(12, 1, 3),
                new Event.SeatHandedOver(12, 3, StandIn.NONE, HandOver.DROPPED_OUT),
                new Event.SeatHandedOver(12, 3, StandIn.EQUILIBRIUM, HandOver.MISSED_ROUNDS),
                new Event.SeatHandedOver(12, 3, new StandIn("shading:0.2"), HandOver.INSTRUCTOR),
                new Event.SeatGivenBack(12, 3),
                new Event.SeatRemoved(12, 3),
                new Event.SeatFilled(12, 4, new StandIn("zero_intelligence")),
                new Event.StandInReplied(12, 1, 3, Optional.of(new Amount(0))),
                new Event.StandInReplied(12, 1, 3, Optional.empty()),
                new Event.SessionOpened(1, "1", "CODES", PLAN, HASH, true, "econ-101"),
                new Event.SeatsInvited(12, List.of(HASH, "00".repeat(32))),
                new Event.DoorMoved(12, false),
                new Event.DoorMoved(12, true),
                new Event.ConsentAnswered(12, 3, true),
                new Event.ConsentAnswered(12, 3, false),
                new Event.ComprehensionAnswered(
                        12, 3, 2, List.of(new FormAnswer("1", "12.5"), new FormAnswer("2", "是")), List.of("2")),
                new Event.QuestionnaireOpened(12, 612_000),
                new Event.QuestionnaireAnswered(12, 3, List.of(new FormAnswer("why", "=1+1\n\"so\""))),
                new Event.QuestionnaireAnswered(12, 3, List.of()),
                new Event.SessionFinished(13, HASH, HASH));
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventComesBackEqualAndItsBytesAreAlwaysTheSame(Event event) {
        byte[] bytes = codec.encode(event);
        assertThat(codec.decode(bytes)).isEqualTo(event);
        assertThat(codec.encode(codec.decode(bytes))).isEqualTo(bytes);
    }

    @Test
    void everyKindOfEventIsAmongThoseTried() {
        assertThat(events().<Class<?>>map(Event::getClass).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Event.class.getPermittedSubclasses());
    }

    @Test
    void bytesThatAreNoRecordAreRefused() {
        assertThatThrownBy(() -> codec.decode(new byte[] {1, 2, 3})).isInstanceOf(JournalException.class);
        assertThatThrownBy(() -> codec.decode(new byte[0]))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("event: none");
    }
}
