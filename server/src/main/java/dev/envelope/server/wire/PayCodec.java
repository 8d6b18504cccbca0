package dev.envelope.server.wire;

import dev.envelope.game.plan.Pay;
import dev.envelope.game.view.PayView;
import dev.envelope.proto.v1.Bankruptcy;
import dev.envelope.proto.v1.Paid;
import dev.envelope.proto.v1.PaidRounds;
import dev.envelope.proto.v1.PayTerms;

/** Pay to protobuf. Enums have the same names on both sides, behind the prefix protobuf wants. */
final class PayCodec {

    private PayCodec() {}

    static PayTerms encode(Pay pay) {
        return PayTerms.newBuilder()
                .setPointsPerUnit(pay.pointsPerUnit().toPlainString())
                .setCurrency(pay.currency())
                .setShowUpFee(pay.showUpFee().toPlainString())
                .setEndowment(pay.endowment().toPlainString())
                .setPaidRounds(
                        PaidRounds.valueOf("PAID_ROUNDS_" + pay.paid().kind().name()))
                .setPaidCount(pay.paid().count())
                .setBankruptcy(
                        Bankruptcy.valueOf("BANKRUPTCY_" + pay.bankruptcy().name()))
                .setLimitedLiability(pay.limitedLiability())
                .build();
    }

    static Paid encode(PayView.Paid paid) {
        return Paid.newBuilder()
                .addAllRounds(paid.rounds())
                .setTicks(paid.ticks())
                .setMoney(paid.money().toPlainString())
                .build();
    }
}
