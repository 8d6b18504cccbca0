package dev.envelope.game.headless;

import dev.envelope.game.draw.SessionSeed;
import dev.envelope.game.message.Message;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.seating.Seats;
import dev.envelope.game.session.Decision;
import dev.envelope.game.session.SessionCore;
import dev.envelope.game.session.command.Answer;
import dev.envelope.game.session.command.Command;
import dev.envelope.game.session.command.Refusal;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.state.SessionState;
import dev.envelope.game.session.state.SettledRound;
import dev.envelope.game.strategy.Strategy;
import dev.envelope.game.strategy.StrategyRandom;
import dev.envelope.game.view.Phase;
import dev.envelope.game.view.RoundResult;
import dev.envelope.game.view.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A session of programs without sockets or clock: the same core, driven as fast as it goes. Time is virtual and stands
 * still unless a round waits for its deadline.
 */
public final class HeadlessSession {

    private final long strategySeed;
    private final Consumer<SettledRound> listener;
    private final boolean keepsEvents;
    private final List<Event> events = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<Strategy> strategies = new ArrayList<>();
    private SessionState state;
    private long now;

    private HeadlessSession(
            SessionState state, long strategySeed, Consumer<SettledRound> listener, boolean keepsEvents) {
        this.state = state;
        this.strategySeed = strategySeed;
        this.listener = listener;
        this.keepsEvents = keepsEvents;
    }

    /**
     * Plays {@code plan} to its end.
     *
     * @param strategies the strategy of every seat from 0 to the number wanted
     * @param strategySeed what the strategies' randomness comes from, see {@link StrategyRandom}
     * @param listener is told of every round when it is settled
     * @throws IllegalArgumentException when the plan cannot be played
     */
    public static HeadlessRun play(
            Plan plan,
            SessionSeed seed,
            IntFunction<Strategy> strategies,
            long strategySeed,
            Consumer<SettledRound> listener) {
        return play(plan, seed, strategies, strategySeed, listener, false);
    }

    /** Like {@link #play}, and keeps all events. */
    public static HeadlessRun record(Plan plan, SessionSeed seed, IntFunction<Strategy> strategies, long strategySeed) {
        return play(plan, seed, strategies, strategySeed, round -> {}, true);
    }

    private static HeadlessRun play(
            Plan plan,
            SessionSeed seed,
            IntFunction<Strategy> strategies,
            long strategySeed,
            Consumer<SettledRound> listener,
            boolean keepsEvents) {
        Event.SessionOpened opening = SessionCore.open(0, plan, "HEADLESS", seed, true);
        HeadlessSession session =
                new HeadlessSession(SessionState.opened(opening, seed), strategySeed, listener, keepsEvents);
        session.keep(List.of(opening));
        session.takeSeats(plan.seats().wanted(), strategies);
        while (session.state.phase() != Phase.FINISHED) {
            session.playRound();
        }
        return new HeadlessRun(session.state, session.events, session.refusals);
    }

    /** Seats that the session fills itself, so that markets come out even, get strategies like the others. */
    private void takeSeats(int seats, IntFunction<Strategy> strategyOf) {
        List<String> keys = IntStream.range(0, seats)
                .mapToObj(seat -> String.format("%064x", seat))
                .toList();
        if (state.plan().seats().entry() == Seats.Entry.LINKS) {
            carryOut(new Command.Invite(now, keys));
        }
        keys.forEach(key -> carryOut(new Command.TakeSeat(now, key, false)));
        if (state.phase() == Phase.LOBBY) {
            carryOut(new Command.Start(now));
        }
        for (int seat = 0; seat < state.seatNumbers(); seat++) {
            strategies.add(strategyOf.apply(seat));
        }
    }

    private void playRound() {
        SessionState open = state;
        for (int seat = 0; seat < strategies.size(); seat++) {
            Optional<View> view = open.view(seat, now);
            if (view.isPresent() && open.standIn(seat).isPresent()) {
                carryOut(new Command.Reply(now, seat, open.round(), Optional.of(message(view.get()))));
            } else if (view.isPresent()) {
                submit(seat, open.round(), message(view.get()));
            }
        }
        if (state.phase() == Phase.OPEN && state.round() == open.round()) {
            OptionalLong deadline = state.wakeAt();
            now = deadline.orElse(now);
            carryOut(deadline.isPresent() ? new Command.Tick(now) : new Command.CloseRound(now));
        }
    }

    private Message message(View view) {
        return strategies
                .get(view.seat())
                .decide(view, StrategyRandom.forSeat(strategySeed, view.seat(), view.round()));
    }

    private void submit(int seat, int round, Message message) {
        Answer answer = carryOut(new Command.Submit(now, seat, round, round, message));
        if (answer instanceof Answer.Refused refused) {
            refusals.add(refused.refusal());
        }
    }

    private Answer carryOut(Command command) {
        Decision decision = SessionCore.decide(state, command);
        state = decision.state();
        keep(decision.events());
        for (Event event : decision.events()) {
            if (event instanceof Event.RoundSettled) {
                state.settled().ifPresent(this::tell);
            }
        }
        return decision.answer();
    }

    private void keep(List<Event> more) {
        if (keepsEvents) {
            events.addAll(more);
        }
    }

    private void tell(SettledRound round) {
        for (int seat = 0; seat < strategies.size(); seat++) {
            Optional<RoundResult> result = state.result(seat);
            if (result.isPresent() && result.get().round() == round.round()) {
                strategies.get(seat).learn(result.get());
            }
        }
        listener.accept(round);
    }
}
