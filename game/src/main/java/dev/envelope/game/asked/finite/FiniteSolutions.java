package dev.envelope.game.asked.finite;

import dev.envelope.game.plan.MechanismType;
import dev.envelope.theory.efficient.DeficitException;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Certificate;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.Solution;
import dev.envelope.theory.finite.FiniteGame;
import dev.envelope.theory.finite.FiniteOffers;
import dev.envelope.theory.finite.FiniteOptimalAuction;
import dev.envelope.theory.finite.FiniteTypesChoice;
import dev.envelope.theory.finite.HighestValueWins;
import dev.envelope.theory.finite.TruthfulChoice;
import dev.envelope.theory.finite.TruthfulPlay;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.preference.RiskNeutral;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/** Equilibria among agents of finitely many values, which is truth where it is one, or why none is given. */
public final class FiniteSolutions {

    private static final String DOMINANT = "truthful (weakly dominant)";
    private static final String BAYESIAN = "truthful (Bayesian)";
    private static final double ALL = Double.NEGATIVE_INFINITY;

    private final FiniteTreatment game;
    private final Supplier<Mechanism> rules;

    private FiniteSolutions(FiniteTreatment game, Supplier<Mechanism> rules) {
        this.game = game;
        this.rules = rules;
    }

    /** What is known of {@code game}, the rules of which are {@code rules}. */
    public static Solution of(FiniteTreatment game, Supplier<Mechanism> rules) {
        try {
            return new FiniteSolutions(game, rules).solution();
        } catch (DeficitException deficit) {
            return new NoEquilibrium(String.valueOf(deficit.getMessage()));
        }
    }

    private Solution solution() {
        if (game.spec().parameter("entry_fee", 0) > 0) {
            return none("with an entry fee, who enters is worked out for values that have a density");
        }
        if (KnownValues.areOf(game) && KnownValues.of(game).areBid(game.spec())) {
            return played(leastBid(), "the value of each, which all know", KnownValues.source(game.spec()));
        }
        if (hasUnitForEach()) {
            return leastBids();
        }
        return switch (game.spec().type()) {
            case SECOND_PRICE -> secondPrice();
            case FIRST_PRICE -> firstPrice();
            case VCG ->
                game.isAuction()
                        ? HighestValueWins.vcg(game.types()).equilibrium()
                        : game.isTrade()
                                ? enumerated(() -> TruthfulChoice.vcg(game.choice()))
                                : played(ALL, DOMINANT, "Krishna and Perry (2000)");
            case MCAFEE -> played(ALL, DOMINANT, "McAfee (1992)");
            case AGV, BALANCED, PUBLIC_PROJECT -> choice();
            case OPTIMAL -> optimal();
            case SEQUENTIAL_OFFERS -> FiniteOffers.of(game.types()).equilibrium();
            case PARTNERSHIP, LICENCE_WITH_EXTERNALITY ->
                game.isAllotment() ? allotment() : none(WithoutTruth.reason(game.spec()));
            case MULTI_UNIT_VICKREY, UNIFORM_PRICE -> units();
            default -> withoutTruth();
        };
    }

    /** Whether there is a unit for everybody, who wants one and may pay what it bids for it. */
    private boolean hasUnitForEach() {
        boolean isOwnBidPaid = game.spec().type() == MechanismType.DISCRIMINATORY
                || (game.spec().type() == MechanismType.UNIFORM_PRICE
                        && game.spec().word("price", "").equals("lowest_accepted"));
        return isOwnBidPaid
                && game.spec().parameter("wanted", 1) == 1
                && game.types().size() <= game.spec().parameter("units", 1);
    }

    private Solution leastBids() {
        double least = leastBid();
        return played(
                x -> x >= least ? least : Mechanism.ABSTAIN,
                "the reserve, there being a unit for everybody",
                "whoever bids wins, and pays no less than the reserve");
    }

    /** The least value that takes part. */
    private double leastBid() {
        boolean isOfUnits =
                game.spec().type() == MechanismType.UNIFORM_PRICE || game.spec().type() == MechanismType.DISCRIMINATORY;
        return isOfUnits
                ? Math.max(0, game.reserve().orElse(0))
                : game.reserve().orElse(ALL);
    }

    private Solution secondPrice() {
        OptionalDouble reserve = game.reserve();
        return game.types().size() > 1 || reserve.isPresent()
                ? HighestValueWins.secondPrice(game.types(), reserve.orElse(ALL))
                        .equilibrium()
                : none("a sole bidder in a second-price auction without a reserve names its own price");
    }

