package dev.envelope.server.wire.incoming;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.session.command.RefusalCode;
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
                "{\"requestId\":9,}",
                "{\"requestId\":\"9\",\"hello\":{\"client\":\"a\nb\"}}",
                "{\"requestId\":\"9\",\"unknown\":[\"a\tb\"]}",
                "{\"requestId\":\"9\",\"hello\":{\"client\":\"a\\\nb\"}}"
            })
    void whatIsNotOneJsonObjectIsMalformed(String text) {
        Decoded.Problem problem = problem(text.replace("BID", BID));
        assertThat(problem.refusal().code()).isEqualTo(RefusalCode.MALFORMED);
        assertThat(problem.refusal().reason())
                .contains("expected: one object and nothing else")
                .doesNotContain("Gson")
                .doesNotContain("http")
                .doesNotContain("\n")
                .hasSizeLessThan(120);
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "４２５０",
                "٤٢٥٠",
                "+4250",
                "04250",
                "4_250",
                " 4250",
                "0x10",
                "",
                "-",
                "1e",
                ".5",
                "5.",
                "1e9999999999"
            })
    void numberThatJsonWouldNotSpellSoIsInvalid(String number) {
        for (String field : new String[] {"requestId", "round", "ticks"}) {
            Decoded.Problem problem =
                    problem(BID.replaceAll('"' + field + "\":\"?\\d\"?", '"' + field + "\":\"" + number + '"'));
            assertThat(problem.refusal().code()).as(field).isEqualTo(RefusalCode.INVALID_MESSAGE);
            assertThat(problem.refusal().reason()).contains(field + ": \"" + number + "\" (expected: a whole number");
            assertThat(problem.requestId()).isEqualTo(field.equals("requestId") ? 0 : 9);
            assertThat(problem.closes()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"4250", "4250.0", "4.25e3", "42500e-1", "-0", "0e5"})
    void numberIsReadHoweverJsonSpellsIt(String number) {
        assertThat(decode(BID.replace(":5", ":" + number))).isEqualTo(decode(BID.replace(":5", ":\"" + number + '"')));
        assertThat(decode(BID.replace(":5", ":" + number))).isInstanceOf(Decoded.Asked.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"42.5", "4250.0000000000000000000001", "1e-400", "-1e-400", "1e-999999999"})
    void fractionOfATickIsOffTickAsItWasSent(String number) {
        for (String written : new String[] {number, '"' + number + '"'}) {
            Decoded.Problem problem = problem(BID.replace(":5", ":" + written));
            assertThat(problem.requestId()).isEqualTo(9);
            assertThat(problem.refusal().code()).as(written).isEqualTo(RefusalCode.OFF_TICK);
            assertThat(problem.refusal().reason()).startsWith("submit.message.amount.ticks: " + number + " (expected");
        }
        assertThat(problem(BID.replace("\"round\":1", "\"round\":" + number))
                        .refusal()
                        .code())
                .isEqualTo(RefusalCode.INVALID_MESSAGE);
    }

    @Test
    void whatIsQuotedInAReasonIsBounded() {
        for (String number :
                new String[] {"\"" + "9".repeat(5_000) + '"', "5".repeat(5_000), "\"x\\n\\n" + "y".repeat(500) + '"'}) {
            String reason = problem(BID.replace(":5", ":" + number)).refusal().reason();
            assertThat(reason).hasSizeLessThan(200).doesNotContain("\n");
        }
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
