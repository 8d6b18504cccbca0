package dev.envelope.server.export;

import dev.envelope.game.pay.Earnings;
import dev.envelope.game.pay.PaidRounds;
import dev.envelope.game.pay.PayLots;
import dev.envelope.game.session.event.Event;
import dev.envelope.server.export.table.ExportedRound;
import dev.envelope.server.export.table.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What every seat of a finished session has earned, from its events. For one pass. */
final class EarningsPass {

    private final Facts facts;
    private final RoundAssembly rounds;
    private final PayLots lots;
    private final List<Earnings> earnings = new ArrayList<>();

    /** The earnings in the finished session with these {@code facts}. */
    EarningsPass(Facts facts) {
        this.facts = facts;
        PaidRounds rule = facts.plan().pay().paid();
        rounds = new RoundAssembly(facts);
        lots = PayLots.of(rule, facts.seed().orElseThrow());
        for (int seat = 0; seat < facts.seats(); seat++) {
            earnings.add(Earnings.none(rule));
        }
    }

    /** Takes the next event. */
    void next(Event event) {
        if (event instanceof Event.SeatTaken taken) {
            earnings.set(taken.seat(), Earnings.none(lots.rule())); // a bot's seat: its taker begins with nothing
        } else if (event instanceof Event.SeatFilled filled) {
            earnings.set(filled.seat(), Earnings.none(lots.rule())); // and so does a bot that has it again
        }
        rounds.next(event).filter(round -> !round.settled().practice()).ifPresent(this::add);
    }

    private void add(ExportedRound round) {
        int number = round.settled().round();
        long[] ofRound = lots.of(number, earnings.size());
        for (int seat = 0; seat < earnings.size(); seat++) {
            Optional<ExportedRound.Part> part = round.seats().get(seat).part();
            if (part.isPresent() && facts.seatIn(seat, number).isPresent()) {
                Earnings before = earnings.get(seat);
                earnings.set(seat, before.plus(number, ofRound[seat], part.get().payoffTicks()));
            }
        }
    }

    /** What they have earned, by seat. */
    List<Earnings> earnings() {
        return List.copyOf(earnings);
    }
}
