package dev.envelope.server.wire;

import com.google.protobuf.ByteString;
import dev.envelope.game.session.command.Refusal;
import dev.envelope.proto.net.FrameCodec;
import dev.envelope.proto.v1.Done;
import dev.envelope.proto.v1.ErrorCode;
import dev.envelope.proto.v1.News;
import dev.envelope.proto.v1.Pong;
import dev.envelope.proto.v1.Receipt;
import dev.envelope.proto.v1.ServerMessage;
import dev.envelope.proto.v1.SessionChanged;
import dev.envelope.proto.v1.Welcome;
import dev.envelope.server.request.Response;
import dev.envelope.server.settings.Limits;
import dev.envelope.server.wire.form.FormCodec;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** What each kind of response says, as the body of a {@code ServerMessage}. */
final class ResponseBodies {

    private static final int LONGEST_REASON = 500;

    private final Map<Class<?>, BiConsumer<ServerMessage.Builder, Response>> writers = new HashMap<>();
    private final dev.envelope.proto.v1.Limits limits;
    private final String server;
    private final SnapshotCodec snapshots;

    ResponseBodies(Limits limits, String server, TreatmentCodec treatments) {
        this.limits = dev.envelope.proto.v1.Limits.newBuilder()
                .setMaxFrameBytes(limits.maxFrameBytes())
                .setMaxOutstanding(limits.maxOutstanding())
                .setHelloTimeoutMillis(Math.toIntExact(limits.helloTimeoutMillis()))
                .setIdleTimeoutMillis(Math.toIntExact(limits.idleTimeoutMillis()))
                .build();
        this.server = server;
        this.snapshots = new SnapshotCodec(treatments);
        fill();
    }

    private void fill() {
        on(Response.Welcome.class, (to, it) -> to.setWelcome(welcome(it)));
        on(Response.Receipt.class, (to, it) -> to.setReceipt(receipt(it)));
        on(Response.Refused.class, (to, it) -> to.setRefusal(refusal(it.refusal())));
        on(Response.Current.class, (to, it) -> to.setSnapshot(snapshots.encode(it.snapshot())));
        on(Response.Pong.class, (to, it) -> to.setPong(Pong.newBuilder().setNonce(it.nonce())));
        on(Response.Done.class, (to, it) -> to.setDone(Done.getDefaultInstance()));
        on(Response.RoundOpened.class, (to, it) -> to.setRoundOpened(RoundCodec.encode(it.view())));
        on(Response.RoundSettled.class, (to, it) -> to.setRoundResult(RoundCodec.encode(it.result())));
        on(Response.SessionChanged.class, (to, it) -> to.setSessionChanged(changed(it)));
        on(Response.Roster.class, (to, it) -> to.setRoster(RosterCodec.encode(it.seats())));
        on(Response.Page.class, (to, it) -> to.setFormPage(FormCodec.encode(it.page())));
        on(Response.News.class, (to, it) -> to.setNews(news(it)));
    }

    private <R extends Response> void on(Class<R> type, BiConsumer<ServerMessage.Builder, R> writer) {
        writers.put(type, (to, response) -> writer.accept(to, type.cast(response)));
    }

    /** The kinds of response that can be written. */
    Set<Class<?>> kinds() {
        return writers.keySet();
    }

    ServerMessage.Builder write(Response response) {
        ServerMessage.Builder message = ServerMessage.newBuilder();
        BiConsumer<ServerMessage.Builder, Response> writer = writers.get(response.getClass());
        if (writer == null) {
            throw new IllegalArgumentException(
                    "response: " + response.getClass() + " (expected: one of " + kinds() + ")");
        }
        writer.accept(message, response);
        return message;
    }

    private Welcome welcome(Response.Welcome response) {
        Welcome.Builder welcome = Welcome.newBuilder()
                .setProtocolVersion(FrameCodec.PROTOCOL_VERSION)
                .setServer(server)
                .setLimits(limits)
                .setReceiptSalt(hex(response.receiptSalt()))
                .setSnapshot(snapshots.encode(response.snapshot()));
        response.seat().ifPresent(welcome::setSeat);
        return welcome.build();
    }

    private static Receipt receipt(Response.Receipt response) {
        return Receipt.newBuilder()
                .setRound(response.round())
                .setNumber(response.number())
                .setHash(ByteString.copyFrom(response.hash().bytes()))
                .build();
    }

    private static dev.envelope.proto.v1.Refusal refusal(Refusal refusal) {
        return dev.envelope.proto.v1.Refusal.newBuilder()
                .setCode(ErrorCode.valueOf("ERROR_CODE_" + refusal.code().name()))
                .setReason(shortened(refusal.reason()))
                .build();
    }

    /** Cut between characters, never through one. */
    private static String shortened(String reason) {
        if (reason.length() <= LONGEST_REASON) {
            return reason;
        }
        int end = LONGEST_REASON - 1;
        return reason.substring(0, Character.isHighSurrogate(reason.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    private static SessionChanged changed(Response.SessionChanged response) {
        SessionChanged.Builder changed = SessionChanged.newBuilder()
                .setPhase(SnapshotCodec.encode(response.phase()))
                .setPaused(response.paused());
        response.remainingMillis().ifPresent(changed::setRemainingMillis);
        response.revealed()
                .ifPresent(revealed -> changed.setSeed(hex(revealed.seed())).setNonce(hex(revealed.nonce())));
        response.paid().map(PayCodec::encode).ifPresent(changed::setPaid);
        return changed.build();
    }

    private static News news(Response.News response) {
        News.Builder news =
                News.newBuilder().setSeatsTaken(response.seatsTaken()).setSeatsWanted(response.seatsWanted());
        response.sealed().ifPresent(news::setSealed);
        return news.build();
    }

    static ByteString hex(String digits) {
        return ByteString.copyFrom(HexFormat.of().parseHex(digits));
    }
}
