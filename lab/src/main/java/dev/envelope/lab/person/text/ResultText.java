package dev.envelope.lab.person.text;

import dev.envelope.game.plan.Ticks;
import dev.envelope.game.view.RoundResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A settled round in words, as much of it as the treatment reveals. */
public final class ResultText {
    private final Catalogue words;

    public ResultText(Catalogue words) {
        this.words = words;
    }

    public List<String> of(RoundResult result, Ticks ticks) {
        Money money = new Money(ticks, words);
        List<String> lines = new ArrayList<>();
        result.voided().ifPresent(reason -> lines.add(words.text("result.voided", reason)));
        if (result.byDefault()) {
            result.played().ifPresent(counted -> lines.add(words.text("result.default", money.of(counted))));
        }
        lines.add(words.text(
                key(result),
                money.points(result.worthTicks()),
                money.points(StrictMath.abs(result.paymentTicks())),
                money.points(result.payoffTicks()),
                money.points(result.totalTicks())));
        result.commonTicks().ifPresent(common -> lines.add(words.text("result.common", money.points(common))));
        result.priceTicks().ifPresent(price -> lines.add(words.text("result.price", money.points(price))));
        result.rank().ifPresent(rank -> lines.add(words.text("result.rank", rank)));
        if (!result.revealed().isEmpty()) {
            String all = result.revealed().stream().map(money::of).collect(Collectors.joining(", "));
            lines.add(words.text("result.revealed", all));
        }
        return lines;
    }

    /** Where payments do not depend on who wins, a winner may be paid, a seller may pay, and others may do either. */
    private static String key(RoundResult result) {
        if (result.units() > 0) {
            return result.paymentTicks() < 0 ? "result.won.received" : "result.won";
        }
        if (result.units() < 0) {
            return result.paymentTicks() > 0 ? "result.sold.paid" : "result.sold";
        }
        return result.paymentTicks() == 0
                ? "result.nothing"
                : result.paymentTicks() < 0 ? "result.received" : "result.paid";
    }
}