    /** A sole bidder bids the reserve, which comes to what the second price does. */
    private Solution firstPrice() {
        if (game.types().size() > 1) {
            return withoutTruth();
        }
        if (game.reserve().isEmpty()) {
            return none("a sole bidder in a first-price auction without a reserve names its own price");
        }
        double reserve = game.reserve().getAsDouble();
        BidFunction bid = value -> value >= reserve ? reserve : Mechanism.ABSTAIN;
        return new Equilibrium(
                "the reserve of a sole bidder",
                List.of(bid),
                Certificate.closedForm("a sole bidder that wins pays what it bids"),
                HighestValueWins.secondPrice(game.types(), reserve)
                        .equilibrium()
                        .predictions());
    }

    private Solution optimal() {
        return neutral()
                .orElseGet(
                        () -> FiniteOptimalAuction.of(game.types(), game.spec().parameter("seller_value", 0))
                                .equilibrium());
    }

    /** Something efficient that is paid for by a rule of its own. */
    private Solution choice() {
        String payments = game.payments();
        Optional<Solution> obstacle = payments.equals("vcg") ? Optional.empty() : neutral();
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        return switch (payments) {
            case "vcg" -> enumerated(() -> TruthfulChoice.vcg(game.choice()));
            case "agv" -> enumerated(() -> TruthfulChoice.agv(game.choice()));
            default -> enumerated(() -> played(ALL, BAYESIAN, "Krishna and Perry (2000), Theorem 2"));
        };
    }

    /** A partnership or a licence that is paid for by a rule of its own. */
    private Solution allotment() {
        if (game.isLossByWinner()) {
            return new NoEquilibrium(FiniteTreatment.INTERDEPENDENT);
        }
        Optional<Solution> obstacle = game.unlikeFirms()
                .or(() -> FiniteTypesChoice.obstacle(game.types()))
                .map(NoEquilibrium::new);
        return switch (game.payments()) {
            case "vcg" -> obstacle.orElseGet(() -> played(ALL, DOMINANT, "Krishna and Perry (2000)"));
            case "agv" ->
                obstacle.or(this::neutral)
                        .orElseGet(() -> played(ALL, BAYESIAN, "d'Aspremont and Gérard-Varet (1979)"));
            default ->
                obstacle.or(this::neutral)
                        .orElseGet(() -> played(ALL, BAYESIAN, "Krishna and Perry (2000), Theorem 2"));
        };
    }

    /** Among bidders that want one unit each and pay the highest bid that is rejected. */
    private Solution units() {
        boolean isRejected = game.spec().type() == MechanismType.MULTI_UNIT_VICKREY
                || game.spec().word("price", "highest_rejected").equals("highest_rejected");
        boolean isOneEach = game.spec().parameter("wanted", 1) == 1;
        return isRejected && isOneEach
                ? played(
                        Math.max(0, game.reserve().orElse(0)),
                        DOMINANT,
                        "Vickrey (1961); Weber (1983); Krishna, Auction Theory, ch. 13")
                : withoutTruth();
    }

    private Solution withoutTruth() {
        boolean isKnown = KnownValues.areOf(game) && KnownValues.of(game).isHighestAlone(game.spec(), leastBid());
        return none(isKnown ? WithoutTruth.KNOWN : WithoutTruth.reason(game.spec()));
    }

    private Solution played(double threshold, String name, String source) {
        return played(TruthfulPlay.from(threshold), name, source);
    }

    private Solution played(BidFunction play, String name, String source) {
        FiniteGame finite = new FiniteGame(rules.get(), game.types());
        return finite.obstacle(1)
                .<Solution>map(NoEquilibrium::new)
                .orElseGet(() -> TruthfulPlay.equilibriumOf(finite, play, name, source));
    }

    private Solution enumerated(Supplier<Solution> solution) {
        return FiniteTypesChoice.obstacle(game.types())
                .<Solution>map(NoEquilibrium::new)
                .orElseGet(solution);
    }

    /** A refusal where agents mind risks. */
    private Optional<Solution> neutral() {
        return game.treatment().utility() instanceof RiskNeutral
                ? Optional.empty()
                : Optional.of(new NoEquilibrium("an equilibrium is known for risk-neutral agents; the utility is "
                        + game.treatment().utility()));
    }

    private static Solution none(String reason) {
        return new NoEquilibrium(reason + "; " + WithoutTruth.SOLVED);
    }
}
