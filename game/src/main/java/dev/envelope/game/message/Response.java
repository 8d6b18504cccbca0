package dev.envelope.game.message;

/**
 * The answer to a take-it-or-leave-it offer.
 *
 * @param accepted whether the offer is taken
 */
public record Response(boolean accepted) implements Message {

    @Override
    public MessageKind kind() {
        return MessageKind.RESPONSE;
    }
}
