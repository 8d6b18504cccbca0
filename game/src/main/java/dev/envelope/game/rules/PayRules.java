package dev.envelope.game.rules;

import dev.envelope.game.pay.Bankruptcy;
import dev.envelope.game.pay.PaidRounds;
import dev.envelope.game.plan.Pay;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What participants are told of their pay: which rounds are paid, what points are worth, and what becomes of losses. */
public final class PayRules {

    private PayRules() {}

    /** The terms in sentences; none where points are just points. */
    public static List<String> sentences(Pay pay, Language language) {
        List<String> sentences = new ArrayList<>();
        PaidRounds paid = pay.paid();
        if (paid.kind() == PaidRounds.Kind.RANDOM) {
            sentences.add(Rules.text(language, "pay.random" + one(paid), paid.count()));
        } else if (paid.kind() == PaidRounds.Kind.LAST) {
            sentences.add(Rules.text(language, "pay.last" + one(paid), paid.count()));
        }
        if (pay.endowment().signum() != 0) {
            sentences.add(Rules.text(language, "pay.endowment", plain(pay.endowment())));
        }
        if (!pay.currency().isEmpty()) {
            sentences.add(Rules.text(language, "pay.rate", plain(pay.pointsPerUnit()), pay.currency()));
            if (pay.showUpFee().signum() > 0) {
                sentences.add(Rules.text(language, "pay.show_up_fee", plain(pay.showUpFee()), pay.currency()));
            }
        }
        if (pay.limitedLiability()) {
            sentences.add(Rules.text(language, "pay.limited_liability"));
        }
        if (pay.bankruptcy() != Bankruptcy.CONTINUE) {
            sentences.add(Rules.text(language, pay.bankruptcy() == Bankruptcy.STOP ? "pay.stop" : "pay.sit_out"));
        }
        return sentences;
    }

    /** Which of a seat's rounds were paid, in words; of all of them, that they were. */
    public static String paidRounds(Pay pay, List<Integer> rounds, Language language) {
        if (pay.paid().kind() == PaidRounds.Kind.ALL) {
            return Rules.text(language, "paid.all");
        }
        String numbers = rounds.stream().map(round -> Integer.toString(round)).collect(Collectors.joining(", "));
        return rounds.isEmpty() ? Rules.text(language, "paid.none") : Rules.text(language, "paid.rounds", numbers);
    }

    private static String one(PaidRounds paid) {
        return paid.count() == 1 ? ".one" : "";
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
