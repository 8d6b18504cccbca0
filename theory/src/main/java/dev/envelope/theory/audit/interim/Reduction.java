package dev.envelope.theory.audit.interim;

import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.Side;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Whether what an agent gets depends on its rivals only through one of them, so that interim payoffs are single integrals. */
public final class Reduction {

    private static final int PROBES = 64;

    private Reduction() {}

    /**
     * Whether interim payoffs can be integrated: two agents at most, or bidders of whom the strongest alone matters, for who gets
     * what where payments are sums of functions of single messages, and everybody sends one. Types that send the same may tie, in which case more than the
     * strongest matter.
     */
    public static boolean isPossible(BayesianGame game, List<BidFunction> strategies) {
        Mechanism mechanism = game.mechanism();
        int n = mechanism.agents();
        if (n <= 2) {
            return true;
        }
        if (!mechanism.dealsInUnits()) {
            return false;
        }
        for (int i = 0; i < n; i++) {
            if (mechanism.side(i) != Side.BIDDER || mechanism.objects() > 1) {
                return false;
            }
        }
        if (IntStream.range(0, n).anyMatch(i -> isFlat(game, strategies.get(i), i))) {
            return false; // several may tie
        }
        return Profiles.of(game.types(), PROBES).stream().allMatch(types -> isReduced(mechanism, strategies, types));
    }

    /** Whether {@code strategy} sends one message of many types. */
    private static boolean isFlat(BayesianGame game, BidFunction strategy, int agent) {
        double lower = game.types().get(agent).lower();
        double upper = game.types().get(agent).upper();
        double before = Double.NaN;
        for (int k = 0; k <= PROBES; k++) {
            double share = k / (double) PROBES;
            double message = strategy.message((1 - share) * lower + share * upper);
            if (message == before) {
                return true;
            }
            before = message;
        }
        return false;
    }

    private static boolean isReduced(Mechanism mechanism, List<BidFunction> strategies, double[] types) {
        double[] messages = new double[types.length];
        Arrays.setAll(messages, i -> strategies.get(i).message(types[i]));
        TieOrder ties = TieOrder.byIndex(messages.length);
        MarketOutcome whole = mechanism.outcome(messages, ties);
        for (int i = 0; i < messages.length; i++) {
            if (!isLikeAgainstOne(mechanism, messages, i, whole, ties)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLikeAgainstOne(
            Mechanism mechanism, double[] messages, int agent, MarketOutcome whole, TieOrder ties) {
        for (int rival = 0; rival < messages.length; rival++) {
            if (rival != agent) {
                double[] pair = new double[messages.length];
                Arrays.fill(pair, Mechanism.ABSTAIN);
                pair[agent] = messages[agent];
                pair[rival] = messages[rival];
                MarketOutcome outcome = mechanism.outcome(pair, ties);
                boolean isPaidAlike = mechanism.hasSeparablePayments()
                        ? Arrays.stream(messages).noneMatch(Double::isNaN)
                        : outcome.payment(agent) == whole.payment(agent);
                if (outcome.units(agent) == whole.units(agent) && isPaidAlike) {
                    return true;
                }
            }
        }
        return false;
    }
}
