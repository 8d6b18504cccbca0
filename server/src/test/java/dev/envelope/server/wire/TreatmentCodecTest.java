package dev.envelope.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.game.plan.groups.RoleRule;
import org.junit.jupiter.api.Test;

class TreatmentCodecTest {

    private static dev.envelope.proto.v1.Treatment encoded(String lines) {
        Treatment treatment = PlanReader.read("""
                envelope: 1
                seats: 4
                rounds: 2
                treatments:
                  main:
                    mechanism: second_price
                    bidders: 2
                """ + lines.indent(4))
                .orElseThrow()
                .treatments()
                .get(0);
        return new TreatmentCodec(any -> "rules").encode(treatment);
    }

    @Test
    void listedValuesAreToldToNobody() {
        String told =
                encoded("values: {type: list, values: [[12, 34], [56, 78]]}").toString();

        assertThat(told).contains("list", "lo", "12", "hi", "78").doesNotContain("34", "56");
    }

    @Test
    void whatCountsForTheMissingIsTold() {
        dev.envelope.proto.v1.Treatment told = encoded("""
                values: [0, 100]
                absent: {strategy: "shading:0.5"}
                """);

        assertThat(told.getAbsent()).isEqualTo(dev.envelope.proto.v1.AbsentRule.ABSENT_RULE_STRATEGY);
        assertThat(told.getAbsentStrategy()).isEqualTo("shading:0.5");
        assertThat(encoded("values: [0, 100]").getAbsentStrategy()).isEmpty();
    }

    @Test
    void listedGroupsAreToldToNobody() {
        dev.envelope.proto.v1.Treatment told = encoded("""
                values: [0, 100]
                matching: {type: fixed_list, groups: [[[0, 3], [1, 2]]], roles: rotating}
                """);

        assertThat(told.getMatching()).isEqualTo(dev.envelope.proto.v1.Matching.MATCHING_FIXED_LIST);
        assertThat(told.getRoleRule().name()).endsWith(RoleRule.ROTATING.name());
    }
}
