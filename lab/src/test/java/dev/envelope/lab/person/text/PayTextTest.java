package dev.envelope.lab.person.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.pay.Bankruptcy;
import dev.envelope.game.pay.PaidRounds;
import dev.envelope.game.plan.Pay;
import dev.envelope.game.plan.Ticks;
import dev.envelope.game.rules.Language;
import dev.envelope.game.rules.PayRules;
import dev.envelope.game.view.PayView;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PayTextTest {

    private static final Pay TERMS = new Pay(
            new BigDecimal("20"),
            "EUR",
            new BigDecimal("5"),
            new BigDecimal("100"),
            new PaidRounds(PaidRounds.Kind.RANDOM, 3),
            Bankruptcy.SIT_OUT,
            true);

    @Test
    void theTermsAreToldInBothLanguages() {
        assertThat(PayRules.sentences(TERMS, Language.ENGLISH))
                .containsExactly(
                        "At the end 3 of the rounds that you have played are drawn for you by lot, and only these are paid;"
                                + " practice is never among them.",
                        "You begin with 100 points, which are yours beside what you earn.",
                        "20 points are worth 1 EUR.",
                        "You get 5 EUR for coming.",
                        "If you end with less than 0 points, nothing is taken from you.",
                        "Whoever has lost more than the points to begin with takes part in no more rounds.");
        assertThat(PayRules.sentences(TERMS, Language.CHINESE))
                .hasSize(6)
                .first()
                .asString()
                .contains("抽签选出 3 轮");
        assertThat(PayRules.sentences(Pay.NONE, Language.ENGLISH)).isEmpty();
    }

    @Test
    void whatIsPaidIsToldAtTheEnd() {
        PayView view =
                new PayView(TERMS, Optional.of(new PayView.Paid(List.of(2, 5, 9), 1_250, new BigDecimal("10.63"))));
        Catalogue words = Catalogue.of(Catalogue.Language.EN);
        Money money = new Money(new Ticks(new BigDecimal("0.01"), 0, 10_000), words);

        assertThat(new PayText(words).of(view, money))
                .containsExactly(
                        "These of your rounds are paid: 2, 5, 9.",
                        "They come to 12.50 points.",
                        "You are paid 10.63 EUR.");
        assertThat(new PayText(words).of(PayView.NONE, money)).isEmpty();
        assertThat(new PayText(words).of(paid(BigDecimal.ONE), money)).isEmpty();
        assertThat(new PayText(words).of(paid(BigDecimal.TEN), money)).containsExactly("You are paid 1.25.");
    }

    /** What 12.50 points come to at {@code pointsPerUnit}, in a currency without a name. */
    private static PayView paid(BigDecimal pointsPerUnit) {
        Pay terms = new Pay(
                pointsPerUnit, "", BigDecimal.ZERO, BigDecimal.ZERO, PaidRounds.ALL, Bankruptcy.CONTINUE, false);
        return new PayView(terms, Optional.of(new PayView.Paid(List.of(), 1_250, new BigDecimal("1.25"))));
    }
}
