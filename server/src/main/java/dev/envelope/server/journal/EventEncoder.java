package dev.envelope.server.journal;

import com.google.protobuf.ByteString;
import dev.envelope.game.session.event.CloseReason;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.event.PauseCause;
import dev.envelope.proto.v1.EndRequestedEvent;
import dev.envelope.proto.v1.JournalRecord;
import dev.envelope.proto.v1.MessageSealedEvent;
import dev.envelope.proto.v1.PausedEvent;
import dev.envelope.proto.v1.RoundClosedEvent;
import dev.envelope.proto.v1.RoundDealtEvent;
import dev.envelope.proto.v1.RoundSettledEvent;
import dev.envelope.proto.v1.SessionStartedEvent;
import dev.envelope.server.wire.message.MessageCodec;
import java.util.HexFormat;

/** Events to journal records. */
final class EventEncoder {

    private EventEncoder() {}

    static JournalRecord encode(Event event) {
        JournalRecord.Builder record = JournalRecord.newBuilder().setAtMillis(event.atMillis());
        if (event instanceof Event.MessageSealed sealed) {
            sealed(record, sealed);
        } else if (event instanceof Event.SeatTaken taken) {
            record.getSeatTakenBuilder()
                    .setSeat(taken.seat())
                    .setKeyHash(bytes(taken.keyHash()))
                    .setPerson(taken.person());
        } else if (event instanceof Event.SessionOpened || event instanceof Event.SessionFinished) {
            life(record, event);
        } else if (event instanceof Event.RoundDealt || event instanceof Event.RoundSettled) {
            markets(record, event);
        } else {
            clock(record, event);
        }
        return record.build();
    }

    private static void sealed(JournalRecord.Builder record, Event.MessageSealed event) {
        record.setMessageSealed(MessageSealedEvent.newBuilder()
                .setRound(event.round())
                .setSeat(event.seat())
                .setRequestId(event.requestId())
                .setReceipt(event.receipt())
                .setMessage(MessageCodec.encode(event.message()))
                .build());
    }

    private static void life(JournalRecord.Builder record, Event event) {
        if (event instanceof Event.SessionOpened opened) {
            record.getSessionOpenedBuilder()
                    .setRulesVersion(opened.rulesVersion())
                    .setJoinCode(opened.joinCode())
                    .setPlan(opened.plan().source())
                    .setSeedCommitment(bytes(opened.seedCommitment()))
                    .setReproducible(opened.reproducible())
                    .setRoom(opened.room());
        } else if (event instanceof Event.SessionFinished finished) {
            record.getSessionFinishedBuilder().setSeed(bytes(finished.seed())).setNonce(bytes(finished.nonce()));
        }
    }

    private static void markets(JournalRecord.Builder record, Event event) {
        if (event instanceof Event.RoundDealt dealt) {
            RoundDealtEvent.Builder builder = record.getRoundDealtBuilder().setRound(dealt.round());
            dealt.markets().forEach(market -> builder.addMarkets(market(market)));
        } else if (event instanceof Event.RoundSettled settled) {
            RoundSettledEvent.Builder builder = record.getRoundSettledBuilder().setRound(settled.round());
            settled.markets().forEach(market -> builder.addMarkets(market(market)));
            settled.nextRoundAtMillis().ifPresent(builder::setNextRoundAtMillis);
        }
    }

    private static RoundDealtEvent.Market market(Event.DealtMarket market) {
        RoundDealtEvent.Market.Builder builder = RoundDealtEvent.Market.newBuilder();
        market.seats().forEach(seat -> builder.addSeats(seat.seat()).addValueTicks(seat.valueTicks()));
        market.commonTicks().ifPresent(builder::setCommonTicks);
        return builder.build();
    }

    private static RoundSettledEvent.MarketOutcome market(Event.SettledMarket market) {
        RoundSettledEvent.MarketOutcome.Builder builder = RoundSettledEvent.MarketOutcome.newBuilder();
        market.seats().forEach(seat -> builder.addSeats(seat(seat)));
        market.priceTicks().ifPresent(builder::setPriceTicks);
        market.voided().ifPresent(builder::setVoided);
        return builder.build();
    }

    private static RoundSettledEvent.SeatOutcome seat(Event.SettledSeat seat) {
        RoundSettledEvent.SeatOutcome.Builder builder = RoundSettledEvent.SeatOutcome.newBuilder()
                .setSeat(seat.seat())
                .setUnits(seat.units())
                .setPaymentTicks(seat.paymentTicks())
                .setByDefault(seat.byDefault());
        seat.counted().ifPresent(message -> builder.setCounted(MessageCodec.encode(message)));
        return builder.build();
    }

    private static void clock(JournalRecord.Builder record, Event event) {
        if (event instanceof Event.SessionStarted) {
            record.setSessionStarted(SessionStartedEvent.getDefaultInstance());
        } else if (event instanceof Event.RoundOpened opened) {
            record.getRoundOpenedBuilder().setRound(opened.round());
            opened.closesAtMillis()
                    .ifPresent(at -> record.getRoundOpenedBuilder().setClosesAtMillis(at));
        } else if (event instanceof Event.GraceStarted grace) {
            record.getGraceStartedBuilder().setRound(grace.round()).setClosesAtMillis(grace.closesAtMillis());
        } else if (event instanceof Event.RoundClosed closed) {
            record.getRoundClosedBuilder().setRound(closed.round()).setReason(reason(closed.reason()));
        } else if (event instanceof Event.Paused paused) {
            record.getPausedBuilder().setCause(cause(paused.cause()));
        } else if (event instanceof Event.Resumed resumed) {
            record.getResumedBuilder().setShiftMillis(resumed.shiftMillis());
        } else if (event instanceof Event.EndRequested) {
            record.setEndRequested(EndRequestedEvent.getDefaultInstance());
        } else {
            InterventionCodec.encode(record, event);
        }
    }

    private static RoundClosedEvent.Reason reason(CloseReason reason) {
        return switch (reason) {
            case ALL_SEALED -> RoundClosedEvent.Reason.REASON_ALL_SEALED;
            case DEADLINE -> RoundClosedEvent.Reason.REASON_DEADLINE;
            case INSTRUCTOR -> RoundClosedEvent.Reason.REASON_INSTRUCTOR;
        };
    }

    private static PausedEvent.Cause cause(PauseCause cause) {
        return switch (cause) {
            case INSTRUCTOR -> PausedEvent.Cause.CAUSE_INSTRUCTOR;
            case RECOVERY -> PausedEvent.Cause.CAUSE_RECOVERY;
        };
    }

    private static ByteString bytes(String hex) {
        return ByteString.copyFrom(HexFormat.of().parseHex(hex));
    }
}
