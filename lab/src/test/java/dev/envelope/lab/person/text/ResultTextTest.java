package dev.envelope.lab.person.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.message.Report;
import dev.envelope.game.plan.Ticks;
import dev.envelope.game.view.RoundResult;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who pays and who is paid, also where that does not go with who wins. */
class ResultTextTest {

    private static final Ticks TICKS = new Ticks(new BigDecimal("0.01"), 0, 10_000);

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            1; 4000; You get the object, worth 90.00 to you, and pay 40.00. Payoff 50.00
            1; -4000; You get the object, worth 90.00 to you, and receive 40.00. Payoff 130.00
            -1; -9500; You sell the object, which cost you 90.00, and receive 95.00. Payoff 5.00
            -1; 500; You sell the object, which cost you 90.00, and pay 5.00. Payoff -95.00
            0; 0; Nothing changes hands for you. Payoff 0.00
            0; 300; You get nothing and pay 3.00. Payoff -3.00
            0; -300; No object changes hands for you; you receive 3.00. Payoff 3.00
            """)
    void moneyGoesTheWayItIsSaidToGo(int units, long payment, String said) {
        RoundResult result = new RoundResult(
                1,
                Optional.of(Report.of(9_000)),
                false,
                9_000,
                units,
                payment,
                units * 9_000L - payment,
                0,
                OptionalLong.empty(),
                OptionalInt.empty(),
                List.of(),
                Optional.empty());

        assertThat(new ResultText(Catalogue.of(Catalogue.Language.EN)).of(result, TICKS))
                .anyMatch(line -> line.startsWith(said));
    }
}
