package dev.envelope.server.wire.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.TextFormat;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.proto.v1.ClientMessage;
import dev.envelope.server.request.Identity;
import dev.envelope.server.request.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestDecoderTest {

    private static final String KEY = "seat_key: '0123456789abcdef'";

    private static Decoded decode(String text) {
        try {
            return RequestDecoder.decode(TextFormat.parse(text, ClientMessage.class));
        } catch (TextFormat.ParseException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static Decoded hello(String participant) {
        return decode("request_id: 1 hello { protocol_version: 1 participant { " + participant + " } }");
    }

    @ParameterizedTest
    @CsvSource({"KIND_UNSPECIFIED, true", "KIND_PERSON, true", "KIND_PROGRAM, false"})
    void participantIsAPersonUnlessItSaysOtherwise(String kind, boolean person) {
        Decoded decoded = hello("join_code: 'A' name: ' Ann ' " + KEY + " kind: " + kind);
        assertThat(decoded)
                .isEqualTo(new Decoded.Asked(new Request.Hello(
                        1, 1, "", new Identity.Participant("A", "Ann", "30313233343536373839616263646566", person))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name: 'Ann' seat_key: '0123456789abcdef'",
                "join_code: 'A' seat_key: '0123456789abcdef'",
                "join_code: 'A' name: 'Ann'",
                "join_code: 'A' name: 'Ann' seat_key: 'short'",
                "join_code: 'A' name: 'A\\nB' seat_key: '0123456789abcdef'",
                "join_code: 'A' name: '01234567890123456789012345678901234567890' seat_key: '0123456789abcdef'"
            })
    void identityOfTheWrongFormIsRefused(String participant) {
        assertThat(hello(participant)).isInstanceOfSatisfying(Decoded.Problem.class, problem -> {
            assertThat(problem.refusal().code()).isEqualTo(RefusalCode.BAD_IDENTITY);
            assertThat(problem.closes()).isTrue();
            assertThat(problem.requestId()).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "request_id: 5",
                "request_id: 5 submit { message { abstain { } } }",
                "request_id: 5 submit { round: 1 }",
                "request_id: 5 submit { round: 1 message { report { } } }",
                "request_id: 5 submit { round: 1 message { package_bids { bids { ticks: 3 } } } }",
                "request_id: 5 control { }",
                "request_id: 5 submit { round: 4294967295 message { abstain { } } }"
            })
    void incompleteRequestIsInvalidAndTheConnectionGoesOn(String text) {
        assertThat(decode(text)).isInstanceOfSatisfying(Decoded.Problem.class, problem -> {
            assertThat(problem.refusal().code()).isEqualTo(RefusalCode.INVALID_MESSAGE);
            assertThat(problem.refusal().reason()).contains("expected: ");
            assertThat(problem.closes()).isFalse();
            assertThat(problem.requestId()).isEqualTo(5);
        });
    }

    @Test
    void versionIsCheckedBeforeTheIdentity() {
        assertThat(decode("request_id: 1 hello { protocol_version: 3 }"))
                .isInstanceOfSatisfying(
                        Decoded.Problem.class,
                        problem -> assertThat(problem.refusal().code()).isEqualTo(RefusalCode.UNSUPPORTED_VERSION));
    }
}
