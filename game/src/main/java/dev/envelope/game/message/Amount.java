package dev.envelope.game.message;

/**
 * A bid of a bidder or buyer, or an ask of a seller.
 *
 * @param ticks the amount in ticks; whether it is within the treatment's bounds is checked when it is submitted
 */
public record Amount(long ticks) implements Message {

    @Override
    public MessageKind kind() {
        return MessageKind.AMOUNT;
    }
}
