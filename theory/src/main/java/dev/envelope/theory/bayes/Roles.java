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
 * Which agents are alike, so that they share a strategy, and through which rivals the game can be looked at.
 *
 * <p>Both are seen by playing the mechanism at {@value #Probe.COUNT} profiles of messages.
 */
final class Roles {

    private final BayesianGame game;
    private final List<Integer> representatives = new ArrayList<>();
    private final int[] roleOf;

    /** Whether agents that exchange their messages exchange what they get. */
    private final boolean isAnonymous;

    private final Rivalry rivalry;

    Roles(BayesianGame game) {
        this.game = game;
        int n = game.types().size();
        this.roleOf = new int[n];
        this.isAnonymous = looksAnonymous();
        this.rivalry = n <= 2 ? Rivalry.STRONGEST : isAnonymous ? Rivalry.of(game) : Rivalry.MANY;
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
        if (rivalry == Rivalry.MANY) {
            return Optional.of("two agents, or bidders of whom only the strongest rival matters,"
                    + " or the strongest for who wins and the second for what is paid");
        }
        if (rivalry == Rivalry.SECOND && count() > 1 && !isAscentPossible()) {
            return Optional.of(
                    "bidders whose types have one distribution, where the second strongest rival decides what is"
                            + " paid, or the same lowest type, where its message is what is paid");
        }
        return game.isRiskNeutral() || isShootingPossible()
                ? Optional.empty()
                : Optional.of("risk-neutral agents where others' bids are paid");
    }

    /** Whether first-order conditions can be solved: {@link Shooting} looks at the strongest rival alone. */
    boolean isShootingPossible() {
        return isAnonymous && rivalry == Rivalry.STRONGEST && Shooting.isPossible(game);
    }

    /** Whether first-order conditions can be followed upwards: {@link dev.envelope.theory.bayes.ascent.Ascent}. */
    boolean isAscentPossible() {
        double lowest = game.types().get(0).lower();
        return rivalry == Rivalry.SECOND
                && game.isRiskNeutral()
                && Rivalry.isSecondPaid(game)
                && game.types().stream().allMatch(type -> type.lower() == lowest);
    }

    Rivalry rivalry() {
        return rivalry;
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
        for (int probe = 0; probe < Probe.COUNT; probe++) {
            double[] messages = Probe.messages(game, probe);
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

    private MarketOutcome outcome(double[] messages) {
        return game.mechanism().outcome(messages, TieOrder.byIndex(messages.length));
    }
}
