package dev.envelope.theory.bayes;

import dev.envelope.theory.bayes.PlayedMenu.Terms;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The conditions of an equilibrium as equations for the messages at a few types of each role.
 *
 * <p>Between two neighbouring types x and y a strategy is locally optimal iff U(y) − U(x) = ∫_x^y q (the envelope theorem,
 * Krishna, ch. 5.1; Milgrom &amp; Segal 2002): no derivative of a payoff enters, and where only ranks decide who wins the
 * equations are linear in the bids. The type that gains least must in addition have no better message, which pins the
 * level where the envelope leaves it open. Strategies are monotone cubics through the messages.
 */
final class EnvelopeSystem {

    /** Gauss's three nodes on [0, 1]. */
    static final double[] NODES = {0.11270166537925831, 0.5, 0.8872983346207417};

    static final double[] WEIGHTS = {5 / 18.0, 8 / 18.0, 5 / 18.0};

    /** The least rise of a message from one sampled type to the next, relative to the range of types. */
    private static final double RISE = 1e-10;

    /** How far messages may go beyond the lowest type where they may exceed all types, in units of the range of types. */
    private static final double FARTHEST = 8;

    private final BayesianGame game;
    private final Roles roles;
    private final int intervals;
    private final int parts;
    private final double lowest;
    private final double range;
    private final double[][] knots;

    /**
     * @param intervals into how many the types of each role are cut
     * @param parts into how many each of these is cut where it is played against
     */
    EnvelopeSystem(BayesianGame game, Roles roles, int intervals, int parts) {
        this.game = game;
        this.roles = roles;
        this.intervals = intervals;
        this.parts = parts;
        this.knots = new double[roles.count()][intervals + 1];
        for (int role = 0; role < knots.length; role++) {
            ValueDistribution type = roles.type(role);
            for (int k = 0; k <= intervals; k++) {
                double share = (double) k / intervals;
                double even = type.lower() + share * (type.upper() - type.lower());
                knots[role][k] = k == intervals ? type.upper() : (even + type.quantile(share)) / 2;
            }
        }
        double low = game.types().stream()
                .mapToDouble(ValueDistribution::lower)
                .min()
                .orElseThrow();
        double high = game.types().stream()
                .mapToDouble(ValueDistribution::upper)
                .max()
                .orElseThrow();
        this.lowest = low;
        this.range = high - low;
    }

    int unknowns() {
        return roles.count() * (intervals + 1);
    }

    double range() {
        return range;
    }

    double knot(int unknown) {
        return knots[unknown / (intervals + 1)][unknown % (intervals + 1)];
    }

    int roleOf(int unknown) {
        return unknown / (intervals + 1);
    }

    boolean isInside(int unknown) {
        int k = unknown % (intervals + 1);
        return k > 0 && k < intervals;
    }

    /** The strategy of one role as a curve. */
    MonotoneCurve curve(double[] messages, int role) {
        int first = role * (intervals + 1);
        return new MonotoneCurve(knots[role], Arrays.copyOfRange(messages, first, first + intervals + 1));
    }

    /** The strategy of one role at {@code pieces} types per interval. */
    Sampled sampled(double[] messages, int role, int pieces) {
        MonotoneCurve curve = curve(messages, role);
        double[] types = new double[intervals * pieces + 1];
        double[] sent = new double[types.length];
        for (int l = 0; l < types.length; l++) {
            int k = l / pieces;
            types[l] = k == intervals
                    ? knots[role][k]
                    : knots[role][k] + (knots[role][k + 1] - knots[role][k]) * (l % pieces) / pieces;
            double message = curve.at(types[l]);
            sent[l] = l == 0 ? message : Math.max(message, sent[l - 1] + RISE * range);
        }
        return new Sampled(roles.type(role), types, sent);
    }

    /** The menus that the roles face. */
    List<PlayedMenu> menus(double[] messages, int pieces) {
        List<Sampled> strategies = IntStream.range(0, roles.count())
                .mapToObj(role -> sampled(messages, role, pieces))
                .toList();
        List<PlayedMenu> menus = new ArrayList<>();
        for (int role = 0; role < roles.count(); role++) {
            int agent = roles.representative(role);
            List<Sampled> rivals = new ArrayList<>();
            int rival = agent;
            for (int j = 0; j < game.types().size(); j++) {
                if (j != agent) {
                    rivals.add(strategies.get(roles.roleOf(j)));
                    rival = j;
                }
            }
            menus.add(
                    roles.rivalry() == Rivalry.SECOND
                            ? new SecondRivalMenu(game.mechanism(), agent, rivals)
                            : new StrongestRivalMenu(game.mechanism(), agent, rival, rivals));
        }
        return menus;
    }

