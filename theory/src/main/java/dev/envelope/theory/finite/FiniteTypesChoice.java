package dev.envelope.theory.finite;

import dev.envelope.theory.alternatives.EnumeratedChoice;
import dev.envelope.theory.distribution.discrete.DiscreteDistribution;
import dev.envelope.theory.efficient.ExpectedExternality;
import dev.envelope.theory.efficient.OutsideOption;
import dev.envelope.theory.efficient.VcgMechanism;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * The efficient choice among agents with finitely many types each: who gets an object, whether two trade, whether a project is built.
 *
 * <p>Averages are sums over all profiles and exact but for rounding. {@link VcgMechanism} and {@link ExpectedExternality} work on
 * it. Types between the points are chosen for like any other, as a basis needs. Checked by {@code FiniteTypesChoiceTest}.
 *
 * @param kind what is chosen
 * @param types the distribution of each agent's type; of a trade the buyer's and the seller's
 * @param projectCost what a project costs that is built; 0 otherwise
 * @param alpha the share of its own type that an agent loses which goes without what is allotted, above −1; 0 otherwise
 * @param beta what such an agent loses whatever its type; 0 otherwise
 */
public record FiniteTypesChoice(
        Kind kind, List<DiscreteDistribution> types, double projectCost, double alpha, double beta)
        implements EnumeratedChoice {

    /** How many profiles are gone through at most. */
    public static final int MOST_PROFILES = 2_000_000;

    /** Types that are decimals add up to a cost but for so much of what is added. */
    private static final double ROUNDING = 1e-14;

    /** What is chosen. */
    public enum Kind {
        /** One object, to the highest type that is at least 0; equal ones have equal chances. */
        OBJECT,
        /** The same of an object that somebody always gets, such as a firm that partners own, or a licence. */
        ALLOTMENT,
        /** A buyer and a seller trade iff the value is at least the cost. */
        TRADE,
        /** Something is built for all iff the types sum to its cost or more. */
        PROJECT
    }

    /** Copies the list and checks the sizes. */
    public FiniteTypesChoice {
        types = List.copyOf(types);
        obstacle(types).ifPresent(obstacle -> {
            throw new IllegalArgumentException(obstacle);
        });
        if (kind == Kind.TRADE && types.size() != 2) {
            throw new IllegalArgumentException("types: " + types.size() + " (expected: a buyer's and a seller's)");
        }
        if (!Double.isFinite(projectCost) || (kind != Kind.PROJECT && projectCost != 0)) {
            throw new IllegalArgumentException("projectCost: " + projectCost + " (expected: 0 without a project)");
        }
        if (kind == Kind.ALLOTMENT && types.size() < 2) {
            throw new IllegalArgumentException("types: " + types.size() + " (expected: at least 2 agents)");
        }
        boolean areLosses = alpha > -1 && Double.isFinite(alpha) && Double.isFinite(beta);
        if (!areLosses || (kind != Kind.ALLOTMENT && (alpha != 0 || beta != 0))) {
            throw new IllegalArgumentException("alpha, beta: " + alpha + ", " + beta
                    + " (expected: finite numbers, alpha above -1, and 0 where nothing is allotted)");
        }
    }

    /** What nobody loses anything by that goes without. */
    public FiniteTypesChoice(Kind kind, List<DiscreteDistribution> types, double projectCost) {
        this(kind, types, projectCost, 0, 0);
    }

    /** Who of at least 2 gets what somebody gets, the others losing {@code alpha} times their own type and {@code beta}. */
    public static FiniteTypesChoice allotment(List<DiscreteDistribution> types, double alpha, double beta) {
        return new FiniteTypesChoice(Kind.ALLOTMENT, types, 0, alpha, beta);
    }

    /** Why {@code types} are too few or too many; empty where they are not. */
    public static Optional<String> obstacle(List<DiscreteDistribution> types) {
        double profiles = 1;
        for (DiscreteDistribution type : types) {
            profiles *= type.size();
        }
        return types.isEmpty() || profiles > MOST_PROFILES
                ? Optional.of("types: " + new BigDecimal(profiles).toPlainString() + " profiles (expected: from 1 to "
                        + MOST_PROFILES + ")")
                : Optional.empty();
    }

    @Override
    public int agents() {
        return types.size();
    }

    /** What part of its type agent {@code agent} receives: its chance to win, −1 for a seller who trades. */
    public double weight(int agent, double[] profile) {
        return switch (kind) {
            case OBJECT -> profile[agent] < 0 ? 0 : share(agent, profile);
            case ALLOTMENT -> ofWinning(share(agent, profile));
            case TRADE -> profile[0] >= profile[1] ? 1 - 2 * agent : 0;
            case PROJECT -> isBuilt(profile) ? 1 : 0;
        };
    }

    private static double share(int agent, double[] profile) {
        int equal = 0;
        for (double type : profile) {
            if (type > profile[agent]) {
                return 0;
            }
            equal += type == profile[agent] ? 1 : 0;
        }
        return 1.0 / equal;
    }

    /** What part of its type is left to an agent that gets what is allotted with probability {@code chance}. */
    private double ofWinning(double chance) {
        return chance - alpha * (1 - chance);
    }

    /** What the choice is worth to agent {@code agent} where {@code winner} gets what is allotted. */
    double valueWhereAllotted(int agent, int winner, double type) {
        return agent == winner ? type : -alpha * type - beta;
    }

    private boolean isBuilt(double[] profile) {
        double sum = 0;
        double size = projectCost;
        for (double type : profile) {
            sum += type;
            size += Math.abs(type);
        }
        return sum >= projectCost - ROUNDING * size;
    }

    @Override
    public double welfare(double[] profile) {
        if (kind == Kind.ALLOTMENT) {
            double highest = Arrays.stream(profile).max().orElseThrow();
            return (1 + alpha) * highest - alpha * Arrays.stream(profile).sum() - beta * (profile.length - 1);
        }
        double sum = -cost(profile);
        for (int i = 0; i < profile.length; i++) {
            sum += ownValue(i, profile);
        }
        return sum;
    }

    @Override
    public double ownValue(int agent, double[] profile) {
        double lost = kind == Kind.ALLOTMENT && beta != 0 ? beta * (1 - share(agent, profile)) : 0;
        return weight(agent, profile) * profile[agent] - lost;
    }

    @Override
    public double cost(double[] profile) {
        return kind == Kind.PROJECT && isBuilt(profile) ? projectCost : 0;
    }

    @Override
    public List<Double> typesOf(int agent) {
        return types.get(agent).points();
    }

    @Override
    public List<Double> chancesOf(int agent) {
        return types.get(agent).probabilities();
    }

    /** The first agent that {@code agent} is like: one of the same types, but for traders. */
    int firstLike(int agent) {
        return kind == Kind.TRADE ? agent : types.indexOf(types.get(agent));
    }

    /** The same of an {@code f} to which it does not matter who of the others is who among those with the same types: it is asked once for all of these. */
    @Override
    public double averageGiven(int agent, double type, ToDoubleFunction<double[]> f) {
        double[] sum = new double[1];
        OtherTypes.of(types, this::firstLike, agent).each((profile, chance) -> {
            profile[agent] = type;
            sum[0] += chance * f.applyAsDouble(profile);
        });
        return sum[0];
    }

    /** The same of an {@code f} to which it does not matter who is who among those with the same types. */
    @Override
    public double average(ToDoubleFunction<double[]> f) {
        return averageOver(0, type -> averageGiven(0, type, f));
    }

    @Override
    public double expectedValue(int agent) {
        return averageOver(agent, type -> interimValue(agent, type));
    }

    private double averageOver(int agent, DoubleUnaryOperator f) {
        double sum = 0;
        for (int k = 0; k < types.get(agent).size(); k++) {
            sum += types.get(agent).probabilities().get(k)
                    * f.applyAsDouble(types.get(agent).points().get(k));
        }
        return sum;
    }

    /** E of what part of its type an agent of type {@code type} receives. */
    public double interimWeight(int agent, double type) {
        return averageGiven(agent, type, profile -> weight(agent, profile));
    }

    /** P(somebody gets the object, which of an allotment is certain, the two trade, the project is built). */
    public double probability() {
        return kind == Kind.ALLOTMENT
                ? 1
                : average(profile -> {
                    double most = 0;
                    for (int i = 0; i < profile.length; i++) {
                        most = Math.max(most, weight(i, profile));
                    }
                    return most > 0 ? 1 : 0;
                });
    }

    /** P(v = c) of a trade: they trade, though not to would be as efficient. */
    public double indifference() {
        return kind == Kind.TRADE ? average(profile -> profile[0] == profile[1] ? 1 : 0) : 0;
    }

    /** The VCG mechanism whose basis are the lowest types, a seller's highest cost. */
    public VcgMechanism plainVcg() {
        List<Double> basis = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            boolean isSeller = kind == Kind.TRADE && i == 1;
            basis.add(isSeller ? types.get(i).upper() : types.get(i).lower());
        }
        return new VcgMechanism(this, basis, Collections.nCopies(types.size(), OutsideOption.nothing()));
    }

    /** As messages name it. */
    @Override
    public String toString() {
        return switch (kind) {
            case OBJECT -> "an object among " + types.size() + " agents of finitely many types";
            case ALLOTMENT -> "an object for one of " + types.size() + " agents of finitely many types";
            case TRADE -> "a trade between two agents of finitely many types";
            case PROJECT -> "a public project of " + types.size() + " agents of finitely many types";
        };
    }
}
