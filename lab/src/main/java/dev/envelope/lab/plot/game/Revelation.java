package dev.envelope.lab.plot.game;

import dev.envelope.lab.plot.Arrow;
import dev.envelope.lab.plot.Box;
import dev.envelope.lab.plot.Mark;
import dev.envelope.lab.plot.Picture;
import dev.envelope.lab.plot.Point;
import dev.envelope.lab.plot.game.PlottedGame.Role;
import dev.envelope.theory.equilibrium.DirectMechanism;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The revelation principle as a composition, at one profile of types: types → messages → outcome on one way, types → outcome of
 * the direct mechanism on the other (Myerson 1981; Krishna, Proposition 5.1).
 */
final class Revelation {

    private static final int MOST_SHOWN = 4;

    private final PlottedGame plotted;
    private final DirectMechanism direct;

    private Revelation(PlottedGame plotted, DirectMechanism direct) {
        this.plotted = plotted;
        this.direct = direct;
    }

    static List<Picture> of(PlottedGame plotted) {
        return direct(plotted)
                .map(direct -> List.of(new Revelation(plotted, direct).picture()))
                .orElse(List.of());
    }

    private static Optional<DirectMechanism> direct(PlottedGame plotted) {
        if (plotted.mechanism() instanceof DirectMechanism direct) {
            return Optional.of(direct);
        }
        return plotted.mechanism().isDirect()
                ? Optional.empty()
                : plotted.equilibrium()
                        .map(equilibrium -> DirectMechanism.of(
                                plotted.mechanism(), equilibrium, plotted.game().types()));
    }

    private Picture picture() {
        double[] types = types();
        double[] messages = messages(types);
        MarketOutcome outcome = direct.outcome(types, TieOrder.byIndex(types.length));
        List<Mark> marks = new ArrayList<>();
        marks.add(new Box(new Point(0.02, 0.62), new Point(0.4, 0.98), false, told("types", types)));
        marks.add(new Box(new Point(0.6, 0.62), new Point(0.98, 0.98), false, told("messages", messages)));
        marks.add(new Box(new Point(0.46, 0.02), new Point(0.98, 0.38), false, told(outcome)));
        marks.add(new Arrow(new Point(0.4, 0.8), new Point(0.6, 0.8), "β"));
        marks.add(new Arrow(new Point(0.79, 0.62), new Point(0.79, 0.38), "rules"));
        marks.add(new Arrow(new Point(0.21, 0.62), new Point(0.5, 0.38), "rules ∘ β"));
        return Picture.diagram("revelation", "Revelation principle: two ways, one outcome", marks);
    }

    /** The agents' types, from high ranks to low ones. */
    private double[] types() {
        int n = plotted.game().types().size();
        double[] types = new double[n];
        for (int i = 0; i < n; i++) {
            types[i] = plotted.game().types().get(i).quantile((n - i - 0.5) / n);
        }
        return types;
    }

    private double[] messages(double[] types) {
        Equilibrium equilibrium = direct.equilibrium();
        double[] messages = new double[types.length];
        for (int i = 0; i < types.length; i++) {
            messages[i] = equilibrium.message(i, types[i]);
        }
        return messages;
    }

    private List<String> told(String what, double[] numbers) {
        List<String> lines = new ArrayList<>(List.of(what));
        for (int i = 0; i < Math.min(numbers.length, MOST_SHOWN); i++) {
            lines.add(name(i) + ": " + (Double.isNaN(numbers[i]) ? "abstains" : Shown.of(numbers[i])));
        }
        return ended(lines, numbers.length);
    }

    private List<String> told(MarketOutcome outcome) {
        List<String> lines = new ArrayList<>(List.of("outcome"));
        for (int i = 0; i < Math.min(outcome.agents(), MOST_SHOWN); i++) {
            double payment = outcome.payment(i);
            String money = payment < 0 ? "is paid " + Shown.of(-payment) : "pays " + Shown.of(payment);
            lines.add(name(i) + ": " + object(outcome.units(i)) + ", " + money);
        }
        return ended(lines, outcome.agents());
    }

    private static List<String> ended(List<String> lines, int agents) {
        if (agents > MOST_SHOWN) {
            lines.add("and " + (agents - MOST_SHOWN) + " more");
        }
        return lines;
    }

    private static String object(int units) {
        return units > 0 ? "gets it" : units < 0 ? "sells" : "nothing";
    }

    /** The agent's role, with a number where others have it too. */
    private String name(int agent) {
        Role role = plotted.roles().get(0);
        int next = plotted.game().types().size();
        for (int r = plotted.roles().size() - 1; r >= 0; r--) {
            role = plotted.roles().get(r);
            if (role.agent() <= agent) {
                break;
            }
            next = role.agent();
        }
        return next - role.agent() == 1 ? role.name() : role.name() + " " + (agent - role.agent() + 1);
    }
}
