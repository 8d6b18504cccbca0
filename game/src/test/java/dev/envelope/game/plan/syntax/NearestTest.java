package dev.envelope.game.plan.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    private static final List<String> MECHANISMS =
            List.of("first_price", "k_double_auction", "call_market", "package_auction", "licence_with_externality");

    @ParameterizedTest
    @CsvSource({
        "frist_price, first_price",
        "firstprice, first_price",
        "double_auction, k_double_auction",
        "licence, licence_with_externality",
        "license, licence_with_externality",
        "package, package_auction",
        "cal, call_market"
    })
    void aWordIsMeantWholeOrByItsBeginningOrEnd(String typed, String meant) {
        assertThat(Nearest.to(typed, MECHANISMS)).contains(meant);
    }

    @Test
    void aWholeWordComesBeforeAPart() {
        assertThat(Nearest.to("market", List.of("call_market", "markets"))).contains("markets");
    }

    @ParameterizedTest
    @CsvSource({"lottery", "ca", "with", "second"})
    void nothingIsGuessedFromAfar(String typed) {
        assertThat(Nearest.to(typed, MECHANISMS)).isEmpty();
    }
}
