package dev.envelope.game.asked;

import static dev.envelope.game.asked.AskedGames.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.file.PlanReader;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AskedWordsTest {

    @ParameterizedTest
    @EnumSource(MechanismType.class)
    void aPlanToBePlayedRefusesByNameWhatIsAskedAboutOnly(MechanismType type) {
        String found = PlanReader.read("envelope: 1\ntreatments: {one: {mechanism: {type: " + type.planName()
                        + "}, bidders: 4, values: [0, 1]}}")
                .problems()
                .stream()
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
        assertThat(found.contains(type.planName() + " is not played by this version (expected: one of first_price, "))
                .isEqualTo(!type.isPlayable());
    }

    @Test
    void aPlanToBePlayedRefusesTheOtherWordsToo() {
        String found = PlanReader.read(
                        "envelope: 1\ntreatments: {one: {mechanism: first_price, utility: risk_neutral,"
                                + " entry_fee: 0, bidders: [{values: {type: affiliated}, wants: [A]}, {values: {type: discrete}}]}}")
                .problems()
                .stream()
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
        assertThat(found)
                .contains(
                        "utility: not played by this version (expected: the key left out)",
                        "entry_fee: not played by this version (expected: the key left out)",
                        "wants: not played by this version (expected: the key left out)",
                        "affiliated is not played by this version",
                        "discrete is not played by this version");
    }

    @Test
    void wrongGamesAreNamedAllAtOnce() {
        assertThat(problems("{mechanism: {type: licence_with_externality, loss: own}, bidders: 2, values: [0, 1]}"))
                .isEqualTo("""
                        line 1, column 13: mechanism.alpha: missing (expected: what losers lose, at least 0)
                        line 1, column 52: mechanism.loss: own, did you mean own_value? (expected: one of own_value, constant, winners_value)""");
        assertThat(problems("{mechanism: uniform_price, bidders: 2, values: [0, 1]}"))
                .isEqualTo("line 1, column 13: mechanism.units: missing (expected: how many units are sold)");
        assertThat(problems("{mechanism: call_market, bidders: 2, values: [0, 1]}"))
                .isEqualTo(
                        "line 1, column 35: bidders: 2 bidders in call_market (expected: buyers and sellers, at least one"
                                + " of each, and nobody else)");
        assertThat(
                        problems(
                                "{mechanism: agv, roles: [{side: buyer, count: 2, values: [0, 1]}, {side: seller, values: [0, 1]}]}"))
                .contains(
                        "2 buyers and 1 seller in agv (expected: at least 2 bidders and nobody else, or one buyer and one seller)");
        assertThat(problems("{mechanism: first_price, bidders: 2, values: [0, 1], utility: {type: crra, alpha: 2}}"))
                .endsWith("utility.alpha: 2.0 (expected: above 0, up to 1; it is 1 minus the relative risk"
                        + " aversion)");
        assertThat(problems("{mechanism: {type: uniform_price, units: 1}, bidders: 2, values: [0, 1], entry_fee: 1}"))
                .contains("entry_fee: 1.0 (expected: none in uniform_price)");
        assertThat(
                        problems(
                                "{mechanism: optimal, bidders: 2, values: {type: common_value, lo: 0, hi: 1, error: 1, factor: 2}}"))
                .contains("factor: given beside error (expected: one of them)")
                .doesNotContain("mechanism:");
        assertThat(problems("{mechanism: optimal, bidders: 2, values: {type: wallet, values: [0, 1]}}"))
                .contains("optimal (expected: first_price or second_price for a common value)");
    }
}
