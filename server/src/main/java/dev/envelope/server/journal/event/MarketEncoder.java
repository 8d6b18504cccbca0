package dev.envelope.server.journal.event;

import dev.envelope.game.session.event.Event;
import dev.envelope.proto.v1.RoundDealtEvent;
import dev.envelope.proto.v1.RoundSettledEvent;
import dev.envelope.server.wire.message.MessageCodec;

/** Markets of a round, as they were dealt and as they ended, to their parts of a journal record. */
final class MarketEncoder {

    private MarketEncoder() {}

    static RoundDealtEvent.Market encode(Event.DealtMarket market) {
        RoundDealtEvent.Market.Builder builder = RoundDealtEvent.Market.newBuilder();
        market.seats().forEach(seat -> builder.addSeats(seat.seat()).addValueTicks(seat.valueTicks()));
        market.commonTicks().ifPresent(builder::setCommonTicks);
        return builder.build();
    }

    static RoundSettledEvent.MarketOutcome encode(Event.SettledMarket market) {
        RoundSettledEvent.MarketOutcome.Builder builder = RoundSettledEvent.MarketOutcome.newBuilder();
        market.seats().forEach(seat -> builder.addSeats(seat(seat)));
        market.priceTicks().ifPresent(builder::setPriceTicks);
        market.voided().ifPresent(builder::setVoided);
        return builder.build();
    }

    private static RoundSettledEvent.SeatOutcome seat(Event.SettledSeat seat) {
        RoundSettledEvent.SeatOutcome.Builder builder = RoundSettledEvent.SeatOutcome.newBuilder()
                .setSeat(seat.seat())
                .setUnits(seat.units())
                .setPaymentTicks(seat.paymentTicks())
                .setByDefault(seat.byDefault());
        seat.counted().ifPresent(message -> builder.setCounted(MessageCodec.encode(message)));
        return builder.build();
    }
}
