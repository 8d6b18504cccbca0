package dev.envelope.game.session.state;

import dev.envelope.game.message.Amount;
import dev.envelope.game.message.Message;
import dev.envelope.game.message.Report;
import dev.envelope.game.plan.Reveal;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.view.RoundResult;
import dev.envelope.theory.mechanism.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What a seat learns of a settled round: its own part, and what the treatment reveals of the others'. */
final class Results {

    private static final Comparator<Message> HIGHEST_FIRST =
            Comparator.comparing(Results::amount, Comparator.comparingLong(a -> -a.orElse(Long.MIN_VALUE + 1)));

    private Results() {}

    static RoundResult of(SeatState.Played played) {
        Event.SettledSeat end = played.end();
        Reveal.After after = played.round().treatment().reveal().after();
        long value = played.place().valueTicks();
        long worth = played.dealt().worthTicks(played.place().agent());
        return new RoundResult(
                played.round().round(),
                end.counted(),
                end.byDefault(),
                value,
                end.units(),
                end.paymentTicks(),
                end.units() * worth - end.paymentTicks(),
                played.totalTicks(),
                after == Reveal.After.NOTHING
                        ? OptionalLong.empty()
                        : played.market().priceTicks(),
                after == Reveal.After.OWN_RANK ? rank(played) : OptionalInt.empty(),
                after == Reveal.After.ALL_MESSAGES ? messages(played.market()) : List.of(),
                played.market().voided(),
                played.dealt().commonTicks());
    }

    /** All messages, in an order that follows from what they say alone. */
    private static List<Message> messages(Event.SettledMarket market) {
        List<Message> messages = new ArrayList<>();
        market.seats().forEach(seat -> seat.counted().ifPresent(messages::add));
        messages.sort(HIGHEST_FIRST);
        return messages;
    }

    /** 1 and how many on its own side of the market are ahead of it: with higher bids, or lower asks. */
    private static OptionalInt rank(SeatState.Played played) {
        Treatment treatment = played.round().treatment(played.place().market());
        Side side = side(treatment, played.place().agent());
        OptionalLong own = amount(played.end());
        if (own.isEmpty()) {
            return OptionalInt.empty();
        }
        int rank = 1;
        List<Event.SettledSeat> seats = played.market().seats();
        for (int agent = 0; agent < seats.size(); agent++) {
            OptionalLong other = amount(seats.get(agent));
            if (other.isPresent() && side(treatment, agent) == side) {
                int compared = Long.compare(other.getAsLong(), own.getAsLong());
                rank += (side == Side.SELLER ? -compared : compared) > 0 ? 1 : 0;
            }
        }
        return OptionalInt.of(rank);
    }

    private static Side side(Treatment treatment, int agent) {
        return treatment.roles().get(treatment.roleOf(agent)).side();
    }

    private static OptionalLong amount(Event.SettledSeat seat) {
        return seat.counted().isPresent() ? amount(seat.counted().get()) : OptionalLong.empty();
    }

    private static OptionalLong amount(Message message) {
        if (message instanceof Amount amount) {
            return OptionalLong.of(amount.ticks());
        }
        return message instanceof Report report ? OptionalLong.of(report.ticks().get(0)) : OptionalLong.empty();
    }
}
