package dev.envelope.server.journal.event;

import com.google.protobuf.ByteString;
import dev.envelope.game.session.event.CloseReason;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.event.EventVisitor;
import dev.envelope.game.session.event.HandOver;
import dev.envelope.game.session.event.PauseCause;
import dev.envelope.proto.v1.EndRequestedEvent;
import dev.envelope.proto.v1.JournalRecord;
import dev.envelope.proto.v1.MessageSealedEvent;
import dev.envelope.proto.v1.PausedEvent;
import dev.envelope.proto.v1.RoundClosedEvent;
import dev.envelope.proto.v1.RoundDealtEvent;
import dev.envelope.proto.v1.RoundSettledEvent;
import dev.envelope.proto.v1.SeatHandedOverEvent;
import dev.envelope.proto.v1.SessionStartedEvent;
import dev.envelope.server.wire.form.FormCodec;
import dev.envelope.server.wire.message.MessageCodec;
import java.util.HexFormat;

/** An event to a journal record. */
final class EventEncoder implements EventVisitor<JournalRecord.Builder> {

    private final JournalRecord.Builder record;

    private EventEncoder(JournalRecord.Builder record) {
        this.record = record;
    }

    static JournalRecord encode(Event event) {
        JournalRecord.Builder record = JournalRecord.newBuilder().setAtMillis(event.atMillis());
        return event.accept(new EventEncoder(record)).build();
    }

    @Override
    public JournalRecord.Builder visit(Event.SessionOpened event) {
        record.getSessionOpenedBuilder()
                .setRulesVersion(event.rulesVersion())
                .setJoinCode(event.joinCode())
                .setPlan(event.plan().source())
                .setSeedCommitment(bytes(event.seedCommitment()))
                .setReproducible(event.reproducible())
                .setRoom(event.room());
        return record;
    }

    @Override
    public JournalRecord.Builder visit(Event.SeatTaken event) {
        record.getSeatTakenBuilder()
                .setSeat(event.seat())
                .setKeyHash(bytes(event.keyHash()))
                .setPerson(event.person());
        return record;
    }

    @Override
    public JournalRecord.Builder visit(Event.SessionStarted event) {
        record.setSessionStarted(SessionStartedEvent.getDefaultInstance());
        return record;
    }

    @Override
    public JournalRecord.Builder visit(Event.RoundDealt event) {
        RoundDealtEvent.Builder dealt = record.getRoundDealtBuilder().setRound(event.round());
        event.markets().forEach(market -> dealt.addMarkets(MarketEncoder.encode(market)));
        return record;
    }

    @Override
    public JournalRecord.Builder visit(Event.RoundOpened event) {
        record.getRoundOpenedBuilder().setRound(event.round());
        event.closesAtMillis().ifPresent(record.getRoundOpenedBuilder()::setClosesAtMillis);
        return record;
    }

    @Override
    public JournalRecord.Builder visit(Event.MessageSealed event) {
        record.setMessageSealed(MessageSealedEvent.newBuilder()
                .setRound(event.round())
                .setSeat(event.seat())
                .setRequestId(event.requestId())
                .setReceipt(event.receipt())
                .setMessage(MessageCodec.encode(event.message()))
                .build());
        return record;
    }

    @Override
    public JournalRecord.Builder visit(Event.GraceStarted event) {
        record.getGraceStartedBuilder().setRound(event.round()).setClosesAtMillis(event.closesAtMillis());
        return record;
    }

    @Override
    public JournalRecord.Builder visit(Event.RoundClosed event) {
        record.getRoundClosedBuilder().setRound(event.round()).setReason(reason(event.reason()));
        return record;
    }

    @Override
    public JournalRecord.Builder visit(Event.RoundSettled event) {
        RoundSettledEvent.Builder settled = record.getRoundSettledBuilder().setRound(event.round());
        event.markets().forEach(market -> settled.addMarkets(MarketEncoder.encode(market)));
        event.nextRoundAtMillis().ifPresent(settled::setNextRoundAtMillis);
        return record;
    }

    @Override
    public JournalRecord.Builder visit(Event.Paused event) {
        record.getPausedBuilder().setCause(cause(event.cause()));
        return record;
    }

    @Override
    public JournalRecord.Builder visit(Event.Resumed event) {
        record.getResumedBuilder().setShiftMillis(event.shiftMillis());
        return record;
    }

