package dev.envelope.lab.reference.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReferenceRunTest {
    private final ReferenceRun run = new ReferenceRun(List.of(new Family()), Duration.ofMillis(200), 2);

    @Test
    void noCaseStopsTheOthersAndOrderIsTheFiles() throws InterruptedException {
        List<Evaluation> evaluations = new ArrayList<>();

        run.run(
                List.of(asked("endless"), asked("bug"), asked("refused"), asked("deep"), asked("one")),
                evaluations::add);

        assertThat(evaluations)
                .extracting(evaluation -> evaluation.reason().orElse(evaluation.value() + ""))
                .satisfiesExactly(
                        reason -> assertThat(reason).startsWith("not solved within 0 s"),
                        reason ->
                                assertThat(reason).contains("the evaluation failed", "ArrayIndexOutOfBounds", "Family"),
                        reason -> assertThat(reason).isEqualTo("too hard"),
                        reason -> assertThat(reason).contains("StackOverflowError"),
                        value -> assertThat(value).contains("1.0"));
        assertThat(evaluations).extracting(Evaluation::isGood).containsExactly(false, false, false, false, true);
    }

    @Test
    void whatIsNotANumberIsUnsupported() throws InterruptedException {
        Evaluation evaluation = run.evaluate(asked("nan"));

        assertThat(evaluation.value()).isEmpty();
        assertThat(evaluation.reason().orElseThrow()).contains("NaN");
    }

    @Test
    void unknownBlockIsNamed() throws InterruptedException {
        ReferenceCase other = ReferenceFile.read("{\"cases\":[{\"id\":\"a\",\"block\":\"poker\",\"quantity\":\"q\"}]}")
                .get(0);

        assertThat(run.evaluate(other).reason().orElseThrow()).isEqualTo("block: poker (expected: one of block)");
    }

    @Test
    void aBlockBelongsToOneFamily() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReferenceRun(List.of(new Family(), new Family()), Duration.ZERO, 1))
                .withMessageContaining("block");
    }

    @Test
    void reportIsJsonOfFullPrecision() throws InterruptedException {
        List<Evaluation> evaluations = new ArrayList<>();
        run.run(List.of(asked("third"), asked("row"), asked("noted"), asked("refused")), evaluations::add);

        assertThat(JsonReport.of(evaluations).replaceAll("\"seconds\":[0-9.E-]+", "\"seconds\":0"))
                .isEqualTo(
                        "{\"cases\":["
                                + "{\"id\":\"third\",\"supported\":true,\"value\":0.3333333333333333,\"seconds\":0,\"reason\":null},"
                                + "{\"id\":\"row\",\"supported\":true,\"value\":[1.0,true],\"seconds\":0,\"reason\":null},"
                                + "{\"id\":\"noted\",\"supported\":true,\"value\":[0.5,1.0],\"seconds\":0,\"reason\":null,\"note\":\"about right\"},"
                                + "{\"id\":\"refused\",\"supported\":false,\"value\":null,\"seconds\":0,\"reason\":\"too hard\"}]}");
    }

    @Test
    void distanceIsTheLargestOfAList() throws InterruptedException {
        Evaluation near = run.evaluate(with("row", "[1.0000001, true]"));
        Evaluation other = run.evaluate(with("row", "[1, false]"));
        Evaluation longer = run.evaluate(with("row", "[1, true, 1]"));

        assertThat(near.distance().orElseThrow()).isBetween(0.9e-7, 1.1e-7);
        assertThat(near.isGood()).isFalse();
        assertThat(other.isGood()).isFalse();
        assertThat(longer.isGood()).isFalse();
        assertThat(run.evaluate(with("row", "[1, true]")).isGood()).isTrue();
        TextReport report = new TextReport();
        assertThat(report.line(near)).contains("OUTSIDE", "1.0e-07", "expected: [1.0000001, true]");
        assertThat(report.summary()).startsWith("1 cases: 0 good, 1 outside");
    }

    @Test
    void whatIsToBeSaidOfAValueIsInItsLine() throws InterruptedException {
        Evaluation noted = run.evaluate(with("noted", "[0.5, 1]"));
        assertThat(noted.isGood()).isTrue();
        assertThat(new TextReport().line(noted)).startsWith("within").endsWith("  about right");
        assertThat(run.evaluate(with("noted", "[0.6, 1]")).distance()).hasValue(0.6 - 0.5);
    }

    private static ReferenceCase asked(String quantity) {
        return with(quantity, "null");
    }

    private static ReferenceCase with(String quantity, String value) {
        return ReferenceFile.read("{\"cases\":[{\"id\":\"%s\",\"block\":\"block\",\"quantity\":\"%s\",\"value\":%s}]}"
                        .formatted(quantity, quantity, value))
                .get(0);
    }

    /** Cases that end in every way. */
    private static final class Family implements BlockCases {

        @Override
        public Set<String> blocks() {
            return Set.of("block");
        }

        @Override
        public Value evaluate(ReferenceCase reference) {
            return switch (reference.quantity().name()) {
                case "endless" -> endless();
                case "bug" -> Value.of(List.<Double>of().toArray(Double[]::new)[0]);
                case "refused" -> throw new IllegalArgumentException("too hard");
                case "deep" -> evaluate(reference);
                case "nan" -> Value.of(Double.NaN);
                case "third" -> Value.of(1 / 3.0);
                case "noted" -> new Value.Row(List.of(Value.of(0.5).with("about right"), Value.of(1)));
                case "row" -> new Value.Row(List.of(Value.of(1), Value.of(true)));
                default -> Value.of(1);
            };
        }

        private static Value endless() {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
            return Value.of(0);
        }
    }
}
