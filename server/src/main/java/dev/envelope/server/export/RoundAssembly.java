package dev.envelope.server.export;

import dev.envelope.game.plan.Block;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.session.event.CloseReason;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.state.SettledRound;
import dev.envelope.server.export.table.ExportedRound;
import dev.envelope.server.export.table.ExportedRound.Part;
import dev.envelope.server.export.table.ExportedRound.Place;
import dev.envelope.server.export.table.ExportedRound.SeatRound;
import dev.envelope.server.export.table.ExportedRound.Sent;
import dev.envelope.server.export.table.Facts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Puts settled rounds together from the events of a session, one after another. For one pass. */
final class RoundAssembly {

    private static final Event.RoundDealt NONE = new Event.RoundDealt(0, 0, List.of());

    private final Facts facts;
    private final Plan plan;
    private final long[] totals;
    private final Sent[] sent;
    private final StandIns standIns;
    private Event.RoundDealt dealt = NONE;
    private long openedAt;
    private long closedAt;
    private CloseReason closed = CloseReason.ALL_SEALED;

    /** The rounds of the session with these {@code facts}. */
    RoundAssembly(Facts facts) {
        this.facts = facts;
        plan = facts.plan();
        int seats = facts.seats();
        totals = new long[seats];
        sent = new Sent[seats];
        standIns = new StandIns(plan, seats);
    }

    /** Takes the next event; gives the round that it settles. */
    Optional<ExportedRound> next(Event event) {
        standIns.next(event);
        if (event instanceof Event.RoundDealt cards) {
            dealt = cards;
            Arrays.fill(sent, Sent.NONE);
        } else if (event instanceof Event.RoundOpened) {
            openedAt = event.atMillis();
        } else if (event instanceof Event.MessageSealed sealed) {
            sent[sealed.seat()] = sent[sealed.seat()].plus(sealed.atMillis());
        } else if (event instanceof Event.SeatTaken taken) {
            totals[taken.seat()] = 0; // whoever takes a bot's seat begins with nothing
        } else if (event instanceof Event.SeatFilled filled) {
            totals[filled.seat()] = 0; // and so does a bot that has it again
        } else if (event instanceof Event.RoundClosed end) {
            closedAt = end.atMillis();
            closed = end.reason();
        }
        return event instanceof Event.RoundSettled settled ? Optional.of(round(settled)) : Optional.empty();
    }

    /** The payoffs so far in ticks, by seat, of all rounds of its last owner that are no practice. */
    long[] totals() {
        return totals.clone();
    }

    private ExportedRound round(Event.RoundSettled settled) {
        if (dealt.round() != settled.round()
                || dealt.markets().size() != settled.markets().size()) {
            throw new IllegalArgumentException("round " + settled.round() + " settled (expected: as it was dealt)");
        }
        Place place = place(settled.round());
        Block block = place.of();
        SettledRound round = new SettledRound(place.block() - 1, block.treatment(), block.practice(), dealt, settled);
        return new ExportedRound(round, place, openedAt, closedAt, closed, seats(round));
    }

    private Place place(int round) {
        int first = 1;
        int number = 1;
        for (Block block : plan.blocks()) {
            if (round < first + block.rounds()) {
                return new Place(number, block, round - first + 1);
            }
            first += block.rounds();
            number++;
        }
        throw new IllegalArgumentException("round: " + round + " (expected: from 1 to " + plan.rounds() + ")");
    }

    /** Whether a round is anybody's, and no practice. */
    private boolean counts(int seat, SettledRound round) {
        return !round.practice() && facts.seatIn(seat, round.round()).isPresent();
    }

    private List<SeatRound> seats(SettledRound round) {
        List<Optional<Part>> parts = new ArrayList<>(Collections.nCopies(totals.length, Optional.empty()));
        for (int market = 0; market < round.dealt().markets().size(); market++) {
            List<Event.DealtSeat> group = round.dealt().markets().get(market).seats();
            Treatment game = round.treatment(market);
            Event.SettledMarket end = round.settled().markets().get(market);
            for (int agent = 0; agent < group.size(); agent++) {
                Event.DealtSeat cards = group.get(agent);
                Part part = new Part(
                        market + 1,
                        agent + 1,
                        game.roles().get(game.roleOf(agent)),
                        cards.valueTicks(),
                        end.seats().get(agent),
                        standIns.counted(end.seats().get(agent)),
                        end.priceTicks(),
                        round.dealt().markets().get(market).commonTicks());
                parts.set(cards.seat(), Optional.of(part));
                totals[cards.seat()] += counts(cards.seat(), round) ? part.payoffTicks() : 0;
            }
        }
        List<SeatRound> seats = new ArrayList<>(totals.length);
        for (int seat = 0; seat < totals.length; seat++) {
            seats.add(new SeatRound(parts.get(seat), sent[seat], totals[seat]));
        }
        return seats;
    }
}