    @Override
    public JournalRecord.Builder visit(Event.EndRequested event) {
        record.setEndRequested(EndRequestedEvent.getDefaultInstance());
        return record;
    }

    @Override
    public JournalRecord.Builder visit(Event.RoundExtended event) {
        record.getRoundExtendedBuilder().setRound(event.round()).setClosesAtMillis(event.closesAtMillis());
        return record;
    }

    @Override
    public JournalRecord.Builder visit(Event.NoteSent event) {
        record.getNoteSentBuilder().setText(event.text());
        event.seat().ifPresent(record.getNoteSentBuilder()::setSeat);
        return record;
    }

    @Override
    public JournalRecord.Builder visit(Event.SeatAdvanced event) {
        record.getSeatAdvancedBuilder().setRound(event.round()).setSeat(event.seat());
        return record;
    }

    @Override
    public JournalRecord.Builder visit(Event.SeatHandedOver event) {
        record.getSeatHandedOverBuilder()
                .setSeat(event.seat())
                .setStrategy(event.standIn().strategy())
                .setCause(cause(event.cause()));
        return record;
    }

    @Override
    public JournalRecord.Builder visit(Event.SeatGivenBack event) {
        record.getSeatGivenBackBuilder().setSeat(event.seat());
        return record;
    }

    @Override
    public JournalRecord.Builder visit(Event.SeatRemoved event) {
        record.getSeatRemovedBuilder().setSeat(event.seat());
        return record;
    }

    @Override
    public JournalRecord.Builder visit(Event.SeatFilled event) {
        record.getSeatFilledBuilder()
                .setSeat(event.seat())
                .setStrategy(event.standIn().strategy());
        return record;
    }

    @Override
    public JournalRecord.Builder visit(Event.StandInReplied event) {
        record.getStandInRepliedBuilder().setRound(event.round()).setSeat(event.seat());
        event.message()
                .ifPresent(message -> record.getStandInRepliedBuilder().setMessage(MessageCodec.encode(message)));
        return record;
    }

    @Override
    public JournalRecord.Builder visit(Event.SeatsInvited event) {
        event.keyHashes().forEach(hash -> record.getSeatsInvitedBuilder().addKeyHashes(bytes(hash)));
        return record;
    }

    @Override
    public JournalRecord.Builder visit(Event.DoorMoved event) {
        record.getDoorMovedBuilder().setOpen(event.open());
        return record;
    }

    @Override
    public JournalRecord.Builder visit(Event.ConsentAnswered event) {
        record.getConsentAnsweredBuilder().setSeat(event.seat()).setAgreed(event.agreed());
        return record;
    }

    @Override
    public JournalRecord.Builder visit(Event.ComprehensionAnswered event) {
        record.getComprehensionAnsweredBuilder()
                .setSeat(event.seat())
                .setAttempt(event.attempt())
                .addAllAnswers(FormCodec.encode(event.answers()))
                .addAllWrong(event.wrong());
        return record;
    }

    @Override
    public JournalRecord.Builder visit(Event.QuestionnaireOpened event) {
        record.getQuestionnaireOpenedBuilder().setClosesAtMillis(event.closesAtMillis());
        return record;
    }

    @Override
    public JournalRecord.Builder visit(Event.QuestionnaireAnswered event) {
        record.getQuestionnaireAnsweredBuilder().setSeat(event.seat()).addAllAnswers(FormCodec.encode(event.answers()));
        return record;
    }

    @Override
    public JournalRecord.Builder visit(Event.SessionFinished event) {
        record.getSessionFinishedBuilder().setSeed(bytes(event.seed())).setNonce(bytes(event.nonce()));
        return record;
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

    private static SeatHandedOverEvent.Cause cause(HandOver cause) {
        return switch (cause) {
            case DROPPED_OUT -> SeatHandedOverEvent.Cause.CAUSE_DROPPED_OUT;
            case MISSED_ROUNDS -> SeatHandedOverEvent.Cause.CAUSE_MISSED_ROUNDS;
            case INSTRUCTOR -> SeatHandedOverEvent.Cause.CAUSE_INSTRUCTOR;
            case REMOVED, DECLINED, VACATED, FILLED ->
                throw new IllegalArgumentException("cause: " + cause + " (expected: one without an event of its own)");
        };
    }

    private static ByteString bytes(String hex) {
        return ByteString.copyFrom(HexFormat.of().parseHex(hex));
    }
}
