package dev.envelope.game.session;

import dev.envelope.game.draw.SessionSeed;
import dev.envelope.game.plan.Plan;

/** The rules of a session: commands are decided into events. Pure: time is in the command, chance in the seed. */
@SuppressWarnings("DoNotCallSuggester")
public final class SessionCore {

    /** The version of these rules, recorded with every session. */
    public static final String RULES_VERSION = "1";

    private SessionCore() {}

    /**
     * The first event of a new session. {@link SessionState#opened} makes a state of it.
     *
     * @param reproducible whether the seed was given, so that whoever gave it could know every draw
     * @throws IllegalArgumentException when these rules cannot play the plan
     */
    public static Event.SessionOpened open(
            long atMillis, Plan plan, String joinCode, SessionSeed seed, boolean reproducible) {
        return new Event.SessionOpened(atMillis, RULES_VERSION, joinCode, plan, seed.commitment(), reproducible);
    }

    /** What {@code command} leads to in {@code state}. */
    public static Decision decide(SessionState state, Command command) {
        throw new UnsupportedOperationException(state.phase() + " " + command);
    }
}
