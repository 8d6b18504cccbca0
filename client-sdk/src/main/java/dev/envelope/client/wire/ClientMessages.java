package dev.envelope.client.wire;

import com.google.protobuf.ByteString;
import dev.envelope.client.link.Outgoing;
import dev.envelope.game.session.command.ControlDetails;
import dev.envelope.proto.net.FrameCodec;
import dev.envelope.proto.v1.ClientMessage;
import dev.envelope.proto.v1.Control;
import dev.envelope.proto.v1.FillForm;
import dev.envelope.proto.v1.GetForm;
import dev.envelope.proto.v1.GetRoster;
import dev.envelope.proto.v1.GetSnapshot;
import dev.envelope.proto.v1.Hello;
import dev.envelope.proto.v1.Instructor;
import dev.envelope.proto.v1.Participant;
import dev.envelope.proto.v1.Ping;
import dev.envelope.proto.v1.Spectator;
import dev.envelope.proto.v1.Submit;
import java.util.HexFormat;

/** What a client says, as bytes. */
public final class ClientMessages {

    private static final String CLIENT = "envelope-client-sdk (Java)";

    private ClientMessages() {}

    /** The bytes of {@code request}, whose id is {@code requestId}. */
    public static byte[] encode(long requestId, Outgoing request) {
        ClientMessage.Builder message = ClientMessage.newBuilder().setRequestId(requestId);
        if (request instanceof Outgoing.Submit submit) {
            message.setSubmit(
                    Submit.newBuilder().setRound(submit.round()).setMessage(MessageCodec.encode(submit.message())));
        } else if (request instanceof Outgoing.Ping ping) {
            message.setPing(Ping.newBuilder().setNonce(ping.nonce()));
        } else if (request instanceof Outgoing.GetSnapshot) {
            message.setGetSnapshot(GetSnapshot.getDefaultInstance());
        } else if (request instanceof Outgoing.Control control) {
            message.setControl(control(control));
        } else if (request instanceof Outgoing.GetRoster) {
            message.setGetRoster(GetRoster.getDefaultInstance());
        } else if (request instanceof Outgoing.GetForm form) {
            message.setGetForm(GetForm.newBuilder().setForm(FormPages.kind(form.form())));
        } else if (request instanceof Outgoing.FillForm form) {
            message.setFillForm(fill(form));
        } else if (request instanceof Outgoing.Hello hello) {
            message.setHello(hello(hello));
        } else {
            throw new IllegalArgumentException("request: " + request + " (expected: one that the protocol has)");
        }
        return message.build().toByteArray();
    }

    private static FillForm.Builder fill(Outgoing.FillForm request) {
        FillForm.Builder fill = FillForm.newBuilder()
                .setForm(FormPages.kind(request.form()))
                .setAgreed(request.agreed())
                .setAttempt(request.attempt());
        request.answers()
                .forEach(answer ->
                        fill.addAnswersBuilder().setName(answer.name()).setValue(answer.value()));
        return fill;
    }

    private static Hello.Builder hello(Outgoing.Hello hello) {
        Hello.Builder builder = Hello.newBuilder()
                .setProtocolVersion(FrameCodec.PROTOCOL_VERSION)
                .setClient(CLIENT);
        if (hello instanceof Outgoing.Participant participant) {
            builder.setParticipant(participant(participant));
        } else if (hello instanceof Outgoing.Instructor instructor) {
            builder.setInstructor(
                    Instructor.newBuilder().setJoinCode(instructor.code()).setToken(instructor.token()));
        } else if (hello instanceof Outgoing.Spectator spectator) {
            builder.setSpectator(Spectator.newBuilder().setJoinCode(spectator.code()));
        }
        return builder;
    }

    private static Participant.Builder participant(Outgoing.Participant participant) {
        return Participant.newBuilder()
                .setJoinCode(participant.code())
                .setName(participant.name())
                .setSeatKey(ByteString.copyFrom(HexFormat.of().parseHex(participant.key())))
                .setKind(participant.person() ? Participant.Kind.KIND_PERSON : Participant.Kind.KIND_PROGRAM);
    }

    /** Actions are spelled the same on the wire. */
    private static Control.Builder control(Outgoing.Control request) {
        ControlDetails details = request.details();
        Control.Builder control = Control.newBuilder()
                .setAction(Control.Action.valueOf("ACTION_" + request.action().name()))
                .setMillis(details.millis())
                .setText(details.text())
                .setStrategy(details.strategy());
        details.seat().ifPresent(control::setSeat);
        details.keyHashes()
                .forEach(hash ->
                        control.addKeyHashes(ByteString.copyFrom(HexFormat.of().parseHex(hash))));
        return control;
    }
}
