package dev.envelope.game.asked.offer;

import dev.envelope.game.message.MessageKind;
import dev.envelope.game.plan.Ticks;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.roles.RoleSpec;
import dev.envelope.game.plan.roles.StatedValues;
import dev.envelope.game.plan.roles.Support;
import dev.envelope.game.plan.syntax.PlanLimits;
import dev.envelope.theory.audit.finite.AdmittedBids;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.Solution;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The bounds of a treatment's bids and asks, beside what theory knows of the game without bounds.
 *
 * <p>An equilibrium whose messages are all admitted stays one, for bounds only take deviations away. So does one in which offers that are
 * not admitted trade with nobody, see {@link IdleOffers}. Where some type would send anything else that is
 * not admitted, to send the nearest that is need not be a best reply, and no equilibrium is known unless the bound is a rule of which
 * theory knows, see {@link #rules}. Reports and answers
 * have no such bounds.
 */
public final class MessageBounds {

    /** How many types of a role are looked at, both ends among them; strategies are monotone, so that the ends tell. */
    private static final int TYPES = 65;

    /** How far from a bound a message is that the nearest tick still admits, in ticks. */
    private static final double ROUNDING = 0.5 + Support.NOISE;

    /** A message of so many times the largest type is of a strategy that grows without bound. */
    private static final double ENDLESS = 1e6;

    private final Treatment treatment;
    private final Ticks ticks;

    private MessageBounds(Treatment treatment) {
        this.treatment = treatment;
        this.ticks = treatment.ticks();
    }

    /** The bounds of {@code treatment}. */
    public static MessageBounds of(Treatment treatment) {
        return new MessageBounds(treatment);
    }

    /**
     * {@code game} with those bounds among its rules that are known to be rules: the least bid of who pays its own is a reserve, and with a
     * second price values may exceed the highest bid.
     */
    public BayesianGame rules(BayesianGame game) {
        return areBounded()
                ? BoundedRules.of(game, ticks.toPoints(ticks.minimum()), ticks.toPoints(ticks.maximum()))
                : game;
    }

    /** The bids that the game takes; any where messages are no bids. */
    public AdmittedBids bids() {
        return areBounded()
                ? new AdmittedBids(
                        ticks.toPoints(ticks.minimum()),
                        isOpen() ? Double.POSITIVE_INFINITY : ticks.toPoints(ticks.maximum()),
                        OptionalDouble.of(ticks.toPoints(1)))
                : AdmittedBids.ALL;
    }

    /** {@code free}, the answer without bounds, or why it is none with them. */
    public Solution within(Solution free) {
        if (!(free instanceof Equilibrium equilibrium) || !areBounded()) {
            return free;
        }
        List<BidFunction> played = new IdleOffers(treatment, this).leftOut(equilibrium.strategies());
        Solution bounded = played.equals(equilibrium.strategies())
                ? free
                : new Equilibrium(
                        equilibrium.name()
                                + "; who would make an offer beyond the bounds, which trades with nobody, abstains",
                        played,
                        equilibrium.certificate(),
                        equilibrium.predictions());
        return obstacle(played).<Solution>map(NoEquilibrium::new).orElse(bounded);
    }

    /** Which bound keeps some type from playing {@code strategies}, one per agent; empty where none does. */
    public Optional<String> obstacle(List<? extends BidFunction> strategies) {
        if (!areBounded()) {
            return Optional.empty();
        }
        int agent = 0;
        for (RoleSpec role : treatment.roles()) {
            Optional<String> obstacle = strategies.subList(agent, agent + role.count()).stream()
                    .distinct()
                    .flatMap(strategy -> obstacle(role, strategy).stream())
                    .findFirst();
            if (obstacle.isPresent()) {
                return obstacle;
            }
            agent += role.count();
        }
        return Optional.empty();
    }

    private Optional<String> obstacle(RoleSpec role, BidFunction strategy) {
        return types(role)
                .boxed()
                .flatMap(type -> bound(strategy.message(type), ROUNDING).stream()
                        .map(bound -> bound + ": without bounds " + sent(role, type, strategy.message(type))
                                + ", and no equilibrium is known where that is not admitted"))
                .findFirst();
    }

    /** What a type sends, in words. */
    private static String sent(RoleSpec role, double type, double message) {
        Support types = StatedValues.support(role.values());
        double largest = Math.max(Math.abs(types.lower()), Math.abs(types.upper()));
        return Math.abs(message) > ENDLESS * largest
                ? "bids rise beyond all bounds as the type of a " + role.name() + " nears " + type
                : "a " + role.name() + " of type " + type + " sends " + message;
    }

    /** Types of {@code role}, the highest first: all where there are finitely many. */
    static DoubleStream types(RoleSpec role) {
        if (StatedValues.isFinite(role.values())) {
            return StatedValues.finite(role.values()).points().stream()
                    .sorted(Comparator.reverseOrder())
                    .mapToDouble(Double::doubleValue);
        }
        Support types = StatedValues.support(role.values());
        return IntStream.iterate(TYPES - 1, i -> i >= 0, i -> i - 1)
                .mapToDouble(i -> i / (TYPES - 1.0))
                .map(share -> (1 - share) * types.lower() + share * types.upper());
    }

    /** Whether no tick near {@code points} is low enough to be admitted, or none high enough. */
    boolean isBeyond(double points, boolean isAbove) {
        double inTicks = points / ticks.size().doubleValue();
        return isAbove ? inTicks > ticks.maximum() + ROUNDING : inTicks < ticks.minimum() - ROUNDING;
    }

    /** Whether bids go as far as numbers in plans do. */
    private boolean isOpen() {
        return ticks.maximum() >= PlanLimits.AMOUNT.longValueExact();
    }

    /** The bound that {@code points} is beyond by more than {@code slack} ticks, such as {@code messages.maximum 0.3}. */
    private Optional<String> bound(double points, double slack) {
        double inTicks = points / ticks.size().doubleValue();
        if (inTicks > ticks.maximum() + slack) {
            return Optional.of(
                    (isOpen() ? "no messages.maximum is given, and the largest amount is " : "messages.maximum ")
                            + plain(ticks.maximum()));
        }
        return inTicks < ticks.minimum() - slack
                ? Optional.of("messages.minimum " + plain(ticks.minimum()))
                : Optional.empty();
    }

    /**
     * Refuses amounts that are not admitted.
     *
     * @throws IllegalArgumentException name, value and expectation
     */
    public void check(List<Offer> offers) {
        if (!areBounded()) {
            return;
        }
        for (int i = 0; i < offers.size(); i++) {
            for (double points : amounts(offers.get(i))) {
                if (bound(points, Support.NOISE).isPresent()) {
                    throw new IllegalArgumentException("messages[" + i + "]: " + points + " (expected: from "
                            + plain(ticks.minimum()) + " to " + plain(ticks.maximum())
                            + ", the bounds of messages)");
                }
            }
        }
    }

    private static List<Double> amounts(Offer offer) {
        if (offer instanceof Offer.Amount number) {
            return List.of(number.points());
        }
        if (offer instanceof Offer.Schedule schedule) {
            return schedule.points();
        }
        return offer instanceof Offer.Packages packages
                ? packages.packages().stream().map(Offer.Bundle::points).toList()
                : List.of();
    }

    private boolean areBounded() {
        MessageKind kind = treatment.mechanism().type().messageKind();
        return kind != MessageKind.REPORT && kind != MessageKind.RESPONSE;
    }

    private String plain(long amount) {
        return ticks.exactPoints(amount).stripTrailingZeros().toPlainString();
    }
}
