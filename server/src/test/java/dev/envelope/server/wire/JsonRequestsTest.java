package dev.envelope.server.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.session.RefusalCode;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRequestsTest {

    private static final String BID =
            "{\"requestId\":\"9\",\"submit\":{\"round\":1,\"message\":{\"amount\":{\"ticks\":5}}}}";

    private static Decoded decode(String text) {
        return JsonRequests.decode(ByteBuffer.wrap(text.getBytes(UTF_8)));
    }

    private static Decoded.Problem problem(String text) {
        assertThat(decode(text)).as(text).isInstanceOf(Decoded.Problem.class);
        return (Decoded.Problem) decode(text);
    }

    @Test
    void aBidIsRead() {
        assertThat(decode(BID)).isInstanceOf(Decoded.Asked.class);
        assertThat(decode(" \n" + BID.replace(":5", ": \"5\"") + "\t ")).isEqualTo(decode(BID));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BID BID",
                "BID x",
                "BID,",
                "[BID]",
                "// a bid\nBID",
                "BID // a bid",
                "",
                "7",
                "{'requestId':'9','submit':{}}",
                "{requestId:\"9\"}",
                "{\"requestId\":007}",
                "{\"requestId\":9;\"ping\":{}}",
                "{\"requestId\":9,\"submit\":{\"round\":NaN}}",
                "{\"requestId\":9,\"ping\":{}",
                "{\"requestId\":9,}"
            })
    void whatIsNotOneJsonObjectIsMalformed(String text) {
        Decoded.Problem problem = problem(text.replace("BID", BID));
        assertThat(problem.refusal().code()).isEqualTo(RefusalCode.MALFORMED);
        assertThat(problem.refusal().reason())
                .contains("expected: one object and nothing else")
                .doesNotContain("Gson");
        assertThat(problem.closes()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"ticks\":[5]      | submit.message.amount.ticks: a list (expected: one value)",
                "\"ticks\":5,\"ticks\":6 | submit.message.amount.ticks: given twice (expected: every name once)"
            })
    void whatJsonLeavesOpenIsInvalid(String amount, String reason) {
        Decoded.Problem problem = problem(BID.replace("\"ticks\":5", amount));
        assertThat(problem.requestId()).isEqualTo(9);
        assertThat(problem.refusal().code()).isEqualTo(RefusalCode.INVALID_MESSAGE);
        assertThat(problem.refusal().reason()).isEqualTo(reason);
        assertThat(problem.closes()).isFalse();
    }

    @Test
    void bothSpellingsOfANameAreTheSameName() {
        assertThat(problem("{\"requestId\":\"9\",\"request_id\":\"8\",\"ping\":{}}")
                        .refusal()
                        .reason())
                .isEqualTo("request_id: given twice (expected: every name once)");
    }

    @Test
    void listsAndDepthAreBounded() {
        String report = BID.replace("{\"amount\":{\"ticks\":5}}", "{\"report\":{\"ticks\":[5]}}");
        assertThat(decode(report)).isInstanceOf(Decoded.Asked.class);
        assertThat(problem(report.replace("[5]", "[[5]]")).refusal().reason()).contains("a list in a list");
        String deep = "{\"a\":".repeat(30) + "1" + "}".repeat(30);
        assertThat(problem("{\"requestId\":\"9\",\"x\":" + deep + "}").refusal().reason())
                .contains("expected: 20 levels");
        assertThat(problem("{\"a\":".repeat(10_000)).refusal().code()).isEqualTo(RefusalCode.MALFORMED);
    }
}
