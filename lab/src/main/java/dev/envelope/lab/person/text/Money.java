package dev.envelope.lab.person.text;

import dev.envelope.game.message.Amount;
import dev.envelope.game.message.Message;
import dev.envelope.game.message.Report;
import dev.envelope.game.plan.Ticks;
import java.math.BigDecimal;
import java.util.stream.Collectors;

/** How amounts of a treatment are written. */
public final class Money {
    private final Ticks ticks;
    private final Catalogue words;

    public Money(Ticks ticks, Catalogue words) {
        this.ticks = ticks;
        this.words = words;
    }

    /** {@code amount} ticks in points, with as many decimals as the tick has. */
    public String points(long amount) {
        return ticks.exactPoints(amount)
                .setScale(StrictMath.max(0, ticks.size().scale()))
                .toPlainString();
    }

    /** {@code amount} points as they are, without needless zeros. */
    public static String plain(double amount) {
        return BigDecimal.valueOf(amount).stripTrailingZeros().toPlainString();
    }

    /** The tick in points. */
    public String tick() {
        return ticks.size().toPlainString();
    }

    /** A message in the words a person would type. */
    public String of(Message message) {
        if (message instanceof Amount amount) {
            return points(amount.ticks());
        }
        if (message instanceof Report report) {
            return report.ticks().stream().map(this::points).collect(Collectors.joining(" "));
        }
        return words.text("message.pass");
    }
}
