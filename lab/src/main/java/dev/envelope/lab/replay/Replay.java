package dev.envelope.lab.replay;

import dev.envelope.game.draw.SessionSeed;
import dev.envelope.game.headless.HeadlessRun;
import dev.envelope.game.headless.HeadlessSession;
import dev.envelope.game.outcome.Outcome;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.replay.RecordedMessages;
import dev.envelope.game.session.command.Refusal;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.state.SettledRound;
import dev.envelope.game.strategy.Strategy;
import dev.envelope.lab.verification.RecordedRounds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The rounds of a finished session under another plan with the same draws: the same groups with the same values, market by
 * market, so that what differs is the rules' doing. Practice rounds are left out.
 */
public final class Replay {

    private final Plan plan;
    private final Map<Integer, SettledRound> recorded;
    private final Map<String, ReplayedTreatment> treatments = new LinkedHashMap<>();
    private final List<Refusal> refusals = new ArrayList<>();

    private Replay(Plan plan, Map<Integer, SettledRound> recorded) {
        this.plan = plan;
        this.recorded = recorded;
    }

    /**
     * Plays the rounds of {@code events}, a finished session's, under {@code plan}.
     *
     * @param plan a plan with as many seats and the same draws, see {@link dev.envelope.game.replay.PlanUnder}
     * @param strategies makes a strategy for each seat
     * @param strategySeed the seed of the strategies' randomness
     */
    public static Replay of(List<Event> events, Plan plan, Supplier<Strategy> strategies, long strategySeed) {
        List<SettledRound> rounds = new ArrayList<>();
        RecordedRounds reader = new RecordedRounds(((Event.SessionOpened) events.get(0)).plan(), rounds::add);
        events.forEach(reader);
        Map<Integer, SettledRound> recorded =
                rounds.stream().collect(Collectors.toMap(SettledRound::round, round -> round));
        Replay replay = new Replay(plan, recorded);
        HeadlessRun run =
                HeadlessSession.play(plan, seed(events), seat -> strategies.get(), strategySeed, replay::compare);
        replay.refusals.addAll(run.refusals());
        return replay;
    }

    /** What the seats said in {@code events}, as a strategy that all of them share. */
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

    private void compare(SettledRound replayed) {
        SettledRound before = recorded.get(replayed.round());
        if (before == null || before.practice()) {
            return; // the recorded session was ended before this round, or it counted nowhere
        }
        if (!before.dealt().markets().equals(replayed.dealt().markets())) {
            throw new IllegalStateException("round " + replayed.round()
                    + ": other groups or values than recorded (expected: a plan with the same draws)");
        }
        Map<Treatment, List<Outcome>> ofGame = before.outcomes().stream()
                .collect(Collectors.groupingBy(
                        outcome -> before.treatment(outcome.market()), LinkedHashMap::new, Collectors.toList()));
        ofGame.forEach((game, outcomes) -> compare(game, outcomes, replayed));
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

    /** The plan that was played this time. */
    public Plan plan() {
        return plan;
    }

    /** What came of each treatment, in the order of play. */
    public List<ReplayedTreatment> treatments() {
        return List.copyOf(treatments.values());
    }

    /** What the other rules refused of the strategies' messages; each time the seat counted as missing. */
    public List<Refusal> refusals() {
        return List.copyOf(refusals);
    }
}
