package dev.envelope.theory.bayes;

import dev.envelope.theory.bayes.NumericEquilibrium.Average;
import dev.envelope.theory.bayes.NumericEquilibrium.Method;
import dev.envelope.theory.bayes.PlayedMenu.Terms;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.PiecewiseLinearBid;
import java.util.ArrayList;
import java.util.List;

/**
 * The search by least squares: the envelope conditions at a few types are solved from shaded truth, first coarsely and then on
 * twice as many types while the gain from deviating is not small. Where they leave a choice, as in a double auction, the smoothest
 * solution is taken.
 */
final class LeastSquares {

    private static final int[] INTERVALS = {16, 32, 64};

    /** The same where what is paid is played against two rivals, which takes longer. */
    private static final int[] FEW_INTERVALS = {16, 32};

    private static final int PARTS = 8;
    private static final double[] SMOOTHING = {1, 1e-1, 1e-2, 1e-4};
    private static final int STEPS = 8;
    private static final double SHADE = 0.8;
    private static final int LINES = 1024;
    private static final double SMALL = 8e-6;
    private static final double HOPELESS = 1e-2;

    private final BayesianGame game;
    private final Roles roles;

    LeastSquares(BayesianGame game, Roles roles) {
        this.game = game;
        this.roles = roles;
    }

    /** The profile found, whether its gain is small or not. */
    NumericEquilibrium found() {
        NumericEquilibrium best = null;
        MonotoneCurve[] last = new MonotoneCurve[0];
        for (int intervals : roles.rivalry() == Rivalry.SECOND ? FEW_INTERVALS : INTERVALS) {
            EnvelopeSystem system = new EnvelopeSystem(game, roles, intervals, PARTS);
            double[] messages = start(system, last);
            double[] smoothings = last.length == 0 ? SMOOTHING : new double[] {SMOOTHING[SMOOTHING.length - 1]};
            for (double smoothing : smoothings) {
                messages = new GaussNewton(system, smoothing, messages).solve(STEPS);
            }
            NumericEquilibrium found = measured(system, messages);
            best = best == null || found.gain() < best.gain() ? found : best;
            if (best.relativeGain() <= SMALL || best.relativeGain() > HOPELESS) {
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
    private double[] start(EnvelopeSystem system, MonotoneCurve[] last) {
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

    private NumericEquilibrium measured(EnvelopeSystem system, double[] messages) {
        List<BidFunction> ofRoles = new ArrayList<>();
        List<Average> ofEach = new ArrayList<>();
        List<PlayedMenu> menus = system.menus(messages);
        for (int role = 0; role < roles.count(); role++) {
            Sampled sampled = system.sampled(messages, role, Math.max(1, LINES * PARTS / (system.unknowns() * PARTS)));
            ofRoles.add(PiecewiseLinearBid.of(sampled.types(), sensible(sampled, menus.get(role))));
            ofEach.add(Averages.of(system.sampled(messages, role, PARTS), roles.type(role), menus.get(role)));
        }
        return NumericEquilibrium.measured(
                game,
                roles.each(ofRoles),
                roles.each(ofEach),
                Method.LEAST_SQUARES,
                () -> system.gain(messages, 2 * PARTS) * system.range());
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