    List<PlayedMenu> menus(double[] messages) {
        return menus(messages, parts);
    }

    /** The menus where only the messages of {@code role} differ from those that {@code before} were made of. */
    List<PlayedMenu> menusAfter(double[] messages, List<PlayedMenu> before, int role) {
        boolean isAlone = true;
        for (int j = 0; j < game.types().size(); j++) {
            isAlone &= roles.roleOf(j) != role || j == roles.representative(role);
        }
        List<PlayedMenu> after = new ArrayList<>(menus(messages, parts));
        if (isAlone) {
            after.set(role, before.get(role));
        }
        return after;
    }

    /**
     * {@code message} of an unknown, no lower than {@code previous} of the same role and within the range of types, of which it may
     * go beyond the top where only other messages decide what is paid.
     */
    double clamped(int unknown, double message, double previous) {
        double reach = roles.rivalry() == Rivalry.SECOND ? FARTHEST * range : range;
        double inside = Math.max(lowest, Math.min(lowest + reach, message));
        return unknown % (intervals + 1) == 0 ? inside : Math.max(previous, inside);
    }

    /** How far the conditions are from being met by each role, given what it faces. */
    double[] residuals(double[] messages, List<PlayedMenu> menus) {
        double[] residuals = new double[roles.count() * (intervals + 2)];
        for (int role = 0; role < roles.count(); role++) {
            residuals(messages, role, menus.get(role), residuals);
        }
        return residuals;
    }

    private void residuals(double[] messages, int role, PlayedMenu menu, double[] into) {
        MonotoneCurve curve = curve(messages, role);
        int first = role * (intervals + 1);
        int row = role * (intervals + 2);
        double before = menu.at(messages[first]).payoff(knots[role][0]);
        for (int k = 0; k < intervals; k++) {
            double x = knots[role][k];
            double width = knots[role][k + 1] - x;
            double after = menu.at(messages[first + k + 1]).payoff(knots[role][k + 1]);
            double slope = 0;
            for (int g = 0; g < NODES.length; g++) {
                slope += WEIGHTS[g] * menu.at(curve.at(x + NODES[g] * width)).allocation();
            }
            into[row + k] = (after - before) / width - slope;
            before = after;
        }
        into[row + intervals] = shortfall(messages, role, 0, menu) / range;
        into[row + intervals + 1] = shortfall(messages, role, intervals, menu) / range;
    }

    /** What an extreme type misses by its message: the envelope says nothing of messages beyond its role's own. */
    private double shortfall(double[] messages, int role, int k, PlayedMenu menu) {
        int first = role * (intervals + 1);
        double type = knots[role][k];
        double best = 0;
        for (int i = 0; i <= intervals; i++) {
            best = Math.max(best, menu.at(messages[first + i]).payoff(type));
        }
        double[] edges = menu.edges();
        for (int i = 0; i < edges.length; i += parts) {
            best = Math.max(best, menu.at(edges[i]).payoff(type));
        }
        return best - menu.at(messages[first + k]).payoff(type);
    }

    /** The largest gain found from any of many messages, of any of many types, relative to the range of types. */
    double gain(double[] messages, int pieces) {
        List<PlayedMenu> menus = menus(messages, pieces);
        double largest = 0;
        for (int role = 0; role < roles.count(); role++) {
            Sampled own = sampled(messages, role, 2);
            PlayedMenu menu = menus.get(role);
            List<Terms> offers = new ArrayList<>(List.of(new Terms(0, 0)));
            double[] edges = menu.edges();
            for (int i = 0; i < edges.length; i += Math.max(1, pieces / 4)) {
                offers.add(menu.at(edges[i]));
            }
            for (double message : own.messages()) {
                offers.add(menu.at(message));
            }
            for (int l = 0; l < own.types().length; l++) {
                double type = own.types()[l];
                double earned = menu.at(own.messages()[l]).payoff(type);
                for (Terms offer : offers) {
                    largest = Math.max(largest, offer.payoff(type) - earned);
                }
            }
        }
        return largest / range;
    }
}
