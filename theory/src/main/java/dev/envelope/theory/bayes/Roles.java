package dev.envelope.theory.bayes;

import dev.envelope.theory.bayes.shooting.Shooting;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.Side;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which agents are alike, so that they share a strategy, and whether the game can be looked at through the strongest rival.
 *
 * <p>Both are seen by playing the mechanism at {@value #PROBES} profiles of messages.
 */
final class Roles {

    private static final int PROBES = 16;
    private static final double STEP = 0.6180339887498949;
    private static final double SHIFT = 0.7548776662466927;

    private final BayesianGame game;
    private final List<Integer> representatives = new ArrayList<>();
    private final int[] roleOf;
    private final boolean isAnonymous;

    Roles(BayesianGame game) {
        this.game = game;
        int n = game.types().size();
        this.roleOf = new int[n];
        this.isAnonymous = looksAnonymous();
        for (int i = 0; i < n; i++) {
            int alike = 0;
            while (isAnonymous && !game.types().get(i).equals(game.types().get(alike))) {
                alike++;
            }
            if (!isAnonymous || alike == i) {
                roleOf[i] = representatives.size();
                representatives.add(i);
            } else {
                roleOf[i] = roleOf[alike];
            }
        }
    }

    /** What keeps the game from being looked at this way; empty where nothing does. */
    Optional<String> obstacle() {
        Mechanism mechanism = game.mechanism();
        if (mechanism.isDirect() || mechanism.objects() > 1 || mechanism.agents() < 2 || !mechanism.dealsInUnits()) {
            return Optional.of("two agents or more that bid for one object");
        }
        boolean isSmall = mechanism.agents() <= 2;
        if (!isSmall && !(isAnonymous && isAboutTheStrongest())) {
            return Optional.of("two agents, or bidders of whom only the strongest rival matters");
        }
        return game.isRiskNeutral() || (isAnonymous && Shooting.isPossible(game))
                ? Optional.empty()
                : Optional.of("risk-neutral agents where others' bids are paid");
    }

    /** Whether agents that exchange their messages exchange what they get. */
    boolean isAnonymous() {
        return isAnonymous;
    }

    int count() {
        return representatives.size();
    }

    int representative(int role) {
        return representatives.get(role);
    }

    /** How many agents have {@code role}. */
    int size(int role) {
        return (int) Arrays.stream(roleOf).filter(each -> each == role).count();
    }

    /** What each agent has, where that is {@code ofRoles} by role. */
    <T> List<T> each(List<T> ofRoles) {
        return Arrays.stream(roleOf).mapToObj(ofRoles::get).toList();
    }

    int roleOf(int agent) {
        return roleOf[agent];
    }

    ValueDistribution type(int role) {
        return game.types().get(representative(role));
    }

    boolean isSeller(int role) {
        return game.mechanism().side(representative(role)) == Side.SELLER;
    }

    private boolean looksAnonymous() {
        int n = game.mechanism().agents();
        for (int i = 0; i < n; i++) {
            if (game.mechanism().side(i) != Side.BIDDER) {
                return false;
            }
        }
        for (int probe = 0; probe < PROBES; probe++) {
            double[] messages = probe(probe);
            MarketOutcome here = outcome(messages);
            for (int i = 0; i + 1 < n; i++) {
                double[] swapped = messages.clone();
                swapped[i] = messages[i + 1];
                swapped[i + 1] = messages[i];
                MarketOutcome there = outcome(swapped);
                if (there.units(i) != here.units(i + 1) || there.payment(i) != here.payment(i + 1)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isAboutTheStrongest() {
        int n = game.mechanism().agents();
        for (int probe = 0; probe < PROBES; probe++) {
            double[] messages = probe(probe);
            MarketOutcome whole = outcome(messages);
            for (int i = 0; i < n; i++) {
                double[] pair = new double[n];
                Arrays.fill(pair, Mechanism.ABSTAIN);
                pair[i] = messages[i];
                int strongest = i == 0 ? 1 : 0;
                for (int j = 0; j < n; j++) {
                    strongest = j != i && messages[j] > messages[strongest] ? j : strongest;
                }
                pair[strongest] = messages[strongest];
                MarketOutcome two = outcome(pair);
                if (two.units(i) != whole.units(i) || two.payment(i) != whole.payment(i)) {
                    return false;
                }
            }
        }
        return true;
    }

    private MarketOutcome outcome(double[] messages) {
        return game.mechanism().outcome(messages, TieOrder.byIndex(messages.length));
    }

    private double[] probe(int index) {
        double[] messages = new double[game.types().size()];
        for (int i = 0; i < messages.length; i++) {
            ValueDistribution type = game.types().get(i);
            double share = index * SHIFT + i * STEP;
            messages[i] = type.lower() + (share - Math.floor(share)) * (type.upper() - type.lower());
        }
        return messages;
    }
}
