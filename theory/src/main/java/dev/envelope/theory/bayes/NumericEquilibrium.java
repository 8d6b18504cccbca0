package dev.envelope.theory.bayes;

import dev.envelope.theory.bayes.PlayedMenu.Terms;
import dev.envelope.theory.certificate.GainBound;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.PiecewiseLinearBid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A monotone pure-strategy profile that is nearly an equilibrium, found from scratch: the mechanism is played, and nothing is
 * known of the form of its equilibrium.
 *
 * <p>The envelope conditions at a few types are solved by least squares from shaded truth, first coarsely and then on twice as
 * many types while the gain from deviating is not small; where they leave a choice, as in a double auction, the smoothest
 * solution is taken. Bounded work, no chance: the same game gives the same strategies. Checked by
 * {@code NumericEquilibriumTest} against closed forms.
 *
 * @param strategies one per agent, piecewise linear
 * @param gain the largest gain from deviating that was found, in the unit of the types
 * @param bound what no gain exceeds, where {@link GainBound} covers the game
 * @param relativeGain {@code gain} in units of the range of types
 * @param averages what each agent can expect before it knows its type
 */
public record NumericEquilibrium(
        List<BidFunction> strategies, double gain, OptionalDouble bound, double relativeGain, List<Average> averages) {

    private static final int[] INTERVALS = {16, 32, 64};
    private static final int PARTS = 8;
    private static final double[] SMOOTHING = {1, 1e-1, 1e-2, 1e-4};
    private static final int STEPS = 8;
    private static final double SHADE = 0.8;
    private static final int LINES = 1024;
    private static final double SMALL = 8e-6;
    private static final double HOPELESS = 1e-2;

    /** Copies the lists. */
    public NumericEquilibrium {
        strategies = List.copyOf(strategies);
        averages = List.copyOf(averages);
    }

    /**
     * What an agent can expect before it knows its type, by sums over cells of types; errors are of the size of the gain.
     *
     * @param allocation E[q]
     * @param payment E[m]
     * @param gains E[x·q]
     */
    public record Average(double allocation, double payment, double gains) {}

    /** What keeps {@code game} from being solved this way; empty where nothing does. */
    public static Optional<String> obstacle(BayesianGame game) {
        return new Roles(game).obstacle();
    }

    /**
     * The profile found for {@code game}, whether its gain is small or not.
     *
     * @throws IllegalArgumentException where {@link #obstacle} has something to say
     */
    public static NumericEquilibrium of(BayesianGame game) {
        Roles roles = new Roles(game);
        roles.obstacle().ifPresent(obstacle -> {
            throw new IllegalArgumentException("game: " + game + " (expected: " + obstacle + ")");
        });
        NumericEquilibrium best = null;
        MonotoneCurve[] last = new MonotoneCurve[0];
        for (int intervals : INTERVALS) {
            EnvelopeSystem system = new EnvelopeSystem(game, roles, intervals, PARTS);
            double[] messages = start(system, roles, last);
            double[] smoothings = last.length == 0 ? SMOOTHING : new double[] {SMOOTHING[SMOOTHING.length - 1]};
            for (double smoothing : smoothings) {
                messages = new GaussNewton(system, smoothing, messages).solve(STEPS);
            }
            NumericEquilibrium found = measured(game, roles, system, messages);
            best = best == null || found.gain < best.gain ? found : best;
            if (best.relativeGain <= SMALL || best.relativeGain > HOPELESS) {
                break;
            }
            last = new MonotoneCurve[roles.count()];
            for (int role = 0; role < last.length; role++) {
                last[role] = system.curve(messages, role);
            }
        }
        return java.util.Objects.requireNonNull(best);
    }

    /** Shaded truth, or what a coarser look gave. */
    private static double[] start(EnvelopeSystem system, Roles roles, MonotoneCurve[] last) {
        double[] messages = new double[system.unknowns()];
        for (int j = 0; j < messages.length; j++) {
            int role = system.roleOf(j);
            ValueDistribution type = roles.type(role);
            double towards = roles.isSeller(role) ? type.upper() : type.lower();
            messages[j] =
                    last.length > 0 ? last[role].at(system.knot(j)) : towards + SHADE * (system.knot(j) - towards);
        }
        return messages;
    }

    private static NumericEquilibrium measured(
            BayesianGame game, Roles roles, EnvelopeSystem system, double[] messages) {
        List<BidFunction> ofRoles = new ArrayList<>();
        List<Average> ofEach = new ArrayList<>();
        List<PlayedMenu> menus = system.menus(messages);
        for (int role = 0; role < roles.count(); role++) {
            Sampled sampled = system.sampled(messages, role, Math.max(1, LINES * PARTS / (system.unknowns() * PARTS)));
            ofRoles.add(PiecewiseLinearBid.of(sampled.types(), sensible(sampled, menus.get(role))));
            ofEach.add(average(system.sampled(messages, role, PARTS), roles.type(role), menus.get(role)));
        }
        List<BidFunction> strategies = new ArrayList<>();
        List<Average> averages = new ArrayList<>();
        for (int i = 0; i < game.types().size(); i++) {
            strategies.add(ofRoles.get(roles.roleOf(i)));
            averages.add(ofEach.get(roles.roleOf(i)));
        }
        if (GainBound.obstacle(game).isEmpty()) {
            GainBound bound = GainBound.of(game, strategies);
            return new NumericEquilibrium(
                    strategies,
                    bound.found(),
                    OptionalDouble.of(bound.bound()),
                    bound.found() / system.range(),
                    averages);
        }
        double gain = system.gain(messages, 2 * PARTS);
        return new NumericEquilibrium(strategies, gain * system.range(), OptionalDouble.empty(), gain, averages);
    }

    private static Average average(Sampled sampled, ValueDistribution type, PlayedMenu menu) {
        double allocation = 0;
        double payment = 0;
        double gains = 0;
        for (int l = 1; l < sampled.types().length; l++) {
            double mass = type.cdf(sampled.types()[l]) - type.cdf(sampled.types()[l - 1]);
            Terms terms = menu.at((sampled.messages()[l - 1] + sampled.messages()[l]) / 2);
            allocation += mass * terms.allocation();
            payment += mass * terms.payment();
            gains += mass * terms.allocation() * (sampled.types()[l - 1] + sampled.types()[l]) / 2;
        }
        return new Average(allocation, payment, gains);
    }

    /** Who never wins whatever it says near its type says its type. */
    private static double[] sensible(Sampled sampled, PlayedMenu menu) {
        double[] types = sampled.types();
        double[] messages = sampled.messages().clone();
        for (int l = 0; l < messages.length; l++) {
            Terms sent = menu.at(messages[l]);
            Terms truth = menu.at(types[l]);
            boolean isIdle = sent.allocation() == 0 && sent.payment() == 0;
            if (isIdle && truth.allocation() == 0 && truth.payment() == 0) {
                messages[l] = types[l];
            }
        }
        for (int l = 1; l < messages.length; l++) {
            messages[l] = Math.max(messages[l], messages[l - 1]);
        }
        return messages;
    }
}
