package dev.envelope.server.wire;

import dev.envelope.game.view.RoundResult;
import dev.envelope.game.view.View;
import dev.envelope.proto.v1.RoundOpened;
import dev.envelope.server.wire.message.MessageCodec;

/** What a seat is told of a round to protobuf. */
final class RoundCodec {

    private RoundCodec() {}

    static RoundOpened encode(View view) {
        RoundOpened.Builder builder = RoundOpened.newBuilder()
                .setRound(view.round())
                .setTreatment(view.treatment().id())
                .setRole(view.role())
                .setValueTicks(view.valueTicks());
        view.remainingMillis().ifPresent(builder::setRemainingMillis);
        return builder.build();
    }

    static dev.envelope.proto.v1.RoundResult encode(RoundResult result) {
        dev.envelope.proto.v1.RoundResult.Builder builder = dev.envelope.proto.v1.RoundResult.newBuilder()
                .setRound(result.round())
                .setByDefault(result.byDefault())
                .setValueTicks(result.valueTicks())
                .setUnits(result.units())
                .setPaymentTicks(result.paymentTicks())
                .setPayoffTicks(result.payoffTicks())
                .setTotalTicks(result.totalTicks());
        result.played().map(MessageCodec::encode).ifPresent(builder::setPlayed);
        result.priceTicks().ifPresent(builder::setPriceTicks);
        result.rank().ifPresent(builder::setRank);
        result.revealed().forEach(message -> builder.addRevealed(MessageCodec.encode(message)));
        result.voided().ifPresent(builder::setVoided);
        result.commonTicks().ifPresent(builder::setCommonTicks);
        return builder.build();
    }
}
