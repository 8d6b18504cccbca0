package dev.envelope.theory.certificate;

import dev.envelope.theory.callmarket.KDoubleAuction;
import dev.envelope.theory.certificate.earning.Contest;
import dev.envelope.theory.certificate.earning.Rules;
import dev.envelope.theory.distribution.composite.Support;
import dev.envelope.theory.equilibrium.AlikeAgents;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.numeric.Quadrature;
import dev.envelope.theory.units.UnitDemandAuction;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What one agent's message wins and pays on average against the others' strategies, where several of them matter: from the chances
 * that so many of their messages are lower, by single integrals (see {@link Rules}). Of units of which everybody wants one, and of k-double
 * auctions whose traders are alike within the sides. Ties are broken by even chances. Checked by {@code AverageEarningsTest} against
 * plays of the mechanism.
 */
public final class AverageEarnings {

    /** The error of an integral, in units of the largest type. */
    private static final double ACCURACY = 1e-13;

    /** At how many types of an agent its strategy is seen to rise. */
    private static final int TYPES = 65;

    /** What is rounding, of a chance and of a message in units of the range of types. */
    private static final double NOISE = 1e-12;

    /** How closely strategies are followed in pieces, in units of the range of types. */
    private static final double IN_PIECES = 1e-11;

    private final Rules rules;
    private final Contest contest;
    private final double sign;
    private final double accuracy;

    /** Where what comes back is not smooth, from where it begins, and its integral up to there. */
    private final double[] ends;

    private final double[] integrals;

    private AverageEarnings(Rules rules, Contest contest, double sign, double largestType) {
        this.rules = rules;
        this.contest = contest;
        this.sign = sign;
        this.accuracy = ACCURACY * largestType;
        boolean isUnopposed = rules.silenceLoses() && contest.nobody() > 0;
        double start = isUnopposed ? rules.least() : Math.max(rules.least(), contest.lowest());
        double highest = Math.max(start, contest.highest());
        List<Double> breaks = contest.breakpoints().boxed().collect(Collectors.toList());
        this.ends = highest > start ? Kinks.between(start, highest, breaks) : new double[] {start};
        this.integrals = new double[ends.length];
        for (int k = 1; k < ends.length; k++) {
            integrals[k] = integrals[k - 1] + returned(ends[k - 1], ends[k]);
        }
    }

    /** What agent {@code agent} earns against the others' {@code strategies}; empty for another mechanism or other strategies. */
    public static Optional<AverageEarnings> of(BayesianGame game, List<? extends BidFunction> strategies, int agent) {
        if (!isKnown(game, strategies)) {
            return Optional.empty();
        }
        List<BidFunction> pieces = inPieces(game, strategies);
        Traders traders = Traders.of(game, pieces, agent);
        Rules rules = Rules.of(game.mechanism(), agent).orElseThrow();
        return Optional.of(new AverageEarnings(
                rules,
                AgentSearch.contest(game, pieces, traders, rules, agent),
                GainBound.isNegated(game, agent) ? -1 : 1,
                traders.largestType()));
    }

    /** The {@code strategies} as {@link #of} sees them: to {@value #IN_PIECES} of the range of types. */
    public static List<BidFunction> inPieces(BayesianGame game, List<? extends BidFunction> strategies) {
        return BidsInPieces.of(
                game.types(),
                strategies,
                IN_PIECES * Traders.of(game, strategies, 0).range());
    }

    /** Whether {@link #of} knows what agents earn. */
    public static boolean isKnown(BayesianGame game, List<? extends BidFunction> strategies) {
        Mechanism mechanism = game.mechanism();
        boolean isMarket = mechanism instanceof KDoubleAuction;
        if (!game.isRiskNeutral() || !(isMarket || mechanism instanceof UnitDemandAuction)) {
            return false;
        }
        double noise = NOISE * Traders.of(game, strategies, 0).range();
        AlikeAgents alike = AlikeAgents.of(game, strategies);
        return IntStream.range(0, strategies.size())
                .allMatch(i -> (alike.first(i) < i || isRising(game, strategies, i, isMarket, noise))
                        && (!isMarket || isLikeFirstOfSide(game, strategies, i)));
    }

    private static boolean isLikeFirstOfSide(BayesianGame game, List<? extends BidFunction> strategies, int agent) {
        int first = IntStream.range(0, agent + 1)
                .filter(i -> game.mechanism().side(i) == game.mechanism().side(agent))
                .findFirst()
                .orElseThrow();
        return GainBound.kind(game, strategies, agent).equals(GainBound.kind(game, strategies, first));
    }

    /** Whether a higher type sends no lower message, none only where no lower one does, and everybody where all have to. */
    private static boolean isRising(
            BayesianGame game, List<? extends BidFunction> strategies, int agent, boolean mustSend, double noise) {
        double before = Double.NEGATIVE_INFINITY;
        for (double type : Support.of(game.types().get(agent)).even(TYPES)) {
            double message = strategies.get(agent).message(type);
            boolean isSilent = Double.isNaN(message);
            if (isSilent ? mustSend || before > Double.NEGATIVE_INFINITY : message < before - noise) {
                return false;
            }
            before = isSilent ? before : Math.max(before, message);
        }
        return true;
    }

    /** Which part of its type an agent that sends {@code message} receives: the chance of a unit, less than 0 of giving one up; 0 for NaN. */
    public double allocation(double message) {
        double bid = sign * message;
        return bid >= rules.least() ? sign * chance(bid) : 0;
    }

    /** What it pays, less than 0 where it is paid; 0 for NaN. */
    public double payment(double message) {
        double bid = sign * message;
        return bid >= rules.least() ? -rules.intercept(bid, chance(bid), integral(bid)) : 0;
    }

    /** The chance to win, ties broken where there may be any. */
    private double chance(double bid) {
        double atMost = contest.atMost(bid);
        return atMost - contest.below(bid) <= NOISE ? atMost : contest.tied(bid);
    }

    /** ∫ R up to {@code bid}. */
    private double integral(double bid) {
        int found = Arrays.binarySearch(ends, bid);
        if (found >= 0) {
            return integrals[found];
        }
        int k = -found - 2;
        return k < 0 ? 0 : integrals[k] + returned(ends[k], bid);
    }

    /** ∫ R between two neighbouring ends. */
    private double returned(double from, double to) {
        return rules.refund() == 0 ? 0 : Quadrature.integrateWithin(accuracy, contest::refundedAtMost, from, to);
    }
}
