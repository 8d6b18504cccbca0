package dev.envelope.game.asked.finite;

import dev.envelope.game.plan.MechanismSpec;

/** Why games of finitely many values in which truth is no equilibrium are not solved. */
public final class WithoutTruth {

    /** What is solved. */
    public static final String SOLVED = "of finitely many values are solved second-price auctions, vcg, agv, balanced,"
            + " optimal, sequential_offers, mcafee, public projects, partnerships and licences paid for by vcg, agv or balanced, licences at a second price,"
            + " multi_unit_vickrey, package_auction paid for by vcg, uniform_price at the highest rejected bid where everybody wants one unit, sales of a unit to"
            + " everybody, and auctions in which the highest values are known and equal";

    /** Where values are known and the highest one is of one bidder. */
    static final String KNOWN =
            "the bidder of the highest value would bid just above the second highest, and there is no least such bid";

    private static final String OWN_BID =
            "values of positive probability make bidders tie, and whoever pays its own bid and"
                    + " may tie in general gains by bidding a little more: equilibria are in general in mixed strategies, which are"
                    + " not computed";

    private WithoutTruth() {}

    /** The reason for {@code spec}. */
    static String reason(MechanismSpec spec) {
        return switch (spec.type()) {
            case FIRST_PRICE, FIRST_PRICE_PROXY, ALL_PAY, DISCRIMINATORY -> OWN_BID;
            case PACKAGE_AUCTION -> "what is offered for packages is known for values that have a density";
            case UNIFORM_PRICE ->
                spec.parameter("wanted", 1) > 1
                        ? "what bidders that want several units bid is known for values that have a density"
                        : "values of positive probability make bidders tie, and whoever may set the price and tie in general gains by"
                                + " bidding a little more: equilibria are in general in mixed strategies, which are not computed";
            case K_DOUBLE_AUCTION, CALL_MARKET ->
                "who may set the price says less than its value or more than its cost, and values of positive"
                        + " probability leave many equilibria, mixed ones among them, of which none is selected";
            default ->
                "values of positive probability make agents tie; what is sent here is known for values that have a density";
        };
    }
}
