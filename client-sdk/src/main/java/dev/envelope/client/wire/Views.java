package dev.envelope.client.wire;

import com.google.protobuf.ByteString;
import dev.envelope.client.link.Incoming;
import dev.envelope.game.message.Message;
import dev.envelope.game.view.FormsStatus;
import dev.envelope.game.view.Phase;
import dev.envelope.game.view.RoundResult;
import dev.envelope.game.view.SeatAffairs;
import dev.envelope.game.view.SeatStatus;
import dev.envelope.game.view.SeedProof;
import dev.envelope.game.view.Snapshot;
import dev.envelope.proto.v1.Roster;
import dev.envelope.proto.v1.RoundOpened;
import dev.envelope.proto.v1.SessionChanged;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Snapshots, rounds and results out of protobuf. */
final class Views {

    private Views() {}

    static Incoming.Current current(dev.envelope.proto.v1.Snapshot s) {
        Snapshot base = new Snapshot(
                s.getTitle(),
                phase(s.getPhase()),
                s.getPaused(),
                s.getSeatsTaken(),
                s.getSeatsWanted(),
                s.getInstructorStarts(),
                s.getEnding(),
                s.getRounds(),
                s.getTreatmentsList().stream().map(Treatments::decode).toList(),
                Optional.empty(),
                s.hasLastResult() ? Optional.of(result(s.getLastResult())) : Optional.empty(),
                s.getTotalTicks(),
                s.getReceipts(),
                new SeedProof(hex(s.getSeedCommitment()), s.getReproducible(), revealed(s.getSeed(), s.getNonce())),
                Pays.decode(s),
                new SeatAffairs(
                        s.hasPlayedBy() ? Optional.of(s.getPlayedBy()) : Optional.empty(),
                        s.getNote().isEmpty() ? Optional.empty() : Optional.of(s.getNote()),
                        s.hasForms() ? FormPages.status(s.getForms()) : FormsStatus.NONE));
        return new Incoming.Current(
                base,
                s.hasRound() ? Optional.of(opened(s.getRound())) : Optional.empty(),
                s.hasStanding() ? Optional.of(MessageCodec.decode(s.getStanding())) : Optional.empty());
    }

    static List<SeatStatus> roster(Roster roster) {
        return roster.getSeatsList().stream()
                .map(seat -> new SeatStatus(
                        seat.getSeat(),
                        seat.getName(),
                        seat.getPerson(),
                        seat.getConnected(),
                        seat.getAwaited(),
                        seat.hasPlayedBy() ? Optional.of(seat.getPlayedBy()) : Optional.empty(),
                        seat.getTotalTicks(),
                        FormPages.kind(seat.getDue()),
                        seat.getLeft()))
                .toList();
    }

    static Incoming.RoundOpened opened(RoundOpened round) {
        return new Incoming.RoundOpened(
                round.getRound(),
                round.getTreatment(),
                round.getRole(),
                round.getValueTicks(),
                round.hasRemainingMillis() ? OptionalLong.of(round.getRemainingMillis()) : OptionalLong.empty());
    }

    static RoundResult result(dev.envelope.proto.v1.RoundResult r) {
        Optional<Message> played = r.hasPlayed() ? Optional.of(MessageCodec.decode(r.getPlayed())) : Optional.empty();
        return new RoundResult(
                r.getRound(),
                played,
                r.getByDefault(),
                r.getValueTicks(),
                r.getUnits(),
                r.getPaymentTicks(),
                r.getPayoffTicks(),
                r.getTotalTicks(),
                r.hasPriceTicks() ? OptionalLong.of(r.getPriceTicks()) : OptionalLong.empty(),
                r.hasRank() ? OptionalInt.of(r.getRank()) : OptionalInt.empty(),
                r.getRevealedList().stream().map(MessageCodec::decode).toList(),
                r.getVoided().isEmpty() ? Optional.empty() : Optional.of(r.getVoided()),
                r.hasCommonTicks() ? OptionalLong.of(r.getCommonTicks()) : OptionalLong.empty());
    }

    static Incoming.SessionChanged changed(SessionChanged change) {
        return new Incoming.SessionChanged(
                phase(change.getPhase()),
                change.getPaused(),
                change.hasRemainingMillis() ? OptionalLong.of(change.getRemainingMillis()) : OptionalLong.empty(),
                revealed(change.getSeed(), change.getNonce()),
                change.hasPaid() ? Optional.of(Pays.decode(change.getPaid())) : Optional.empty());
    }

    private static Optional<SeedProof.Revealed> revealed(ByteString seed, ByteString nonce) {
        return seed.isEmpty() ? Optional.empty() : Optional.of(new SeedProof.Revealed(hex(seed), hex(nonce)));
    }

    private static Phase phase(dev.envelope.proto.v1.Phase phase) {
        return switch (phase) {
            case PHASE_LOBBY -> Phase.LOBBY;
            case PHASE_DEALT -> Phase.DEALT;
            case PHASE_OPEN -> Phase.OPEN;
            case PHASE_CLOSED -> Phase.CLOSED;
            case PHASE_SETTLED -> Phase.SETTLED;
            case PHASE_QUESTIONNAIRE -> Phase.QUESTIONNAIRE;
            case PHASE_FINISHED -> Phase.FINISHED;
            case PHASE_UNSPECIFIED, UNRECOGNIZED ->
                throw new IllegalArgumentException("phase: " + phase + " (expected: one this client knows)");
        };
    }

    private static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }
}
