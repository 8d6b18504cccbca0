package dev.envelope.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.proto.v1.Amount;
import dev.envelope.proto.v1.ClientMessage;
import dev.envelope.proto.v1.ErrorCode;
import dev.envelope.proto.v1.FillForm;
import dev.envelope.proto.v1.FormKind;
import dev.envelope.proto.v1.GetForm;
import dev.envelope.proto.v1.Hello;
import dev.envelope.proto.v1.Message;
import dev.envelope.proto.v1.Participant;
import dev.envelope.proto.v1.Phase;
import dev.envelope.proto.v1.ServerMessage;
import dev.envelope.proto.v1.Submit;
import dev.envelope.server.session.OpenOptions;
import dev.envelope.server.settings.ServerSettings;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What people fill out, through the port: what is told, and what is refused. */
@Timeout(60)
class FormsIT {

    private static final String PLAN = """
            envelope: 1
            seats: 2
            rounds: 1
            timing: {type: all_in_or_deadline, seconds: 60, grace: 0, result: 0}
            instructions: Bid.
            treatments:
              main: {mechanism: first_price, bidders: 2, values: [0, 100]}
            consent: Do you agree?
            comprehension:
              attempts: 2
              questions:
                - {question: How much?, answer: 98765.4321}
                - {question: What?, choices: [this, that], answer: that, hint: the-hint}
            questionnaire: [{name: why, question: Why?, type: text, longest: 20}]
            completion_link: https://example.org/?s={seat}
            """;

    /** A person on a plain socket that keeps every byte it was sent. */
    private static final class Person implements AutoCloseable {

        private final Socket socket;
        private final StringBuilder heard = new StringBuilder();
        private long requests;

        Person(int port, String code, int key, Participant.Kind kind) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(10_000);
            new DataOutputStream(socket.getOutputStream()).writeInt(0x00454e56);
            byte[] seatKey = new byte[16];
            seatKey[0] = (byte) key;
            assertThat(ask(ClientMessage.newBuilder()
                                    .setHello(Hello.newBuilder()
                                            .setProtocolVersion(1)
                                            .setParticipant(Participant.newBuilder()
                                                    .setJoinCode(code)
                                                    .setName("P" + key)
                                                    .setSeatKey(ByteString.copyFrom(seatKey))
                                                    .setKind(kind))))
                            .hasWelcome())
                    .isTrue();
        }

        ServerMessage ask(ClientMessage.Builder request) throws IOException {
            byte[] bytes = request.setRequestId(++requests).build().toByteArray();
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(bytes.length);
            out.write(bytes);
            DataInputStream in = new DataInputStream(socket.getInputStream());
            while (true) {
                byte[] answer = new byte[in.readInt()];
                in.readFully(answer);
                heard.append(new String(answer, StandardCharsets.ISO_8859_1));
                ServerMessage message = ServerMessage.parseFrom(answer);
                if (message.getRequestId() == requests) {
                    return message;
                }
            }
        }

        ServerMessage fill(FillForm.Builder form) throws IOException {
            return ask(ClientMessage.newBuilder().setFillForm(form));
        }

        ServerMessage consent() throws IOException {
            return fill(
                    FillForm.newBuilder().setForm(FormKind.FORM_KIND_CONSENT).setAgreed(true));
        }

        ServerMessage comprehend(int attempt, String one, String two) throws IOException {
            FillForm.Builder form = FillForm.newBuilder()
                    .setForm(FormKind.FORM_KIND_COMPREHENSION)
                    .setAttempt(attempt);
            form.addAnswersBuilder().setName("1").setValue(one);
            form.addAnswersBuilder().setName("2").setValue(two);
            return fill(form);
        }

        ServerMessage why(String name, String answer) throws IOException {
            FillForm.Builder form = FillForm.newBuilder().setForm(FormKind.FORM_KIND_QUESTIONNAIRE);
            form.addAnswersBuilder().setName(name).setValue(answer);
            return fill(form);
        }

        ServerMessage page(FormKind kind) throws IOException {
            return ask(
                    ClientMessage.newBuilder().setGetForm(GetForm.newBuilder().setForm(kind)));
        }

