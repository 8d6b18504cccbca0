package dev.envelope.lab.plans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.file.PlanReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlansTest {

    static List<Path> everyPlan() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/dev/envelope/lab/plans"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("everyPlan")
    void everyPlanThatIsShippedIsRead(Path file) throws IOException {
        assertThat(PlanReader.read(Files.readString(file)).problems()).isEmpty();
    }

    @Test
    void theDemoPlaysFourTreatmentsAmongSixtySeatsTheFirstTwoOnTheSameDraws() throws IOException {
        Plan demo = PlanReader.read(resource("demo.yaml")).orElseThrow();

        assertThat(demo.seats().wanted()).isEqualTo(60);
        assertThat(demo.treatments())
                .extracting(t -> t.mechanism().type().planName())
                .containsExactly("first_price", "second_price", "k_double_auction", "optimal");
        assertThat(demo.blocks().get(0).draws()).isEqualTo(demo.blocks().get(1).draws());
        assertThat(demo.blocks().get(2).draws())
                .isNotEqualTo(demo.blocks().get(3).draws());
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(PlansTest.class.getResourceAsStream("/dev/envelope/lab/plans/" + name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
