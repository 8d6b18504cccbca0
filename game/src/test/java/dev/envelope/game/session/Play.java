package dev.envelope.game.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.draw.SessionSeed;
import dev.envelope.game.message.Amount;
import dev.envelope.game.message.Message;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.session.command.Answer;
import dev.envelope.game.session.command.Command;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.state.SessionState;
import java.util.ArrayList;
import java.util.List;

/** A session under test: virtual time, all events, and a check of every decision against the fold. */
public final class Play {

    final SessionSeed seed;
    final List<Event> events = new ArrayList<>();
    SessionState state;
    long now;
    private long requests;

    Play(Plan plan) {
        this(plan, SessionSeed.of(7), 1_000);
    }

    Play(Plan plan, SessionSeed seed, long now) {
        this.seed = seed;
        this.now = now;
        Event.SessionOpened opening = SessionCore.open(now, plan, "CODE", seed, false);
        events.add(opening);
        state = SessionState.opened(opening, seed);
    }

    static String key(int number) {
        return String.format("%064x", number);
    }

    Decision decide(Command command) {
        Decision decision = SessionCore.decide(state, command);
        events.addAll(decision.events());
        state = decision.state();
        return decision;
    }

    Answer send(Command command) {
        return decide(command).answer();
    }

    /** Seats persons, or programs, with the keys {@code from} on. */
    Play seat(int from, int count, boolean person) {
        for (int i = from; i < from + count; i++) {
            assertThat(send(new Command.TakeSeat(now, key(i), person))).isInstanceOf(Answer.Seated.class);
        }
        return this;
    }

    Play programs(int count) {
        return seat(0, count, false);
    }

    Play persons(int count) {
        return seat(0, count, true);
    }

    Answer bid(int seat, long ticks) {
        return say(seat, new Amount(ticks));
    }

    Answer say(int seat, Message message) {
        return send(new Command.Submit(now, seat, ++requests, state.round(), message));
    }

    Decision tickAt(long time) {
        now = time;
        return decide(new Command.Tick(now));
    }

    RefusalCode refusal(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Refused.class);
        return ((Answer.Refused) answer).refusal().code();
    }

    /** The fold of all events so far. */
    SessionState replayed() {
        SessionState replayed = SessionState.opened((Event.SessionOpened) events.get(0), seed);
        for (Event event : events.subList(1, events.size())) {
            replayed = replayed.evolve(event);
        }
        return replayed;
    }

    <E extends Event> List<E> all(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    <E extends Event> E last(Class<E> type) {
        List<E> all = all(type);
        return all.get(all.size() - 1);
    }
}
