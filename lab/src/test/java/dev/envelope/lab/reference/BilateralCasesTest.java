package dev.envelope.lab.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.lab.reference.file.Evaluation;
import dev.envelope.lab.reference.file.ReferenceFile;
import dev.envelope.lab.reference.file.ReferenceRun;
import dev.envelope.lab.reference.file.Value;
import dev.envelope.lab.reference.trade.BilateralCases;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BilateralCasesTest {

    private static final String UNIT = "{'type': 'uniform', 'lo': 0, 'hi': 1}";
    private static final String AUCTION =
            "'mechanism': 'bilateral k-double auction', 'buyer': " + UNIT + ", 'seller': " + UNIT;

    @Test
    void aSmoothEquilibriumIsTheOneThroughItsPoint() throws InterruptedException {
        // An independent integration of the same differential equation by another program.
        assertThat(number(AUCTION + ", 'k': 0.3, 'equilibrium': 'through (p,V,C)=(0.55,7/10,0.4)'", "expected_gains"))
                .isEqualTo(0.13719288018887746, within(1e-12));
    }

    @Test
    void stepsAreReadFromWordsAndFromLists() throws InterruptedException {
        String words = ", 'k': 'any', 'mechanism_note': 'one-step: buyers v>=0.3 bid 0.3, sellers c<=0.3 ask 0.3'";
        assertThat(number(AUCTION + words, "expected_gains_from_trade")).isEqualTo(0.105, within(1e-14));
        assertThat(number(AUCTION + ", 'k': 0.5, 'step_prices': [0.4, 0.6]", "trade_probability"))
                .isEqualTo(0.27, within(1e-13));
    }

    @Test
    void theOrderOfProfitsIsTheOneOfTheQuantity() throws InterruptedException {
        Evaluation both = evaluation(AUCTION + ", 'k': 0.75", "expected_profits[seller,buyer]");
        assertThat(both.value().orElseThrow().plain())
                .isEqualTo(List.of(
                        number(AUCTION + ", 'k': 0.75", "expected_seller_profit"),
                        number(AUCTION + ", 'k': 0.75", "expected_buyer_profit")));
    }

    @Test
    void aPriceFormulaWithTheWeightOnTheAskTurnsIt() throws InterruptedException {
        assertThat(number(AUCTION + ", 'k': 0.2, 'price': '(1-k)*bid + k*ask'", "expected_price"))
                .isEqualTo(number(AUCTION + ", 'k': 0.8", "expected_price"), within(1e-15));
    }

    @Test
    void whatIsNotUnderstoodIsRefusedWithAReason() throws InterruptedException {
        assertThat(reason(AUCTION + ", 'k': 2", "trade_probability")).contains("k: 2.0");
        assertThat(reason(AUCTION, "trade_probability")).contains("setting.k: missing");
        assertThat(reason(AUCTION + ", 'k': 0.5, 'price': 'bid*ask'", "trade_probability"))
                .contains("setting.price");
        assertThat(reason(AUCTION + ", 'k': 0.5, 'equilibrium': 'non-linear'", "trade_probability"))
                .contains("non-linear");
        assertThat(reason(AUCTION + ", 'k': 0.5, 'reports': 'truthful'", "trade_probability"))
                .contains("setting.reports");
        assertThat(reason(AUCTION + ", 'k': 0.5", "expected_weather")).contains("expected_weather");
        assertThat(reason("'buyer': " + UNIT + ", 'seller': " + UNIT, "trade_probability"))
                .contains("setting.mechanism: missing");
    }

    private static double number(String setting, String quantity) throws InterruptedException {
        Evaluation evaluation = evaluation(setting, quantity);
        assertThat(evaluation.reason()).isEmpty();
        return ((Value.Amount) evaluation.value().orElseThrow()).number();
    }

    private static String reason(String setting, String quantity) throws InterruptedException {
        return evaluation(setting, quantity).reason().orElseThrow();
    }

    private static Evaluation evaluation(String setting, String quantity) throws InterruptedException {
        String file = "{'cases': [{'id': 'one', 'block': 'bilateral', 'setting': {" + setting + "}, 'quantity': '"
                + quantity + "'}]}";
        ReferenceRun run = new ReferenceRun(List.of(new BilateralCases()), Duration.ofMinutes(1), 1);
        return run.evaluate(ReferenceFile.read(file.replace('\'', '"')).get(0));
    }
}
