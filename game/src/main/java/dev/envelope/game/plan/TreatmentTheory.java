package dev.envelope.game.plan;

import dev.envelope.game.plan.roles.RoleSpec;
import dev.envelope.game.plan.roles.StatedValues;
import dev.envelope.game.plan.roles.ValueKind;
import dev.envelope.theory.bilateral.DirectTrade;
import dev.envelope.theory.bilateral.Traders;
import dev.envelope.theory.bilateral.TradingMechanism;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.efficient.market.AgvAuction;
import dev.envelope.theory.efficient.market.AgvTrade;
import dev.envelope.theory.efficient.market.BalancedAuction;
import dev.envelope.theory.efficient.market.BalancedTrade;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.DirectMechanism;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.Solution;
import dev.envelope.theory.mechanism.AllPayAuction;
import dev.envelope.theory.mechanism.BilateralDoubleAuction;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.OptimalAuction;
import dev.envelope.theory.mechanism.SecondPriceAuction;
import dev.envelope.theory.mechanism.Side;
import dev.envelope.theory.mechanism.ThirdPriceAuction;
import dev.envelope.theory.mechanism.VcgAuction;
import dev.envelope.theory.solver.Equilibria;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The game of theory that a treatment is: its roles' seats are the agents, in order. */
public final class TreatmentTheory {

    private TreatmentTheory() {}

    /**
     * The treatment's game with types and messages in points.
     *
     * @throws IllegalArgumentException when theory refuses the game: a distribution's numbers, a proxy without a known
     *     equilibrium, a mechanism that is not played
     */
    public static BayesianGame inPoints(Treatment treatment) {
        return game(treatment, 1);
    }

    /**
     * The treatment's game with types and messages in ticks, as real numbers.
     *
     * @throws IllegalArgumentException as {@link #inPoints}
     */
    public static BayesianGame inTicks(Treatment treatment) {
        BigDecimal perPoint = BigDecimal.ONE.divide(treatment.ticks().size(), MathContext.DECIMAL128);
        return game(treatment, perPoint.doubleValue());
    }

    /**
     * The same as {@link #inTicks}, also where values hang together: then it has the rules of the game, and types that have the
     * right ranges but are no prediction of anything.
     *
     * @throws IllegalArgumentException as {@link #inPoints}
     */
    public static BayesianGame rulesInTicks(Treatment treatment) {
        return inTicks(treatment.withRoles(treatment.roles().stream()
                .map(role -> role.withValues(StatedValues.range(role.values())))
                .toList()));
    }

    private static BayesianGame game(Treatment treatment, double scale) {
        List<ValueDistribution> types = new ArrayList<>();
        for (RoleSpec role : treatment.roles()) {
            if (ValueKind.of(role.values()) != ValueKind.INDEPENDENT) {
                throw new IllegalArgumentException(
                        "values: " + role.values().type() + " (expected: values drawn for each by itself)");
            }
            ValueDistribution type = StatedValues.scaled(role.values(), scale);
            for (int i = 0; i < role.count(); i++) {
                types.add(type);
            }
        }
        boolean trade = types.size() == 2 && treatment.roles().get(0).side() == Side.BUYER;
        return new BayesianGame(
                trade
                        ? trade(treatment.mechanism(), types.get(0), types.get(1))
                        : auction(treatment.mechanism(), types, scale),
                types);
    }

    /** One buyer and one seller. */
    private static Mechanism trade(MechanismSpec spec, ValueDistribution buyer, ValueDistribution seller) {
        return switch (spec.type()) {
            case K_DOUBLE_AUCTION -> BilateralDoubleAuction.of(spec.parameter("k", 0.5));
            case VCG -> new DirectTrade(TradingMechanism.efficient(new Traders(buyer, seller)));
            case AGV -> AgvTrade.of(buyer, seller);
            case BALANCED -> BalancedTrade.of(buyer, seller);
            default ->
                throw new IllegalArgumentException(
                        "mechanism: " + spec.type().planName() + " (expected: one for a buyer and a seller)");
        };
    }

    private static Mechanism auction(MechanismSpec spec, List<ValueDistribution> types, double scale) {
        return switch (spec.type()) {
            case FIRST_PRICE -> FirstPriceAuction.of(types.size(), reserve(spec, scale));
            case SECOND_PRICE -> SecondPriceAuction.of(types.size(), reserve(spec, scale));
            case VCG -> VcgAuction.of(types);
            case ALL_PAY -> new AllPayAuction(types.size(), money(spec.parameter("minimum_bid", 0), scale));
            case OPTIMAL -> OptimalAuction.of(types, spec.sellerValue() * scale);
            case FIRST_PRICE_PROXY -> proxy(FirstPriceAuction.of(types.size(), reserve(spec, scale)), types);
            case THIRD_PRICE -> ThirdPriceAuction.of(types.size());
            case AGV -> AgvAuction.of(types);
            case BALANCED -> BalancedAuction.of(types);
            case K_DOUBLE_AUCTION,
                    CALL_MARKET,
                    MCAFEE,
                    UNIFORM_PRICE,
                    DISCRIMINATORY,
                    MULTI_UNIT_VICKREY,
                    PACKAGE_AUCTION,
                    SEQUENTIAL_OFFERS,
                    PUBLIC_PROJECT,
                    PARTNERSHIP,
                    LICENCE_WITH_EXTERNALITY ->
                throw new IllegalArgumentException(
                        "mechanism: " + spec.type().planName() + " (expected: one that is played by bidders)");
        };
    }

    private static OptionalDouble reserve(MechanismSpec spec, double scale) {
        if (!spec.parameters().containsKey("reserve")) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(money(spec.parameter("reserve", 0), scale));
    }

    /** An amount on the plan's grid: whole in any other unit than points. */
    private static double money(double points, double scale) {
        return scale == 1 ? points : StrictMath.rint(points * scale);
    }

    private static Mechanism proxy(Mechanism auction, List<ValueDistribution> types) {
        Solution solution = Equilibria.of(new BayesianGame(auction, types));
        if (solution instanceof Equilibrium equilibrium) {
            return DirectMechanism.of(auction, equilibrium, types);
        }
        throw new IllegalArgumentException("first_price_proxy (expected: a first-price auction with a known"
                + " equilibrium; " + ((NoEquilibrium) solution).reason() + ")");
    }
}
