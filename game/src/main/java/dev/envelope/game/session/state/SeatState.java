package dev.envelope.game.session.state;

import dev.envelope.game.forms.SeatForms;
import dev.envelope.game.message.Message;
import dev.envelope.game.pay.Earnings;
import dev.envelope.game.pay.PaidRounds;
import dev.envelope.game.plan.seating.StandIn;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.event.HandOver;
import java.util.Optional;

/**
 * One seat at a moment.
 *
 * @param owner who has it
 * @param place its part in the current round; empty when it sits the round out
 * @param standing its message that stands in the current round
 * @param messages how many messages it has sent in the current round
 * @param played its part in the last settled round it played
 * @param receipts how many receipts it got
 * @param requests its accepted requests
 * @param presence who acts for it, and whether rounds wait for it
 * @param forms what its owner has filled out
 */
public record SeatState(
        Owner owner,
        Optional<Place> place,
        Optional<Message> standing,
        int messages,
        Optional<Played> played,
        int receipts,
        RequestMemory requests,
        Presence presence,
        SeatForms forms) {

    /** A seat that nobody has: one that is still to be taken. */
    static final SeatState FREE = of(new Owner("", false), Presence.OWN.handedOver(StandIn.NONE, HandOver.VACATED));

    /**
     * Who has a seat.
     *
     * @param keyHash SHA-256 of its key in lower-case hexadecimal; empty where nobody ever took the seat
     * @param person whether a person decides
     */
    public record Owner(String keyHash, boolean person) {}

    /**
     * A seat's part in a round.
     *
     * @param market the market's index
     * @param agent the seat's index in the market
     * @param valueTicks its private value
     */
    public record Place(int market, int agent, long valueTicks) {}

    /**
     * A seat's part in a settled round.
     *
     * @param round the round
     * @param place its part in it
     * @param earnings what it has earned in all rounds up to and including this one
     */
    public record Played(SettledRound round, Place place, Earnings earnings) {

        long totalTicks() {
            return earnings.totalTicks();
        }

        Event.SettledMarket market() {
            return round.settled().markets().get(place.market());
        }

        Event.DealtMarket dealt() {
            return round.dealt().markets().get(place.market());
        }

        public Event.SettledSeat end() {
            return market().seats().get(place.agent());
        }
    }

    static SeatState taken(Event.SeatTaken event) {
        return of(new Owner(event.keyHash(), event.person()), Presence.OWN);
    }

    /** A seat that {@code standIn} has from the start. */
    static SeatState filled(StandIn standIn) {
        return of(new Owner("", false), Presence.OWN.handedOver(standIn, HandOver.FILLED));
    }

    private static SeatState of(Owner owner, Presence presence) {
        return new SeatState(
                owner,
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                0,
                RequestMemory.EMPTY,
                presence,
                SeatForms.BLANK);
    }

    /** The seat in the hands of {@code standIn}, which begins with nothing and goes on in the round: nobody's till then. */
    SeatState filledBy(StandIn standIn) {
        SeatState filled = filled(standIn);
        return new SeatState(
                filled.owner,
                place,
                Optional.empty(),
                0,
                Optional.empty(),
                receipts,
                RequestMemory.EMPTY,
                filled.presence,
                SeatForms.BLANK);
    }

    /** The seat with a new owner, who begins with nothing and goes on in the round. */
    SeatState retaken(Event.SeatTaken event) {
        return new SeatState(
                new Owner(event.keyHash(), event.person()),
                place,
                Optional.empty(),
                0,
                Optional.empty(),
                receipts,
                RequestMemory.EMPTY,
                presence.givenBack().withoutNote(),
                SeatForms.BLANK);
    }

    SeatState with(Presence newPresence) {
        return new SeatState(owner, place, standing, messages, played, receipts, requests, newPresence, forms);
    }

    SeatState with(SeatForms filled) {
        return new SeatState(owner, place, standing, messages, played, receipts, requests, presence, filled);
    }

    /** Whether nobody has it, and nothing acts for it. */
    public boolean isFree() {
        return presence.is(HandOver.VACATED);
    }

    boolean isPlayedByStrategy() {
        return presence.absence().isPresent()
                && presence.absence().get().standIn().isStrategy();
    }

    /** Whether neither its owner nor a strategy acts for it, and the instructor has not said to go on without it. */
    boolean isPlayedByNobody() {
        return presence.absence().isPresent() && !isPlayedByStrategy() && !presence.advanced();
    }

    /** Whether the current round waits for it. */
    boolean isAwaited() {
        return place.isPresent() && standing.isEmpty() && !presence.excuses();
    }

    /** Whether nothing was said for it in the current round, by its owner or by a strategy. */
    boolean isSilent() {
        return place.isPresent() && standing.isEmpty() && presence.reply().isEmpty();
    }

    long totalTicks() {
        return played.isPresent() ? played.get().totalTicks() : 0;
    }

    SeatState dealt(Optional<Place> newPlace) {
        return new SeatState(
                owner, newPlace, Optional.empty(), 0, played, receipts, requests, presence.inNewRound(), forms);
    }

    SeatState sealed(Event.MessageSealed event) {
        return new SeatState(
                owner,
                place,
                Optional.of(event.message()),
                messages + 1,
                played,
                event.receipt(),
                requests.with(event),
                presence,
                forms);
    }

    /** What it has earned; nothing before its first round. */
    Optional<Earnings> earnings() {
        return played.map(Played::earnings);
    }

    /** After {@code round}, in which {@code lots} decide whether it is paid; who has left for good earns nothing any more. */
    SeatState settled(SettledRound round, PaidRounds rule, long[] lots) {
        return place.isPresent() ? settled(round, place.get(), earnings().orElse(Earnings.none(rule)), lots) : this;
    }

    private SeatState settled(SettledRound round, Place at, Earnings before, long[] lots) {
        Event.SettledSeat end =
                round.settled().markets().get(at.market()).seats().get(at.agent());
        long worth = round.dealt().markets().get(at.market()).worthTicks(at.agent());
        long payoff = end.units() * worth - end.paymentTicks();
        Earnings earned = round.practice() || presence.isNobodys()
                ? before
                : before.plus(round.round(), lots[end.seat()], payoff);
        Played now = new Played(round, at, earned);
        Presence after = presence.afterRound(standing.isEmpty());
        return new SeatState(owner, place, standing, messages, Optional.of(now), receipts, requests, after, forms);
    }
}
