package dev.envelope.bots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrategyNamesTest {

    @Test
    void namesGiveTheirStrategies() {
        assertThat(StrategyNames.parse("equilibrium").get()).isInstanceOf(EquilibriumStrategy.class);
        assertThat(StrategyNames.parse("truthful").get()).isInstanceOf(TruthfulStrategy.class);
        assertThat(StrategyNames.parse("shading:0.2").get()).isInstanceOf(ShadingStrategy.class);
        assertThat(StrategyNames.parse("zi").get()).isInstanceOf(ZeroIntelligenceStrategy.class);
    }

    @Test
    void examplesCanAllBeParsed() {
        assertThat(StrategyNames.examples())
                .allSatisfy(name -> assertThat(StrategyNames.parse(name)).isNotNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "greedy", "shading", "shading:", "shading:x", "shading:2", "shading:NaN"})
    void unknownNameIsRefusedWithWhatExists(String name) {
        assertThatThrownBy(() -> StrategyNames.parse(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + name + "\"")
                .hasMessageContaining("shading:0.2");
    }
}
