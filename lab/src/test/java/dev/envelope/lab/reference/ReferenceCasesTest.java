package dev.envelope.lab.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.lab.reference.file.BlockCases;
import dev.envelope.lab.reference.file.Evaluation;
import dev.envelope.lab.reference.file.ReferenceCase;
import dev.envelope.lab.reference.file.ReferenceFile;
import dev.envelope.lab.reference.file.ReferenceRun;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The library against reference numbers, each obtained by two methods; found by block, format and quantity. */
class ReferenceCasesTest {
    private static final ReferenceRun RUN = new ReferenceRun(ReferenceBlocks.ALL, Duration.ofMinutes(2), 1);
    private static final Set<String> BLOCKS = new TreeSet<>(ReferenceBlocks.ALL.stream()
            .map(BlockCases::blocks)
            .flatMap(Set::stream)
            .toList());

    static Stream<Named<ReferenceCase>> cases() throws IOException {
        return committed().stream()
                .filter(reference -> BLOCKS.contains(reference.block()))
                .filter(reference -> !isIncomplete(reference))
                .map(reference -> Named.of(reference.id(), reference));
    }

    /** Prices of k-double auctions whose k is in the case's name alone. */
    private static boolean isIncomplete(ReferenceCase reference) {
        return reference.block().equals("double_auction")
                && reference.quantity().name().equals("expected_price")
                && !reference.setting().has("k");
    }

    private static List<ReferenceCase> committed() throws IOException {
        try (InputStream file = Objects.requireNonNull(ReferenceCasesTest.class.getResourceAsStream("cases.json"))) {
            return ReferenceFile.read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void numberIsTheReference(ReferenceCase reference) throws InterruptedException {
        Evaluation evaluation = RUN.evaluate(reference);

        assertThat(evaluation.reason()).isEmpty();
        assertThat(evaluation.isGood())
                .as("%s, %s expected", evaluation.value(), reference.value())
                .isTrue();
    }

    @Test
    void aPriceWithoutItsWeightIsNotGuessed() throws IOException, InterruptedException {
        for (ReferenceCase reference : committed()) {
            if (isIncomplete(reference)) {
                assertThat(RUN.evaluate(reference).reason().orElseThrow()).startsWith("setting.k: missing");
            }
        }
    }

    @Test
    void everyBlockHasCasesInTheFile() throws IOException {
        assertThat(committed().stream().map(ReferenceCase::block)).containsAll(BLOCKS);
    }
}
