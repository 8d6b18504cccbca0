package dev.envelope.server.live;

import dev.envelope.game.plan.seating.StandIn;
import dev.envelope.game.session.command.Command;
import dev.envelope.game.session.command.ControlDetails;
import dev.envelope.server.request.Request;

/** An instructor's requests as commands of the session. */
final class Orders {

    private final long atMillis;

    /** Requests that entered the session's queue at {@code atMillis}. */
    Orders(long atMillis) {
        this.atMillis = atMillis;
    }

    /**
     * The command that {@code control} asks for.
     *
     * @throws IllegalArgumentException when it does not say what it is about
     */
    Command command(Request.Control control) {
        ControlDetails details = control.details();
        return switch (control.action()) {
            case START -> new Command.Start(atMillis);
            case PAUSE -> new Command.Pause(atMillis);
            case RESUME -> new Command.Resume(atMillis);
            case CLOSE_ROUND -> new Command.CloseRound(atMillis);
            case END -> new Command.End(atMillis);
            case EXTEND -> new Command.Extend(atMillis, details.millis());
            case NOTE -> new Command.Tell(atMillis, details.seat(), details.text());
            case ADVANCE -> new Command.Advance(atMillis, seat(control));
            case REPLACE -> new Command.Replace(atMillis, seat(control), new StandIn(details.strategy()));
            case GIVE_BACK -> new Command.GiveBack(atMillis, seat(control));
            case REMOVE -> new Command.Remove(atMillis, seat(control));
            case OPEN_DOOR -> new Command.MoveDoor(atMillis, true);
            case CLOSE_DOOR -> new Command.MoveDoor(atMillis, false);
            case INVITE -> new Command.Invite(atMillis, details.keyHashes());
        };
    }

    private static int seat(Request.Control control) {
        return control.details()
                .seat()
                .orElseThrow(() -> new IllegalArgumentException(
                        "seat: none (expected: one, for " + control.action() + " is about a seat)"));
    }
}
