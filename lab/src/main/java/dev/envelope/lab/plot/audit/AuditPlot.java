package dev.envelope.lab.plot.audit;

import dev.envelope.lab.game.AuditedGame;
import dev.envelope.lab.plot.Picture;
import dev.envelope.lab.plot.Sheet;
import dev.envelope.lab.plot.game.PlottedGame;
import dev.envelope.lab.plot.game.PlottedGame.Role;
import java.util.ArrayList;
import java.util.List;

/** The pictures of an audited game: per role what its types get and could get, and what one type gets by each message. */
public final class AuditPlot {

    private AuditPlot() {}

    /** The pictures of {@code audited}. */
    public static Sheet.Section of(AuditedGame audited) {
        List<Picture> pictures = new ArrayList<>();
        for (Role role : roles(audited)) {
            pictures.add(Regret.picture(role, audited.report().agents().get(role.agent())));
            pictures.add(Misreports.picture(role, audited));
        }
        String heading = audited.treatment().id() + ": "
                + audited.treatment().mechanism().type().planName() + ", " + audited.strategies() + ", by "
                + audited.report().method();
        return new Sheet.Section(heading, pictures);
    }

    /** The roles to draw; none of a game that is played out, whose types need not be numbers. */
    private static List<Role> roles(AuditedGame audited) {
        return audited.game()
                .map(game -> PlottedGame.roles(audited.treatment(), game))
                .orElseGet(List::of);
    }
}
