package dev.envelope.lab.person;

import dev.envelope.game.message.Amount;
import dev.envelope.game.message.Message;
import dev.envelope.game.message.MessageKind;
import dev.envelope.game.message.Report;
import dev.envelope.game.plan.Ticks;
import dev.envelope.game.plan.Treatment;
import dev.envelope.lab.person.text.Catalogue;
import dev.envelope.lab.person.text.Money;
import java.math.BigDecimal;
import java.util.OptionalLong;

/**
 * A typed amount as a message of the round, or what is wrong with it; the server has the last word.
 *
 * @param message the message; null when there is a complaint
 * @param complaint what is wrong, in words; empty when there is a message
 */
record OfferCheck(@org.jspecify.annotations.Nullable Message message, String complaint) {

    /** Checks {@code points} against the grid and the bounds of {@code treatment}. */
    static OfferCheck of(BigDecimal points, Treatment treatment, Catalogue words) {
        Ticks ticks = treatment.ticks();
        Money money = new Money(ticks, words);
        OptionalLong amount = ticks.exactTicks(points);
        if (amount.isEmpty()) {
            return wrong(words.text("off.tick", points.toPlainString(), money.tick()));
        }
        if (!ticks.admits(amount.getAsLong())) {
            return wrong(words.text(
                    "out.of.range",
                    points.toPlainString(),
                    money.points(ticks.minimum()),
                    money.points(ticks.maximum())));
        }
        MessageKind kind = treatment.mechanism().type().messageKind();
        return switch (kind) {
            case AMOUNT -> new OfferCheck(new Amount(amount.getAsLong()), "");
            case REPORT -> new OfferCheck(Report.of(amount.getAsLong()), "");
            case ABSTAIN, DEMAND_SCHEDULE, PACKAGE_BIDS, RESPONSE -> wrong(words.text("ask.other"));
        };
    }

    private static OfferCheck wrong(String complaint) {
        return new OfferCheck(null, complaint);
    }
}
