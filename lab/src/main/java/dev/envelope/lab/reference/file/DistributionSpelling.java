package dev.envelope.lab.reference.file;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.distribution.composite.DistributionDescription;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The ways in which files spell a distribution, brought to the one of {@link DistributionDescription}. */
final class DistributionSpelling {

    private static final JsonMapper MAPPER = new JsonMapper();

    private DistributionSpelling() {}

    /** The distribution that {@code spelled} describes. */
    static ValueDistribution distribution(Setting spelled) {
        Map<String, Object> fields = MAPPER.convertValue(spelled.json(), new TypeReference<Map<String, Object>>() {});
        return new DistributionDescription(fields).distribution();
    }
}
