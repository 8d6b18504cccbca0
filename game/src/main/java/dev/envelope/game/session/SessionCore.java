package dev.envelope.game.session;

import dev.envelope.game.draw.SessionSeed;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.session.command.Answer;
import dev.envelope.game.session.command.Command;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.setup.SessionSetup;
import dev.envelope.game.session.state.SessionState;

/** The rules of a session: commands are decided into events. Pure: time is in the command, chance in the seed. */
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
        return open(atMillis, plan, joinCode, seed, reproducible, "");
    }

    /** The same in {@code room}, whose address leads to it; empty for none. */
    public static Event.SessionOpened open(
            long atMillis, Plan plan, String joinCode, SessionSeed seed, boolean reproducible, String room) {
        Event.SessionOpened opening =
                new Event.SessionOpened(atMillis, RULES_VERSION, joinCode, plan, seed.commitment(), reproducible, room);
        SessionSetup.of(opening, seed); // refuses what cannot be played before anything is recorded
        return opening;
    }

    /**
     * What {@code command} leads to in {@code state}: first whatever was due by its time, then what it asks for, then
     * whatever follows at once.
     *
     * <p>A refused command leads to no events of its own. A repeated {@link Command.Submit} among the last 64 accepted ones
     * of its seat gets the receipt it got before.
     */
    public static Decision decide(SessionState state, Command command) {
        Deciding deciding = new Deciding(state, command.atMillis());
        if (!(command instanceof Command.Recovered)) { // what fell due while the server was down has moved on
            deciding.goOn();
        }
        Answer answer = command.accept(new Rules(deciding));
        deciding.goOn();
        return deciding.decision(answer);
    }
}
