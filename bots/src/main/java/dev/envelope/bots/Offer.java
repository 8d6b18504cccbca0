package dev.envelope.bots;

import dev.envelope.game.market.TickSupport;
import dev.envelope.game.message.Abstain;
import dev.envelope.game.message.Amount;
import dev.envelope.game.message.Message;
import dev.envelope.game.message.MessageKind;
import dev.envelope.game.message.Report;
import dev.envelope.game.plan.roles.StatedValues;
import dev.envelope.game.view.View;
import dev.envelope.theory.mechanism.Side;

/**
 * What a seat may say in a view: the kind of message its mechanism takes, within the bounds it admits, and on which side
 * of its own value.
 *
 * @param minimum the lowest admissible number, in ticks
 * @param maximum the highest admissible number, in ticks
 * @param value the seat's value or cost, in ticks
 * @param sells whether it sells
 * @param reports whether the mechanism takes a report
 */
record Offer(long minimum, long maximum, long value, boolean sells, boolean reports) {

    /**
     * What {@code view} admits.
     *
     * @throws UnsupportedOperationException when the mechanism takes neither an amount nor a report
     */
    static Offer in(View view) {
        MessageKind kind = view.treatment().mechanism().type().messageKind();
        boolean sells = view.roleSpec().side() == Side.SELLER;
        long value = view.valueTicks();
        return switch (kind) {
            case AMOUNT ->
                new Offer(
                        view.treatment().ticks().minimum(),
                        view.treatment().ticks().maximum(),
                        value,
                        sells,
                        false);
            case REPORT -> {
                TickSupport support = support(view);
                yield new Offer(support.lowest(), support.highest(), value, sells, true);
            }
            case ABSTAIN, DEMAND_SCHEDULE, PACKAGE_BIDS, RESPONSE ->
                throw new UnsupportedOperationException("mechanism: "
                        + view.treatment().mechanism().type().planName() + " takes " + kind
                        + " (expected: AMOUNT or REPORT, which the house strategies can send)");
        };
    }

    /** The values that the role of {@code view} can have. */
    static TickSupport support(View view) {
        return TickSupport.of(
                StatedValues.distribution(StatedValues.range(view.roleSpec().values())),
                view.treatment().ticks());
    }

    /** The message of {@code ticks}, moved to the nearest admissible number. */
    Message nearest(long ticks) {
        long admissible = Math.max(minimum, Math.min(maximum, ticks));
        return reports ? Report.of(admissible) : new Amount(admissible);
    }

    /**
     * The message of {@code ticks}, moved to the nearest admissible number unless that is on the wrong side of the own
     * value, where {@code ticks} is not: then an abstention, for trading there could only lose.
     */
    Message safe(long ticks) {
        boolean was = isSafe(ticks);
        return was && !isSafe(Math.max(minimum, Math.min(maximum, ticks))) ? new Abstain() : nearest(ticks);
    }

    /** Whether trading at {@code ticks} loses nothing. */
    boolean isSafe(long ticks) {
        return sells ? ticks >= value : ticks <= value;
    }
}
