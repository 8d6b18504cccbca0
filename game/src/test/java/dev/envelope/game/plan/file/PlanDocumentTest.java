package dev.envelope.game.plan.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.treatment.TreatmentReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the document on plan files says is so. */
class PlanDocumentTest {

    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    @Test
    void everyPlanInTheDocumentIsRead() throws IOException {
        List<String> plans =
                YAML.matcher(document()).results().map(match -> match.group(1)).toList();

        assertThat(plans).hasSize(2);
        assertThat(plans)
                .allSatisfy(plan -> assertThat(PlanReader.read(plan).problems()).isEmpty());
    }

    @Test
    void everyMechanismAndEveryKeyIsNamedInTheDocument() throws IOException {
        String document = document();

        assertThat(MechanismType.values())
                .allSatisfy(type -> assertThat(document).contains("`" + type.planName() + "`"));
        assertThat(TreatmentReader.KEYS.all())
                .allSatisfy(key -> assertThat(document).contains("`" + key + "`"));
        assertThat(PlanReader.KEYS.all()).allSatisfy(key -> assertThat(document).contains("`" + key + "`"));
    }

    private static String document() throws IOException {
        return Files.readString(Path.of("..", "docs", "plan.md"));
    }
}
