package dev.envelope.lab.replay;

import dev.envelope.game.draw.SessionSeed;
import dev.envelope.game.outcome.Outcome;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.replay.RecordedMessages;
import dev.envelope.game.replay.RoundsUnder;
import dev.envelope.game.session.command.Refusal;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.state.SettledRound;
import dev.envelope.game.strategy.Strategy;
import dev.envelope.lab.verification.RecordedRounds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The rounds of a finished session under another plan: the same groups with the same values, market by market, so that what differs is
 * the rules' doing. Practice rounds are left out.
 */
public final class Replay {

    private final RoundsUnder rounds;
    private final Map<String, ReplayedTreatment> treatments = new LinkedHashMap<>();

    private Replay(RoundsUnder rounds) {
        this.rounds = rounds;
    }

    /**
     * Plays the rounds of {@code events}, a finished session's, under {@code plan}.
     *
     * @param plan a plan with the same draws, see {@link dev.envelope.game.replay.PlanUnder}
     * @param strategies makes a strategy for each seat
     * @param strategySeed the seed of the strategies' randomness
     */
    public static Replay of(List<Event> events, Plan plan, Supplier<Strategy> strategies, long strategySeed) {
        Replay replay = new Replay(new RoundsUnder(plan, seed(events), strategies, strategySeed));
        Plan played = ((Event.SessionOpened) events.get(0)).plan();
        events.forEach(new RecordedRounds(played, replay::play));
        return replay;
    }

    /** What counted for the seats in {@code events}, as a strategy that all of them share. */
    public static Supplier<Strategy> recordedMessages(List<Event> events) {
        RecordedMessages messages = new RecordedMessages();
        events.forEach(messages::add);
        return () -> messages;
    }

    private static SessionSeed seed(List<Event> events) {
        if (events.get(events.size() - 1) instanceof Event.SessionFinished finished) {
            return SessionSeed.parse(finished.seed(), finished.nonce());
        }
        throw new IllegalArgumentException("events: without the session's end (expected: those of a finished session)");
    }

    private void play(SettledRound before) {
        SettledRound after = rounds.play(before);
        if (before.practice()) {
            return;
        }
        Map<Treatment, List<Outcome>> ofGame = before.outcomes().stream()
                .collect(Collectors.groupingBy(
                        outcome -> before.treatment(outcome.market()), LinkedHashMap::new, Collectors.toList()));
        ofGame.forEach((game, outcomes) -> compare(game, outcomes, after));
    }

    private void compare(Treatment game, List<Outcome> recordedAs, SettledRound replayed) {
        Treatment other = replayed.treatment(recordedAs.get(0).market());
        List<Outcome> all = replayed.outcomes();
        treatments
                .computeIfAbsent(game.id(), id -> new ReplayedTreatment(game, other))
                .add(
                        recordedAs,
                        recordedAs.stream().map(one -> all.get(one.market())).toList());
    }

    /** What came of each treatment, in the order of play. */
    public List<ReplayedTreatment> treatments() {
        return List.copyOf(treatments.values());
    }

    /** What the other rules refused of the strategies' messages; each time the seat counted as missing. */
    public List<Refusal> refusals() {
        return rounds.refusals();
    }
}