        ServerMessage bid() throws IOException {
            return ask(ClientMessage.newBuilder()
                    .setSubmit(Submit.newBuilder()
                            .setRound(1)
                            .setMessage(Message.newBuilder()
                                    .setAmount(Amount.newBuilder().setTicks(1)))));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static ErrorCode code(ServerMessage answer) {
        return answer.getRefusal().getCode();
    }

    @Test
    void rightAnswersStayInUntilTheAttemptsAreUsedUpAndWrongRequestsChangeNothing(@TempDir Path folder)
            throws IOException {
        ServerSettings settings =
                ServerSettings.DEFAULT.withBind("127.0.0.1").withPort(0).withJournal(folder.resolve("a.envelope"));
        try (EnvelopeServer server = EnvelopeServer.start(settings)) {
            String code = server.sessions()
                    .open(PlanReader.read(PLAN).orElseThrow(), OpenOptions.seeded("forms"))
                    .joinCode();
            try (Person ann = new Person(server.port(), code, 1, Participant.Kind.KIND_PERSON);
                    Person bot = new Person(server.port(), code, 2, Participant.Kind.KIND_PROGRAM)) {
                play(ann, bot);
            }
            try (Person again = new Person(server.port(), code, 1, Participant.Kind.KIND_PERSON)) {
                assertThat(again.heard).contains("https://example.org/?s=0");
            }
        }
    }

    private static void play(Person ann, Person bot) throws IOException {
        assertThat(code(ann.bid())).isEqualTo(ErrorCode.ERROR_CODE_FORM_DUE);
        assertThat(ann.page(FormKind.FORM_KIND_INSTRUCTIONS).getFormPage().getText())
                .isEqualTo("Bid.");
        assertThat(code(ann.page(FormKind.FORM_KIND_QUESTIONNAIRE))).isEqualTo(ErrorCode.ERROR_CODE_WRONG_PHASE);
        assertThat(code(ann.fill(FillForm.newBuilder().setForm(FormKind.FORM_KIND_CONSENT))))
                .isEqualTo(ErrorCode.ERROR_CODE_INVALID_MESSAGE);
        assertThat(code(ann.fill(FillForm.newBuilder().setForm(FormKind.FORM_KIND_INSTRUCTIONS))))
                .isEqualTo(ErrorCode.ERROR_CODE_INVALID_MESSAGE);
        assertThat(code(ann.comprehend(1, "1", "this"))).isEqualTo(ErrorCode.ERROR_CODE_FORM_DUE);
        assertThat(code(bot.consent())).isEqualTo(ErrorCode.ERROR_CODE_NOT_ALLOWED);
        assertThat(ann.consent().getSnapshot().getForms().getDue()).isEqualTo(FormKind.FORM_KIND_COMPREHENSION);

        assertThat(ann.page(FormKind.FORM_KIND_COMPREHENSION).getFormPage().getQuestionsCount())
                .isEqualTo(2);
        assertThat(code(ann.comprehend(-1, "1", "this"))).isEqualTo(ErrorCode.ERROR_CODE_INVALID_MESSAGE);
        assertThat(code(ann.comprehend(1, "one\u0000", "this"))).isEqualTo(ErrorCode.ERROR_CODE_INVALID_MESSAGE);
        assertThat(code(ann.why("why", "early"))).isEqualTo(ErrorCode.ERROR_CODE_WRONG_PHASE);
        for (int i = 0; i < 2; i++) { // the same twice is one attempt
            assertThat(ann.comprehend(1, "1", "that").getSnapshot().getForms().getAttemptsLeft())
                    .isEqualTo(1);
        }
        assertThat(ann.heard).doesNotContain("98765.4321").doesNotContain("the-hint");
        ServerMessage last = ann.comprehend(2, "1", "this");
        assertThat(last.getSnapshot().getForms().getSolutions(0).getValue()).isEqualTo("98765.4321");
        assertThat(ann.heard).contains("the-hint");
        assertThat(bot.heard).doesNotContain("98765.4321").doesNotContain("the-hint");

        assertThat(ann.bid().hasReceipt()).isTrue();
        assertThat(bot.bid().hasReceipt()).isTrue();
        ServerMessage wrong = ann.why("age", "1");
        while (code(wrong) == ErrorCode.ERROR_CODE_WRONG_PHASE) { // the grace runs
            wrong = ann.why("age", "1");
        }
        assertThat(wrong.getRefusal().getReason()).isEqualTo("question: age (expected: one of why)");
        assertThat(code(ann.why("why", "x".repeat(21)))).isEqualTo(ErrorCode.ERROR_CODE_INVALID_MESSAGE);
        assertThat(code(ann.why("why", "a\u001b[31mb"))).isEqualTo(ErrorCode.ERROR_CODE_INVALID_MESSAGE);
        assertThat(code(bot.why("why", "me too"))).isEqualTo(ErrorCode.ERROR_CODE_NOT_ALLOWED);
        assertThat(code(ann.bid())).isNotEqualTo(ErrorCode.ERROR_CODE_UNSPECIFIED);
        ServerMessage done = ann.why("why", "because");
        assertThat(done.getSnapshot().getPhase()).isEqualTo(Phase.PHASE_FINISHED);
        assertThat(done.getSnapshot().getForms().getCompletionLink()).isEqualTo("https://example.org/?s=0");
        assertThat(code(ann.why("why", "because"))).isEqualTo(ErrorCode.ERROR_CODE_WRONG_PHASE);
    }
}
