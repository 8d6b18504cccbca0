package dev.envelope.lab.person.text;

import dev.envelope.game.pay.Bankruptcy;
import dev.envelope.game.pay.PaidRounds;
import dev.envelope.game.plan.Pay;
import dev.envelope.game.rules.PayRules;
import dev.envelope.game.view.PayView;
import dev.envelope.game.view.RoundResult;
import dev.envelope.game.view.Snapshot;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a seat is paid, in words. */
public final class PayText {
    private final Catalogue words;

    public PayText(Catalogue words) {
        this.words = words;
    }

    /** At the end: which rounds are paid and what they come to; nothing where points are just points. */
    public List<String> of(PayView pay, Money money) {
        Pay terms = pay.terms();
        List<String> lines = new ArrayList<>();
        pay.paid().ifPresent(paid -> {
            if (terms.paid().kind() != PaidRounds.Kind.ALL) {
                lines.add(PayRules.paidRounds(terms, paid.rounds(), words.language()));
                lines.add(words.text("paid.points", money.points(paid.ticks())));
            }
            if (!terms.currency().isEmpty()) {
                lines.add(words.text("paid.money", paid.money().toPlainString(), terms.currency()));
            } else if (isMoreThanPoints(terms)) {
                lines.add(words.text("paid.amount", paid.money().toPlainString()));
            }
        });
        return lines;
    }

    /** Whether what is paid is not just the points: something is added, or they are exchanged. */
    private static boolean isMoreThanPoints(Pay terms) {
        return terms.pointsPerUnit().compareTo(BigDecimal.ONE) != 0
                || terms.showUpFee().signum() != 0
                || terms.endowment().signum() != 0;
    }

    /** After {@code result}: that the seat has lost too much to go on, where the plan says so. */
    public Optional<String> afterRound(Snapshot snapshot, RoundResult result, BigDecimal tick) {
        Pay terms = snapshot.pay().terms();
        return terms.bankruptcy() == Bankruptcy.CONTINUE || terms.isSolvent(result.totalTicks(), tick)
                ? Optional.empty()
                : Optional.of(words.text(terms.bankruptcy() == Bankruptcy.STOP ? "bankrupt.stop" : "bankrupt.sit_out"));
    }
}
