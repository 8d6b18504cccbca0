package dev.envelope.game.asked.finite;

import dev.envelope.game.plan.MechanismType;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Certificate;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.Solution;
import dev.envelope.theory.finite.FiniteGame;
import dev.envelope.theory.finite.FiniteOffers;
import dev.envelope.theory.finite.FiniteOptimalAuction;
import dev.envelope.theory.finite.HighestValueWins;
import dev.envelope.theory.finite.TruthfulChoice;
import dev.envelope.theory.finite.TruthfulPlay;
import dev.envelope.theory.finite.demand.DemandGame;
import dev.envelope.theory.finite.demand.DemandPlay;
import dev.envelope.theory.finite.demand.SeveralUnits;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.numeric.PlainNumber;
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
    private final FiniteRules made;
    private final Supplier<Mechanism> whateverTheValues;
    private final Supplier<DemandGame> demand;

    private FiniteSolutions(
            FiniteTreatment game,
            FiniteRules made,
            Supplier<Mechanism> whateverTheValues,
            Supplier<DemandGame> demand) {
        this.demand = demand;
        this.game = game;
        this.made = made;
        this.whateverTheValues = whateverTheValues;
    }

    /**
     * What is known of {@code game}.
     *
     * @param made its rules
     * @param whateverTheValues its rules where they are the same whatever the values, with the bounds of messages that are rules
     * @param demand the sale where bidders want several units or packages
     */
    public static Solution of(
            FiniteTreatment game,
            FiniteRules made,
            Supplier<Mechanism> whateverTheValues,
            Supplier<DemandGame> demand) {
        return new FiniteSolutions(game, made, whateverTheValues, demand).solution();
    }

    private Solution solution() {
        if (game.spec().parameter("entry_fee", 0) > 0) {
            return none("with an entry fee, who enters is worked out for values that have a density");
        }
        if (game.spec().type() == MechanismType.FIRST_PRICE_PROXY) {
            return withoutTruth();
        }
        return made.refusal().<Solution>map(NoEquilibrium::new).orElseGet(this::known);
    }

    private Solution known() {
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
                                ? TruthfulChoice.vcg(game.choice())
                                : played(ALL, DOMINANT, "Krishna and Perry (2000)");
            case MCAFEE -> played(ALL, DOMINANT, "McAfee (1992)");
            case AGV, BALANCED, PUBLIC_PROJECT -> choice();
            case OPTIMAL -> optimal();
            case SEQUENTIAL_OFFERS -> FiniteOffers.of(game.types()).equilibrium();
            case PARTNERSHIP -> game.isAllotment() ? allotment() : none(WithoutTruth.reason(game.spec()));
            case LICENCE_WITH_EXTERNALITY -> game.isAllotment() ? allotment() : licence();
            case MULTI_UNIT_VICKREY, UNIFORM_PRICE -> units();
            case PACKAGE_AUCTION ->
                game.spec().word("payments", "vcg").equals("vcg")
                        ? several(ALL, "Vickrey (1961), Clarke (1971), Groves (1973)")
                        : withoutTruth();
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
        double reserve = leastBid();
        double lowest = game.lowestMessage();
        double least = Math.max(reserve, lowest);
        if (lowest > reserve && game.spec().type() == MechanismType.UNIFORM_PRICE) {
            return none(
                    "where some abstain the others pay the reserve, which is below the lowest bid admitted, so that it depends"
                            + " on how likely values are who bids that");
        }
        String bid = lowest > reserve ? "the lowest bid admitted" : "the reserve";
        return played(
                x -> x >= least ? least : Mechanism.ABSTAIN,
                bid + ", there being a unit for everybody",
                "whoever bids wins, and pays no less than " + bid);
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
        boolean isSole = game.types().size() == 1;
        if (isSole && game.reserve().isEmpty() && game.lowest() < 0) {
            return none("a sole bidder of negative value in a second-price auction without a reserve has no best bid: a"
                    + " lower one is always better");
        }
        double least = game.reserve().orElse(isSole ? 0 : ALL);
        return capped(least)
                .orElseGet(
                        () -> HighestValueWins.secondPrice(game.types(), least).equilibrium());
    }

    /** The value, or the highest bid admitted, where that is below some value and truth were dominant without it. */
    private Optional<Solution> capped(double least) {
        double highest = game.highestMessage();
        if (highest >= game.highest() || highest < least) {
            return Optional.empty();
        }
        return Optional.of(played(
                value -> value >= least ? Math.min(value, highest) : Mechanism.ABSTAIN,
                "the value, or the highest bid admitted (weakly dominant)",
                "Vickrey (1961): whoever values an object above the highest bid admitted gains where it wins"));
    }

    /** A sole bidder bids the reserve, which comes to what the second price does. */
    private Solution firstPrice() {
        if (game.types().size() > 1) {
            return withoutTruth();
        }
        OptionalDouble least =
                rules() instanceof FirstPriceAuction auction ? auction.reserve() : OptionalDouble.empty();
        if (least.isEmpty()) {
            return none("a sole bidder in a first-price auction without a reserve names its own price");
        }
        double reserve = least.getAsDouble();
        BidFunction bid = value -> value >= reserve ? reserve : Mechanism.ABSTAIN;
        return new Equilibrium(
                (game.reserve().equals(least) ? "the reserve" : "the lowest bid admitted") + " of a sole bidder",
                List.of(bid),
                Certificate.closedForm("a sole bidder that wins pays what it bids"),
                HighestValueWins.secondPrice(game.types(), reserve)
                        .equilibrium()
                        .predictions());
    }

    private Solution optimal() {
        return neutral()
                .orElseGet(
                        () -> FiniteOptimalAuction.of(game.types(), game.spec().sellerValue())
                                .equilibrium());
    }

    /** Something efficient that is paid for by a rule of its own. */
    private Solution choice() {
        String payments = game.payments();
        return switch (payments) {
            case "vcg" -> TruthfulChoice.vcg(game.choice());
            case "agv" -> neutral().orElseGet(() -> TruthfulChoice.agv(game.choice()));
            default -> neutral().orElseGet(() -> played(ALL, BAYESIAN, "Krishna and Perry (2000), Theorem 2"));
        };
    }

    /** A partnership or a licence that is paid for by a rule of its own. */
    private Solution allotment() {
        return switch (game.payments()) {
            case "vcg" -> played(ALL, DOMINANT, "Krishna and Perry (2000)");
            case "agv" -> neutral().orElseGet(() -> played(ALL, BAYESIAN, "d'Aspremont and Gérard-Varet (1979)"));
            default -> neutral().orElseGet(() -> played(ALL, BAYESIAN, "Krishna and Perry (2000), Theorem 2"));
        };
    }

    /** The second-price auction of what winning is worth rather than losing; against a winner's value that is what it is worth against an equal. */
    private Solution licence() {
        if (!game.payments().equals("second_price")) {
            return none(WithoutTruth.reason(game.spec()));
        }
        return game.isLossByWinner()
                ? played(
                        game::stake,
                        "ex post",
                        "the winner pays (1 + α) times the highest other value: ex post (Dasgupta and Maskin 2000)")
                : played(
                        game::stake,
                        "what winning is worth rather than losing (weakly dominant)",
                        "Vickrey (1961), of what winning is worth rather than losing");
    }

    /** Among bidders that want one unit each and pay the highest bid that is rejected. */
    private Solution units() {
        boolean isRejected = game.spec().type() == MechanismType.MULTI_UNIT_VICKREY
                || game.spec().word("price", "highest_rejected").equals("highest_rejected");
        boolean isOneEach = game.spec().parameter("wanted", 1) == 1;
        double least = Math.max(0, game.reserve().orElse(0));
        if (!isOneEach && game.spec().type() == MechanismType.MULTI_UNIT_VICKREY) {
            return several(least, "Vickrey (1961); Krishna, Auction Theory, ch. 12");
        }
        return isRejected && isOneEach
                ? capped(least)
                        .orElseGet(() -> played(
                                least, DOMINANT, "Vickrey (1961); Weber (1983); Krishna, Auction Theory, ch. 13"))
                : withoutTruth();
    }

    /** Among bidders that want several units or a package and pay what the others lose by it. */
    private Solution several(double least, String source) {
        if (game.lowest() < 0) {
            return none("values: " + PlainNumber.of(game.lowest())
                    + " (expected: at least 0, where several units or packages are wanted)");
        }
        return SeveralUnits.tooManyTypes((int) game.spec().parameter("wanted", 1), game.types())
                .<Solution>map(NoEquilibrium::new)
                .orElseGet(() -> DemandPlay.truth(demand.get(), TruthfulPlay.from(least), DOMINANT, source));
    }

    private Solution withoutTruth() {
        boolean isKnown = KnownValues.areOf(game) && KnownValues.of(game).isHighestAlone(game.spec(), leastBid());
        return none(isKnown ? WithoutTruth.KNOWN : WithoutTruth.reason(game.spec()));
    }

    private Mechanism rules() {
        return made.orElse(whateverTheValues);
    }

    private Solution played(double threshold, String name, String source) {
        return played(TruthfulPlay.from(threshold), name, source);
    }

    private Solution played(BidFunction play, String name, String source) {
        FiniteGame finite = new FiniteGame(rules(), game.types());
        return finite.obstacle(1)
                .<Solution>map(NoEquilibrium::new)
                .orElseGet(() -> TruthfulPlay.equilibriumOf(finite, play, name, source));
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
