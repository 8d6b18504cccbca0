package dev.envelope.server.journal.event;

import com.google.protobuf.ByteString;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.session.event.CloseReason;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.event.PauseCause;
import dev.envelope.proto.v1.JournalRecord;
import dev.envelope.proto.v1.MessageSealedEvent;
import dev.envelope.proto.v1.PausedEvent;
import dev.envelope.proto.v1.RoundClosedEvent;
import dev.envelope.proto.v1.RoundDealtEvent;
import dev.envelope.proto.v1.RoundSettledEvent;
import dev.envelope.proto.v1.SessionOpenedEvent;
import dev.envelope.server.wire.message.MessageCodec;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Journal records to events. */
final class EventDecoder {

    private final Function<String, Plan> planReader;

    EventDecoder(Function<String, Plan> planReader) {
        this.planReader = planReader;
    }

    Event decode(JournalRecord record) {
        long at = record.getAtMillis();
        return switch (record.getEventCase()) {
            case SESSION_OPENED -> opened(at, record.getSessionOpened());
            case SEAT_TAKEN ->
                new Event.SeatTaken(
                        at,
                        record.getSeatTaken().getSeat(),
                        hex(record.getSeatTaken().getKeyHash()),
                        record.getSeatTaken().getPerson());
            case SESSION_STARTED -> new Event.SessionStarted(at);
            case ROUND_DEALT -> dealt(at, record.getRoundDealt());
            case ROUND_OPENED ->
                new Event.RoundOpened(
                        at,
                        record.getRoundOpened().getRound(),
                        optional(
                                record.getRoundOpened().hasClosesAtMillis(),
                                record.getRoundOpened().getClosesAtMillis()));
            case MESSAGE_SEALED -> sealed(at, record.getMessageSealed());
            case GRACE_STARTED ->
                new Event.GraceStarted(
                        at,
                        record.getGraceStarted().getRound(),
                        record.getGraceStarted().getClosesAtMillis());
            case ROUND_CLOSED ->
                new Event.RoundClosed(
                        at,
                        record.getRoundClosed().getRound(),
                        reason(record.getRoundClosed().getReason()));
            case ROUND_SETTLED -> settled(at, record.getRoundSettled());
            case PAUSED -> new Event.Paused(at, cause(record.getPaused().getCause()));
            case RESUMED -> new Event.Resumed(at, record.getResumed().getShiftMillis());
            case END_REQUESTED -> new Event.EndRequested(at);
            case SESSION_FINISHED ->
                new Event.SessionFinished(
                        at,
                        hex(record.getSessionFinished().getSeed()),
                        hex(record.getSessionFinished().getNonce()));
            case ROUND_EXTENDED,
                    NOTE_SENT,
                    SEAT_ADVANCED,
                    SEAT_HANDED_OVER,
                    SEAT_GIVEN_BACK,
                    SEAT_REMOVED,
                    SEAT_FILLED,
                    STAND_IN_REPLIED,
                    SEATS_INVITED,
                    DOOR_MOVED -> InterventionDecoder.decode(record);
            case CONSENT_ANSWERED, COMPREHENSION_ANSWERED, QUESTIONNAIRE_OPENED, QUESTIONNAIRE_ANSWERED ->
                FormEventDecoder.decode(record);
            case EVENT_NOT_SET -> throw new IllegalArgumentException("event: none (expected: one of the kinds)");
        };
    }

    private Event opened(long at, SessionOpenedEvent event) {
        return new Event.SessionOpened(
                at,
                event.getRulesVersion(),
                event.getJoinCode(),
                planReader.apply(event.getPlan()),
                hex(event.getSeedCommitment()),
                event.getReproducible(),
                event.getRoom());
    }

    private static Event dealt(long at, RoundDealtEvent event) {
        return new Event.RoundDealt(
                at,
                event.getRound(),
                event.getMarketsList().stream().map(EventDecoder::market).toList());
    }

    private static Event.DealtMarket market(RoundDealtEvent.Market market) {
        requireEach(market.getSeatsCount(), market.getValueTicksCount());
        List<Event.DealtSeat> seats = new ArrayList<>(market.getSeatsCount());
        for (int i = 0; i < market.getSeatsCount(); i++) {
            seats.add(new Event.DealtSeat(market.getSeats(i), market.getValueTicks(i)));
        }
        return new Event.DealtMarket(seats, optional(market.hasCommonTicks(), market.getCommonTicks()));
    }

    /** Requires a value for each seat. */
    static void requireEach(int seats, int values) {
        if (values != seats) {
            throw new IllegalArgumentException(
                    "values: " + values + " (expected: one for each of " + seats + " seats)");
        }
    }

    private static Event sealed(long at, MessageSealedEvent event) {
        return new Event.MessageSealed(
                at,
                event.getRound(),
                event.getSeat(),
                event.getRequestId(),
                event.getReceipt(),
                MessageCodec.decode(event.getMessage()));
    }

    private static Event settled(long at, RoundSettledEvent event) {
        return new Event.RoundSettled(
                at,
                event.getRound(),
                event.getMarketsList().stream().map(EventDecoder::market).toList(),
                optional(event.hasNextRoundAtMillis(), event.getNextRoundAtMillis()));
    }

    private static Event.SettledMarket market(RoundSettledEvent.MarketOutcome market) {
        return new Event.SettledMarket(
                market.getSeatsList().stream().map(EventDecoder::seat).toList(),
                optional(market.hasPriceTicks(), market.getPriceTicks()),
                market.getVoided().isEmpty() ? Optional.empty() : Optional.of(market.getVoided()));
    }

    private static Event.SettledSeat seat(RoundSettledEvent.SeatOutcome seat) {
        return new Event.SettledSeat(
                seat.getSeat(),
                seat.getUnits(),
                seat.getPaymentTicks(),
                seat.hasCounted() ? Optional.of(MessageCodec.decode(seat.getCounted())) : Optional.empty(),
                seat.getByDefault());
    }

    /** The reason that {@code reason} stands for. */
    static CloseReason reason(RoundClosedEvent.Reason reason) {
        return switch (reason) {
            case REASON_ALL_SEALED -> CloseReason.ALL_SEALED;
            case REASON_DEADLINE -> CloseReason.DEADLINE;
            case REASON_INSTRUCTOR -> CloseReason.INSTRUCTOR;
            case REASON_UNSPECIFIED, UNRECOGNIZED ->
                throw new IllegalArgumentException("reason: " + reason + " (expected: a known one)");
        };
    }

    private static PauseCause cause(PausedEvent.Cause cause) {
        return switch (cause) {
            case CAUSE_INSTRUCTOR -> PauseCause.INSTRUCTOR;
            case CAUSE_RECOVERY -> PauseCause.RECOVERY;
            case CAUSE_UNSPECIFIED, UNRECOGNIZED ->
                throw new IllegalArgumentException("cause: " + cause + " (expected: a known one)");
        };
    }

    private static OptionalLong optional(boolean present, long number) {
        return present ? OptionalLong.of(number) : OptionalLong.empty();
    }

    private static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }
}
