package dev.envelope.game.session.state;

import dev.envelope.game.pay.Bankruptcy;
import dev.envelope.game.pay.Earnings;
import dev.envelope.game.plan.Pay;
import dev.envelope.game.view.PayView;
import dev.envelope.game.view.Phase;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** What seats have come to: what they are paid, and who has lost too much. */
final class Payments {

    private Payments() {}

    /** The terms, and what the seat is paid once the rounds are over: nothing without its consent. */
    static PayView view(SessionState state, OptionalInt seat) {
        PayView terms = new PayView(state.plan().pay(), Optional.empty());
        boolean areFixed = state.phase() == Phase.QUESTIONNAIRE || state.phase() == Phase.FINISHED;
        return seat.isEmpty() || !areFixed || !state.hasConsent(seat.getAsInt())
                ? terms
                : terms.with(Optional.of(paid(state, seat.getAsInt())));
    }

    private static PayView.Paid paid(SessionState state, int seat) {
        Pay pay = state.plan().pay();
        Earnings earned = state.seat(seat).earnings().orElse(Earnings.none(pay.paid()));
        BigDecimal points = state.plan().tick().multiply(BigDecimal.valueOf(earned.paidTicks()));
        return new PayView.Paid(earned.paidRounds(), earned.paidTicks(), pay.money(points));
    }

    static boolean isSolvent(SessionState state, int seat) {
        return state.plan()
                .pay()
                .isSolvent(state.seat(seat).totalTicks(), state.plan().tick());
    }

    static boolean isStoppedByBankruptcy(SessionState state) {
        return state.plan().pay().bankruptcy() == Bankruptcy.STOP
                && !IntStream.range(0, state.seatNumbers()).allMatch(seat -> isSolvent(state, seat));
    }
}
