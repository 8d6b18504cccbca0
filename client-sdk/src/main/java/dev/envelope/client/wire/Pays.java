package dev.envelope.client.wire;

import dev.envelope.game.pay.Bankruptcy;
import dev.envelope.game.pay.PaidRounds;
import dev.envelope.game.plan.Pay;
import dev.envelope.game.view.PayView;
import dev.envelope.proto.v1.Paid;
import dev.envelope.proto.v1.PayTerms;
import dev.envelope.proto.v1.Snapshot;
import java.math.BigDecimal;
import java.util.Optional;

/** Pay out of protobuf; a server that says nothing of it pays all rounds, in points. */
final class Pays {

    private Pays() {}

    static PayView decode(Snapshot snapshot) {
        return new PayView(
                snapshot.hasPay() ? decode(snapshot.getPay()) : Pay.NONE,
                snapshot.hasPaid() ? Optional.of(decode(snapshot.getPaid())) : Optional.empty());
    }

    static PayView.Paid decode(Paid paid) {
        return new PayView.Paid(paid.getRoundsList(), paid.getTicks(), new BigDecimal(paid.getMoney()));
    }

    private static Pay decode(PayTerms terms) {
        return new Pay(
                new BigDecimal(terms.getPointsPerUnit()),
                terms.getCurrency(),
                new BigDecimal(terms.getShowUpFee()),
                new BigDecimal(terms.getEndowment()),
                paid(terms),
                bankruptcy(terms.getBankruptcy()),
                terms.getLimitedLiability());
    }

    private static PaidRounds paid(PayTerms terms) {
        return switch (terms.getPaidRounds()) {
            case PAID_ROUNDS_RANDOM -> new PaidRounds(PaidRounds.Kind.RANDOM, terms.getPaidCount());
            case PAID_ROUNDS_LAST -> new PaidRounds(PaidRounds.Kind.LAST, terms.getPaidCount());
            case PAID_ROUNDS_ALL, PAID_ROUNDS_UNSPECIFIED, UNRECOGNIZED -> PaidRounds.ALL;
        };
    }

    private static Bankruptcy bankruptcy(dev.envelope.proto.v1.Bankruptcy bankruptcy) {
        return switch (bankruptcy) {
            case BANKRUPTCY_SIT_OUT -> Bankruptcy.SIT_OUT;
            case BANKRUPTCY_STOP -> Bankruptcy.STOP;
            case BANKRUPTCY_CONTINUE, BANKRUPTCY_UNSPECIFIED, UNRECOGNIZED -> Bankruptcy.CONTINUE;
        };
    }
}
