package dev.envelope.lab.reference.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReferenceFileTest {

    @Test
    void caseIsReadWithAllThatMayBeAbsent() {
        List<ReferenceCase> cases = ReferenceFile.read("""
                {"cases": [{"id": "a", "block": "b", "quantity": "win_probability_of_bidder_2(weak)",
                  "setting": {"reserve": null, "n": 2}, "at": {"value": 0.5}, "value": [1, true, [2]]},
                 {"id": "c", "block": "b", "quantity": "q", "value": 2e3, "tolerance_abs": 1}]}
                """);

        ReferenceCase first = cases.get(0);
        assertThat(first.setting().has("reserve")).isFalse();
        assertThat(first.setting().count("n")).isEqualTo(2);
        assertThat(first.at().number("value")).isEqualTo(0.5);
        assertThat(first.value().orElseThrow().plain()).isEqualTo(List.of(1.0, true, List.of(2.0)));
        assertThat(first.tolerance()).isEqualTo(1e-9);
        assertThat(cases.get(1).at().names()).isEmpty();
        assertThat(cases.get(1).allowed(Value.of(2000))).isEqualTo(1);
        assertThat(cases.get(1).allowed(Value.of(2e9))).isEqualTo(20);
    }

    @Test
    void notJsonIsRefusedWithItsPlace() {
        assertWrong("{\"cases\": [\n  {,]}", "line 2", "not JSON");
        assertWrong("", "cases: missing");
    }

    @Test
    void withoutCasesIsRefused() {
        assertWrong("{}", "cases: missing (expected: a list of cases)");
        assertWrong("[]", "cases: missing (expected: a list of cases)");
        assertWrong("{\"cases\": 3}", "cases: 3 (expected: a list of cases)");
    }

    @Test
    void everyProblemIsNamedWithItsCase() {
        List<ReferenceCase> cases = ReferenceFile.read(
                "{\"cases\": [{\"block\": 1, \"quantity\": \"q\"}, {\"id\": \"a\", \"block\": \"b\"}, 7]}");

        assertThat(cases).extracting(ReferenceCase::id).containsExactly("cases[0]", "a", "cases[2]");
        assertThat(cases.get(0).problems())
                .containsExactly("cases[0].id: missing (expected: a text)", "cases[0].block: 1 (expected: a text)");
        assertThat(cases.get(1).problems()).containsExactly("cases[1].quantity: missing (expected: a text)");
        assertThat(cases.get(2).problems()).containsExactly("cases[2]: 7 (expected: an object)");
    }

    @Test
    void aCaseThatIsWrittenWronglyStopsNoOther() throws InterruptedException {
        String start =
                "{\"block\": \"standard\", \"quantity\": \"revenue\", \"setting\": {\"mechanism\": \"first_price\","
                        + " \"n\": 2, \"dist\": {\"type\": \"uniform\", \"lo\": 0, \"hi\": 1}}, \"id\": ";
        String text = "{\"cases\": [" + start + "\"a\", \"at\": 0.5}, " + start + "\"b\", \"at\": {\"value\": 1}}]}";
        BlockCases ones = new BlockCases() {
            @Override
            public Set<String> blocks() {
                return Set.of("standard");
            }

            @Override
            public Value evaluate(ReferenceCase reference) {
                return Value.of(1);
            }
        };
        List<Evaluation> evaluations = new ArrayList<>();

        new ReferenceRun(List.of(ones), Duration.ofSeconds(10), 1).run(ReferenceFile.read(text), evaluations::add);

        assertThat(evaluations.get(0).reason()).contains("cases[0].at: 0.5 (expected: an object)");
        assertThat(evaluations.get(1).value()).contains(Value.of(1));
    }

    @Test
    void fieldOfAnotherTypeIsNamed() {
        Setting setting = ReferenceFile.read(
                        "{\"cases\":[{\"id\":\"a\",\"block\":\"b\",\"quantity\":\"q\",\"setting\":{\"n\":2.5,\"k\":\"1\"}}]}")
                .get(0)
                .setting();

        assertThatThrownBy(() -> setting.count("n")).hasMessage("setting.n: 2.5 (expected: a whole number)");
        assertThatThrownBy(() -> setting.number("k")).hasMessage("setting.k: \"1\" (expected: a number)");
        assertThatThrownBy(() -> setting.number("z")).hasMessage("setting.z: missing (expected: a value)");
    }

    @Test
    void quantityIsANameAndAnAgent() {
        assertThat(Quantity.parse("win_probability_of_bidder_1(weak)"))
                .extracting(Quantity::name, quantity -> quantity.agent().orElse(-1))
                .containsExactly("win_probability", 0);
        assertThat(Quantity.parse("ironing_interval[lo,hi]_in_values").name()).isEqualTo("ironing_interval_in_values");
        assertThat(Quantity.parse("ex_ante_utility_loss_of_each_bidder").name()).isEqualTo("ex_ante_utility_loss");
        assertThat(Quantity.parse("[low, high]").name()).isEqualTo("[low, high]");
    }

    private static void assertWrong(String text, String... parts) {
        assertThatThrownBy(() -> ReferenceFile.read(text))
                .isInstanceOf(WrongReferenceFile.class)
                .hasMessageContainingAll(parts);
    }
}
