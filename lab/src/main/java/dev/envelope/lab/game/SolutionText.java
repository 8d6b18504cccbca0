package dev.envelope.lab.game;

import dev.envelope.game.asked.Fact;
import dev.envelope.game.plan.roles.CommonValue;
import dev.envelope.game.plan.roles.DistributionSpec;
import dev.envelope.game.plan.roles.RoleSpec;
import dev.envelope.game.plan.roles.StatedValues;
import dev.envelope.game.plan.roles.Support;
import dev.envelope.theory.equilibrium.Certificate;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.Predictions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A solved game as lines for people. */
public final class SolutionText {

    /** About how many types are shown of a strategy, the lowest and the highest among them. */
    private static final int LINES = 11;

    /** How much more than noise, in units of it, a bid may be that is just above 0. */
    private static final double JUST_ABOVE = 100;

    private static final Set<String> ENDS = Set.of("lo", "hi", "smoothed");

    private SolutionText() {}

    /** The lines. */
    public static List<String> lines(SolvedGame solved) {
        List<String> lines = new ArrayList<>();
        lines.add(heading(solved));
        UtilityWords.of(solved.treatment().utility()).ifPresent(words -> lines.add("  utility       " + words));
        if (solved.solution() instanceof Equilibrium equilibrium) {
            lines.add("  equilibrium   " + equilibrium.name());
            lines.add("  known by      " + known(equilibrium.certificate()));
            solved.gainOnTicks()
                    .ifPresent(gain -> lines.add("  on ticks      of "
                            + Figures.of(solved.treatment().ticks().toPoints(1)) + " no gain above "
                            + Figures.of(gain)));
            solved.obstacleOnTicks()
                    .ifPresent(obstacle -> lines.add("  on ticks      none (a bound on gains takes " + obstacle + ")"));
            double size = Size.ofTypes(solved.treatment());
            solved.strategies().forEach(one -> lines.addAll(strategy(one, size)));
            lines.addAll(predictions(equilibrium.predictions(), solved));
            solved.facts().forEach(fact -> lines.add("  " + fact.name().replace('_', ' ') + ": " + numbers(fact)));
        } else if (solved.solution() instanceof NoEquilibrium none) {
            lines.add("  no equilibrium: " + none.reason());
        }
        lines.add(String.format(Locale.ROOT, "  solved in %.3f s", solved.seconds()));
        return lines;
    }

    /** The game in a line: its treatment, its mechanism and its roles. */
    public static String heading(SolvedGame solved) {
        List<String> roles = new ArrayList<>();
        for (RoleSpec role : solved.treatment().roles()) {
            roles.add(role.count() + " × " + role.name() + ", " + values(role.values()));
        }
        return solved.treatment().id() + ": "
                + solved.treatment().mechanism().type().planName() + "; " + String.join("; ", roles);
    }

    /** The family, its support and its other numbers. */
    private static String values(DistributionSpec values) {
        Support signals = StatedValues.support(values);
        boolean isMineral = values.type().equals(CommonValue.MINERAL_RIGHTS);
        Support support = isMineral
                ? new Support(
                        values.parameters().getOrDefault("lo", 0.0),
                        values.parameters().getOrDefault("hi", 1.0))
                : signals;
        StringBuilder text = new StringBuilder(values.type())
                .append(" on [")
                .append(Figures.of(support.lower()))
                .append(", ")
                .append(Figures.of(support.upper()))
                .append("]");
        values.parameters().forEach((name, number) -> {
            if (!ENDS.contains(name)) {
                text.append(", ").append(name).append(" ").append(Figures.of(number));
            }
        });
        if (isMineral) {
            text.append(", signals on [")
                    .append(Figures.of(signals.lower()))
                    .append(", ")
                    .append(Figures.of(signals.upper()))
                    .append("]");
        }
        return text.toString();
    }

    private static String known(Certificate certificate) {
        StringBuilder text = new StringBuilder(certificate.source());
        certificate
                .largestGain()
                .ifPresent(gain -> text.append(
                                certificate.isApproximate()
                                        ? "; approximate, largest gain found "
                                        : "; largest gain found ")
                        .append(Figures.of(gain)));
        certificate
                .gainBound()
                .ifPresent(bound -> text.append(bound == 0 ? "; proved" : "; no gain above " + Figures.of(bound)));
        return text.toString();
    }

    private static String numbers(Fact fact) {
        return fact.numbers().stream().map(Figures::of).collect(Collectors.joining(", "));
    }

    private static List<String> strategy(SolvedGame.Strategy strategy, double size) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "  %18s %14s", strategy.name(), "message"));
        List<Double> types = strategy.types();
        List<Double> messages = strategy.messages();
        int every = Math.max(1, (types.size() + LINES - 2) / LINES);
        int last = types.size() - 1;
        IntStream shown = IntStream.rangeClosed(0, last).filter(i -> i % every == 0 || i == last);
        for (int i : shown.toArray()) {
            double message = messages.get(i);
            lines.add(String.format(
                    Locale.ROOT,
                    "  %18s %14s",
                    Figures.of(types.get(i)),
                    Double.isNaN(message) ? "abstain" : Figures.of(message, JUST_ABOVE * size)));
        }
        return lines;
    }

    private static List<String> predictions(Predictions predictions, SolvedGame solved) {
        List<String> lines = new ArrayList<>();
        double size = Size.ofTypes(solved.treatment());
        lines.add("  revenue       "
                + Figures.of(predictions.revenue(), Math.max(size, Math.abs(predictions.firstBestGains()))));
        lines.add("  gains         " + Figures.of(predictions.gains()) + " of "
                + Figures.of(predictions.firstBestGains())
                + (Double.isNaN(predictions.efficiency())
                        ? ""
                        : ", efficiency " + Figures.of(predictions.efficiency())));
        lines.add("  P(trade)      " + Figures.of(predictions.tradeProbability()));
        lines.addAll(perRole("  surplus       ", predictions.surplus(), size, solved));
        if (!predictions.payments().isEmpty()) {
            lines.addAll(perRole("  payments      ", predictions.payments(), size, solved));
        }
        return lines;
    }

    private static List<String> perRole(String label, List<Double> perAgent, double size, SolvedGame solved) {
        List<String> lines = new ArrayList<>();
        int agent = 0;
        for (RoleSpec role : solved.treatment().roles()) {
            List<String> each = perAgent.subList(agent, agent + role.count()).stream()
                    .map(figure -> Figures.of(figure, size))
                    .toList();
            boolean areAlike = each.stream().distinct().count() == 1;
            lines.add(label + (areAlike ? each.get(0) + " per " : String.join(", ", each) + " of each ") + role.name());
            agent += role.count();
        }
        return lines;
    }
}
