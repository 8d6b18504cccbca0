package dev.envelope.lab.plot.audit;

import dev.envelope.game.asked.AskedGame;
import dev.envelope.lab.game.AuditedGame;
import dev.envelope.lab.plot.Picture;
import dev.envelope.lab.plot.Sheet;
import dev.envelope.lab.plot.game.PlottedGame;
import dev.envelope.lab.plot.game.PlottedGame.Role;
import dev.envelope.theory.audit.AuditSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** The pictures of an audited game: per role what its types get and could get, and what one type gets by each message. */
public final class AuditPlot {

    private AuditPlot() {}

    /** The pictures of {@code audited}. */
    public static Sheet.Section of(AuditedGame audited) {
        AuditSettings settings = AskedGame.of(audited.treatment()).withOutsideOptions(AuditSettings.USUAL);
        List<Picture> pictures = new ArrayList<>();
        for (Role role : roles(audited)) {
            DoubleUnaryOperator stayingAway = type -> settings.outsideOption(role.agent(), type);
            pictures.add(Regret.picture(role, audited.report().agents().get(role.agent()), stayingAway));
            pictures.add(Misreports.picture(role, audited, stayingAway));
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
