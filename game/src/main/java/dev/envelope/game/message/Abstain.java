package dev.envelope.game.message;

/** The message of a seat that takes no part in this round's market: it wins nothing and pays nothing. */
public record Abstain() implements Message {

    @Override
    public MessageKind kind() {
        return MessageKind.ABSTAIN;
    }
}
