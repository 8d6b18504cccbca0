package dev.envelope.server.wire;

import dev.envelope.game.view.SeatStatus;
import dev.envelope.proto.v1.Roster;
import dev.envelope.server.wire.form.FormCodec;
import java.util.List;

/** Rosters to protobuf. */
final class RosterCodec {

    private RosterCodec() {}

    static Roster encode(List<SeatStatus> seats) {
        Roster.Builder roster = Roster.newBuilder();
        for (SeatStatus seat : seats) {
            Roster.Seat.Builder row = roster.addSeatsBuilder()
                    .setSeat(seat.seat())
                    .setName(seat.name())
                    .setPerson(seat.person())
                    .setConnected(seat.connected())
                    .setAwaited(seat.awaited())
                    .setTotalTicks(seat.totalTicks())
                    .setLeft(seat.left());
            seat.playedBy().ifPresent(row::setPlayedBy);
            seat.due().map(FormCodec::encode).ifPresent(row::setDue);
        }
        return roster.build();
    }
}
