package dev.envelope.client.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.TextFormat;
import dev.envelope.game.plan.roles.DistributionSpec;
import dev.envelope.game.plan.roles.StatedValues;
import dev.envelope.proto.v1.Distribution;
import dev.envelope.proto.v1.Treatment;
import org.junit.jupiter.api.Test;

class TreatmentsTest {

    private static final String MIXTURE = """
            type: "mixture"
            lists { name: "weights" values: 0.25 values: 0.75 }
            parts { type: "uniform" parameters { name: "hi" value: 2 } parameters { name: "lo" value: 0 } }
            parts {
              type: "piecewise_linear"
              lists { name: "p" values: 0 values: 1 }
              lists { name: "x" values: 4 values: 8 }
            }
            """;

    @Test
    void whatADistributionIsMadeOfComesOverTheWire() throws Exception {
        Treatment.Builder sent = WireScene.snapshot().getTreatments(0).toBuilder();
        sent.getRolesBuilder(0).setValues(TextFormat.parse(MIXTURE, Distribution.class));

        DistributionSpec values = Treatments.decode(sent.build()).roles().get(0).values();

        assertThat(StatedValues.distribution(values).cdf(6)).isEqualTo(0.25 + 0.75 / 2);
    }
}
