package dev.envelope.theory.audit.interim;

import dev.envelope.theory.audit.AuditSettings;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.distribution.composite.Support;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.mechanism.Mechanism;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The types of one agent that are looked at and the messages that are tried: first what each of these types sends, then an
 * even grid, the reserve and, unless a message is a report, abstaining and the ends of what others send. Whether to take part in a direct
 * mechanism is a question of rationality.
 */
public final class Candidates {

    private final Support support;
    private final double[] types;
    private final int evenTypes;
    private final double[] messages;

    private Candidates(Support support, double[] types, int evenTypes, double[] messages) {
        this.support = support;
        this.types = types;
        this.evenTypes = evenTypes;
        this.messages = messages;
    }

    public static Candidates of(BayesianGame game, List<BidFunction> strategies, int agent, AuditSettings settings) {
        ValueDistribution own = game.types().get(agent);
        Support support = Support.of(own);
        double[] grid = support.even(settings.types());
        double[] types = DoubleStream.concat(
                        Arrays.stream(grid), Arrays.stream(Landmarks.types(game, strategies, agent, grid)))
                .toArray();
        double[] prescribed =
                Arrays.stream(types).map(strategies.get(agent)::message).toArray();
        DoubleStream tried = DoubleStream.concat(Arrays.stream(prescribed), others(game, strategies, agent, settings));
        return new Candidates(support, types, grid.length, tried.toArray());
    }

    private static DoubleStream others(
            BayesianGame game, List<BidFunction> strategies, int agent, AuditSettings settings) {
        ValueDistribution own = game.types().get(agent);
        if (game.mechanism().isDirect()) {
            DoubleStream near =
                    Landmarks.messages(game, agent).filter(report -> report >= own.lower() && report <= own.upper());
            return DoubleStream.concat(Arrays.stream(even(own.lower(), own.upper(), settings.messages())), near);
        }
        double low = game.types().stream()
                .mapToDouble(ValueDistribution::lower)
                .min()
                .orElseThrow();
        double high = game.types().stream()
                .mapToDouble(ValueDistribution::upper)
                .max()
                .orElseThrow();
        DoubleStream.Builder ends = DoubleStream.builder();
        Landmarks.messages(game, agent).forEach(ends::add);
        if (game.mechanism().mayAbstain()) {
            ends.add(Mechanism.ABSTAIN);
        }
        for (int j = 0; j < strategies.size(); j++) {
            ValueDistribution type = game.types().get(j);
            for (double end : new double[] {type.lower(), type.upper()}) {
                double message = strategies.get(j).message(end);
                if (!Double.isNaN(message)) {
                    ends.add(message).add(message - 1e-9 * (high - low)).add(message + 1e-9 * (high - low));
                }
            }
        }
        return DoubleStream.concat(
                Arrays.stream(even(low, high, settings.messages())),
                ends.build().distinct());
    }

    private static double[] even(double from, double to, int count) {
        double[] points = new double[count];
        for (int k = 0; k < count; k++) {
            double share = k / (count - 1.0);
            points[k] = (1 - share) * from + share * to;
        }
        return points;
    }

    /** Evenly spaced types, both ends and those of gaps among them, then what is between them and may matter. */
    public double[] types() {
        return types;
    }

    /** Whether there is a gap without types between an evenly spaced type and the next. */
    boolean isBeforeGap(int k) {
        return support.hasGap(types[k], types[k + 1]);
    }

    /** How many of the types are evenly spaced. */
    int evenTypes() {
        return evenTypes;
    }

    /** The types that are not evenly spaced. */
    public double[] landmarks() {
        return Arrays.copyOfRange(types, evenTypes, types.length);
    }

    /** The messages, NaN to abstain; one per type first. */
    public double[] messages() {
        return messages;
    }

    int count() {
        return messages.length;
    }

    public double message(int c) {
        return messages[c];
    }
}
