package dev.envelope.client.wire;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.envelope.client.api.News;
import dev.envelope.client.api.Receipt;
import dev.envelope.client.link.Incoming;
import dev.envelope.client.link.Unreadable;
import dev.envelope.game.session.command.Refusal;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.proto.v1.ErrorCode;
import dev.envelope.proto.v1.ServerMessage;
import dev.envelope.proto.v1.Welcome;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a server says, read from bytes.
 *
 * @param requestId of the request it answers; 0 for a push
 * @param pushSequence the number of a numbered push; 0 for others
 * @param body what it says; empty when it is of a kind that this version does not know, which is to be passed over
 */
public record ServerMessages(long requestId, long pushSequence, Optional<Incoming> body) {

    private static final String CODE_PREFIX = "ERROR_CODE_";

    /**
     * The message in {@code bytes}.
     *
     * @throws Unreadable when there is none, or its parts make no sense
     */
    public static ServerMessages decode(ByteBuffer bytes) {
        try {
            ServerMessage message = ServerMessage.parseFrom(bytes);
            return new ServerMessages(message.getRequestId(), message.getPushSequence(), body(message));
        } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
            throw new Unreadable("the server sent what this client cannot read: " + e.getMessage(), e);
        }
    }

    private static Optional<Incoming> body(ServerMessage message) {
        return switch (message.getBodyCase()) {
            case WELCOME -> Optional.of(welcome(message.getWelcome()));
            case RECEIPT -> Optional.of(new Incoming.Received(receipt(message.getReceipt())));
            case REFUSAL -> Optional.of(new Incoming.Refused(refusal(message.getRefusal())));
            case SNAPSHOT -> Optional.of(Views.current(message.getSnapshot()));
            case PONG -> Optional.of(new Incoming.Pong(message.getPong().getNonce()));
            case DONE -> Optional.of(new Incoming.Done());
            case ROUND_OPENED -> Optional.of(Views.opened(message.getRoundOpened()));
            case ROUND_RESULT -> Optional.of(new Incoming.RoundSettled(Views.result(message.getRoundResult())));
            case SESSION_CHANGED -> Optional.of(Views.changed(message.getSessionChanged()));
            case NEWS -> Optional.of(new Incoming.NewsArrived(news(message.getNews())));
            case ROSTER -> Optional.of(new Incoming.Roster(Views.roster(message.getRoster())));
            case FORM_PAGE -> Optional.of(new Incoming.Page(FormPages.page(message.getFormPage())));
            case BODY_NOT_SET -> Optional.empty();
        };
    }

    private static Incoming welcome(Welcome welcome) {
        return new Incoming.Welcome(
                welcome.hasSeat() ? OptionalInt.of(welcome.getSeat()) : OptionalInt.empty(),
                welcome.getLimits().getMaxOutstanding(),
                Integer.toUnsignedLong(welcome.getLimits().getIdleTimeoutMillis()),
                Views.current(welcome.getSnapshot()));
    }

    private static Receipt receipt(dev.envelope.proto.v1.Receipt receipt) {
        return new Receipt(
                receipt.getRound(),
                receipt.getNumber(),
                HexFormat.of().formatHex(receipt.getHash().toByteArray()));
    }

    /** A code that this version does not know becomes NOT_ALLOWED, its name in the reason. */
    private static Refusal refusal(dev.envelope.proto.v1.Refusal refusal) {
        ErrorCode code = refusal.getCode();
        for (RefusalCode known : RefusalCode.values()) {
            if (code.name().equals(CODE_PREFIX + known.name())) {
                return new Refusal(known, refusal.getReason());
            }
        }
        return new Refusal(
                RefusalCode.NOT_ALLOWED,
                "code " + refusal.getCodeValue() + ", which this client does not know: " + refusal.getReason());
    }

    private static News news(dev.envelope.proto.v1.News news) {
        return new News(
                news.getSeatsTaken(),
                news.getSeatsWanted(),
                news.hasSealed() ? OptionalInt.of(news.getSealed()) : OptionalInt.empty());
    }
}
