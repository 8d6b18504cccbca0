package dev.envelope.lab.person;

import dev.envelope.game.message.Amount;
import dev.envelope.game.message.Message;
import dev.envelope.game.message.Report;
import dev.envelope.game.plan.Ticks;
import java.math.BigDecimal;
import java.util.stream.Collectors;

/** How amounts of a treatment are written. */
final class Money {
    private final Ticks ticks;
    private final Catalogue words;

    Money(Ticks ticks, Catalogue words) {
        this.ticks = ticks;
        this.words = words;
    }

    /** {@code amount} ticks in points, with as many decimals as the tick has. */
    String points(long amount) {
        return ticks.exactPoints(amount)
                .setScale(StrictMath.max(0, ticks.size().scale()))
                .toPlainString();
    }

    /** {@code amount} points as they are, without needless zeros. */
    static String plain(double amount) {
        return BigDecimal.valueOf(amount).stripTrailingZeros().toPlainString();
    }

    /** The tick in points. */
    String tick() {
        return ticks.size().toPlainString();
    }

    /** A message in the words a person would type. */
    String of(Message message) {
        if (message instanceof Amount amount) {
            return points(amount.ticks());
        }
        if (message instanceof Report report) {
            return report.ticks().stream().map(this::points).collect(Collectors.joining(" "));
        }
        return words.text("message.pass");
    }
}
