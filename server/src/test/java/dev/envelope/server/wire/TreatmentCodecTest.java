package dev.envelope.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.TextFormat;
import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.proto.v1.Distribution;
import org.junit.jupiter.api.Test;

class TreatmentCodecTest {

    private static final String SENT = """
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
    void whatADistributionIsMadeOfIsSent() throws Exception {
        var plan = PlanReader.read("""
                envelope: 1
                treatments:
                  main:
                    mechanism: first_price
                    bidders: 2
                    values:
                      type: mixture
                      parts:
                        - {weight: 0.25, values: [0, 2]}
                        - {weight: 0.75, values: {type: piecewise_linear, points: [[4, 0], [8, 1]]}}
                """).orElseThrow();

        Distribution sent = new TreatmentCodec(treatment -> "")
                .encode(plan.treatments().get(0))
                .getRoles(0)
                .getValues();

        assertThat(sent).isEqualTo(TextFormat.parse(SENT, Distribution.class));
    }
}
