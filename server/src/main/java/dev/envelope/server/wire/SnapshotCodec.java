package dev.envelope.server.wire;

import dev.envelope.game.view.FormsStatus;
import dev.envelope.game.view.Snapshot;
import dev.envelope.proto.v1.Phase;
import dev.envelope.server.wire.form.FormCodec;
import dev.envelope.server.wire.message.MessageCodec;

/** Snapshots and phases to protobuf. */
final class SnapshotCodec {

    private final TreatmentCodec treatments;

    SnapshotCodec(TreatmentCodec treatments) {
        this.treatments = treatments;
    }

    dev.envelope.proto.v1.Snapshot encode(Snapshot snapshot) {
        dev.envelope.proto.v1.Snapshot.Builder builder = dev.envelope.proto.v1.Snapshot.newBuilder()
                .setTitle(snapshot.title())
                .setPhase(encode(snapshot.phase()))
                .setPaused(snapshot.paused())
                .setSeatsTaken(snapshot.seatsTaken())
                .setSeatsWanted(snapshot.seatsWanted())
                .setInstructorStarts(snapshot.instructorStarts())
                .setEnding(snapshot.ending())
                .setRounds(snapshot.rounds())
                .setTotalTicks(snapshot.totalTicks())
                .setReceipts(snapshot.receipts())
                .setSeedCommitment(ResponseBodies.hex(snapshot.proof().commitment()))
                .setReproducible(snapshot.proof().reproducible());
        snapshot.treatments().forEach(treatment -> builder.addTreatments(treatments.encode(treatment)));
        snapshot.affairs().playedBy().ifPresent(builder::setPlayedBy);
        snapshot.affairs().note().ifPresent(builder::setNote);
        snapshot.view().ifPresent(view -> builder.setRound(RoundCodec.encode(view)));
        snapshot.view()
                .flatMap(view -> view.standing())
                .map(MessageCodec::encode)
                .ifPresent(builder::setStanding);
        snapshot.lastResult().map(RoundCodec::encode).ifPresent(builder::setLastResult);
        snapshot.proof()
                .revealed()
                .ifPresent(revealed -> builder.setSeed(ResponseBodies.hex(revealed.seed()))
                        .setNonce(ResponseBodies.hex(revealed.nonce())));
        FormsStatus forms = snapshot.affairs().forms();
        if (!forms.equals(FormsStatus.NONE)) {
            builder.setForms(FormCodec.encode(forms));
        }
        builder.setPay(PayCodec.encode(snapshot.pay().terms()));
        snapshot.pay().paid().map(PayCodec::encode).ifPresent(builder::setPaid);
        return builder.build();
    }

    static Phase encode(dev.envelope.game.view.Phase phase) {
        return switch (phase) {
            case LOBBY -> Phase.PHASE_LOBBY;
            case DEALT -> Phase.PHASE_DEALT;
            case OPEN -> Phase.PHASE_OPEN;
            case CLOSED -> Phase.PHASE_CLOSED;
            case SETTLED -> Phase.PHASE_SETTLED;
            case QUESTIONNAIRE -> Phase.PHASE_QUESTIONNAIRE;
            case FINISHED -> Phase.PHASE_FINISHED;
        };
    }
}
