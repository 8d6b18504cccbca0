package dev.envelope.game.session.state;

import dev.envelope.game.plan.seating.Seats;
import dev.envelope.game.session.setup.PlayedGame;
import dev.envelope.game.view.Phase;
import dev.envelope.game.view.SeatAffairs;
import dev.envelope.game.view.Snapshot;
import dev.envelope.game.view.View;
import java.util.Optional;
import java.util.OptionalInt;

/** What a seat may know: the one place where that is decided for the time before a round is settled. */
final class Views {

    private Views() {}

    static Optional<View> view(SessionState state, int seat, long nowMillis) {
        SeatState own = state.seat(seat);
        if (own.place().isEmpty()) {
            return Optional.empty();
        }
        SeatState.Place place = own.place().get();
        PlayedGame game = state.game(place);
        return Optional.of(new View(
                seat,
                state.round(),
                state.rounds(),
                state.phase(),
                game.treatment(),
                state.role(place),
                place.valueTicks(),
                own.standing(),
                state.remainingMillis(nowMillis),
                own.totalTicks()));
    }

    static SeatAffairs affairs(SessionState state, OptionalInt seat) {
        Optional<Presence.Note> all = state.progress().note();
        if (seat.isEmpty()) {
            return new SeatAffairs(Optional.empty(), all.map(Presence.Note::text), FormViews.status(state, seat));
        }
        Presence presence = state.seat(seat.getAsInt()).presence();
        Optional<Presence.Note> own = presence.note();
        boolean ownIsLater = own.isPresent()
                && (all.isEmpty() || own.get().number() > all.get().number());
        return new SeatAffairs(
                presence.absence().map(absence -> absence.standIn().strategy()),
                (ownIsLater ? own : all).map(Presence.Note::text),
                FormViews.status(state, seat));
    }

    static Snapshot snapshot(SessionState state, OptionalInt seat, long nowMillis) {
        Optional<Integer> own = seat.isPresent() ? Optional.of(seat.getAsInt()) : Optional.empty();
        return new Snapshot(
                state.plan().title(),
                state.phase(),
                state.isPaused(),
                state.seatsTaken(),
                state.plan().seats().wanted(),
                state.plan().seats().start() == Seats.Start.INSTRUCTOR,
                seat.isEmpty() && state.isEndRequested() && state.phase() != Phase.FINISHED,
                state.rounds(),
                state.plan().games(),
                own.flatMap(s -> view(state, s, nowMillis)),
                own.flatMap(state::result),
                own.map(s -> state.seat(s).totalTicks()).orElse(0L),
                own.map(s -> state.seat(s).receipts()).orElse(0),
                state.proof(),
                state.pay(seat),
                affairs(state, seat));
    }
}
