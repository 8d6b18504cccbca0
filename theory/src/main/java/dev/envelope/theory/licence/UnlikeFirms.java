package dev.envelope.theory.licence;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Certificate;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.equilibrium.Solution;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The equilibria of {@link LicenceBidding} among firms whose values have different distributions.
 *
 * <p>A firm that loses by its own value or by a constant α bids as if the licence were worth its {@linkplain Licence#stake stake} and
 * losing nothing: whoever wins, its payoff is that of the auction of stakes less αx or α. So bids, and what a deviation gains, are those of
 * that auction, which some other solver answers for.
 *
 * <p>With a loss of α times the winner's value and a second price it is an ex post equilibrium to bid (1 + α)x: who wins
 * against a highest other value y has x − (1 + α)y rather than −αy, which is more where x is above y. With the other payments
 * see {@code InterdependentFirms}. Checked by {@code UnlikeFirmsTest}.
 */
public final class UnlikeFirms {

    private static final String EX_POST =
            "the winner pays (1 + α) times the highest other value: ex post (Dasgupta and Maskin 2000; Krishna, ch. 10.2)";

    private final LicenceBidding bidding;
    private final Licence licence;

    private UnlikeFirms(LicenceBidding bidding) {
        this.bidding = bidding;
        this.licence = bidding.licence();
    }

    /**
     * The answer for a game of unlike firms; empty for any other game.
     *
     * @param auctions solves the auction of stakes
     */
    public static Optional<Solution> of(BayesianGame game, Function<BayesianGame, Solution> auctions) {
        boolean isOwn = game.mechanism() instanceof LicenceBidding bidding
                && bidding.types().equals(game.types())
                && game.isRiskNeutral()
                && isKnown(bidding)
                && bidding.licence().amongAlike().isEmpty();
        return isOwn
                ? Optional.of(new UnlikeFirms((LicenceBidding) game.mechanism()).solution(auctions))
                : Optional.empty();
    }

    /** With an α of 0 nobody loses anything, by whatever it is measured. */
    private static boolean isKnown(LicenceBidding bidding) {
        return bidding.licence().loss() != Loss.WINNERS_VALUE
                || bidding.licence().alpha() == 0
                || bidding.pricing() == LicenceBidding.Pricing.SECOND_PRICE;
    }

    private Solution solution(Function<BayesianGame, Solution> auctions) {
        if (licence.loss() == Loss.WINNERS_VALUE && bidding.pricing() == LicenceBidding.Pricing.SECOND_PRICE) {
            return exPost(auctions);
        }
        List<ValueDistribution> stakes = licence.stakes();
        if (bidding.pricing() == LicenceBidding.Pricing.ALL_PAY
                && stakes.stream().anyMatch(stake -> stake.lower() < 0)) {
            return new NoEquilibrium(
                    "where everybody pays, bids are known of firms to whom winning is worth at least 0;"
                            + " what it is worth here is " + stakes);
        }
        Solution solution = auctions.apply(new BayesianGame(bidding.auction(), stakes));
        return solution instanceof Equilibrium auction ? inValues(auction) : unsolved(solution);
    }

    private NoEquilibrium unsolved(Solution auction) {
        return new NoEquilibrium("the auction of what winning is worth rather than losing, to firms of the values "
                + licence.types() + ": " + ((NoEquilibrium) auction).reason());
    }

    /** The auction's equilibrium in terms of values instead of stakes. */
    private Equilibrium inValues(Equilibrium auction) {
        Predictions predictions = auction.predictions();
        List<Double> surplus = IntStream.range(0, licence.firms())
                .mapToObj(firm -> predictions.surplus().get(firm) - licence.expectedLoss(firm))
                .toList();
        boolean isDominant = bidding.pricing() == LicenceBidding.Pricing.SECOND_PRICE;
        return new Equilibrium(
                isDominant ? "what winning is worth rather than losing (weakly dominant)" : auction.name(),
                isDominant ? Collections.nCopies(licence.firms(), licence::stake) : bids(auction),
                auction.certificate().withSource(source(auction.certificate())),
                predictions(predictions.revenue(), surplus, predictions.payments()));
    }

    private static String source(Certificate certificate) {
        return "the auction of what winning is worth rather than losing: " + certificate.source();
    }

    /** One bid function per firm, the same object where the auction has the same. */
    private List<BidFunction> bids(Equilibrium auction) {
        List<BidFunction> bids = new ArrayList<>();
        for (BidFunction strategy : auction.strategies()) {
            int first = auction.strategies().indexOf(strategy);
            bids.add(first < bids.size() ? bids.get(first) : new StakedBid(licence, strategy));
        }
        return bids;
    }

    /** Bids and payments are those of the second-price auction of stakes; the losers lose besides. */
    private Solution exPost(Function<BayesianGame, Solution> auctions) {
        Solution solution = auctions.apply(new BayesianGame(bidding.auction(), licence.stakes()));
        if (!(solution instanceof Equilibrium auction)) {
            return unsolved(solution);
        }
        Predictions stakes = auction.predictions();
        double winners = licence.highest();
        List<Double> surplus = new ArrayList<>();
        for (int firm = 0; firm < licence.firms(); firm++) {
            // The stakes' surplus is (1 + α)·E[x; it wins] less what it pays.
            double won = (stakes.surplus().get(firm) + stakes.payments().get(firm)) / (1 + licence.alpha());
            surplus.add(won - stakes.payments().get(firm) - licence.alpha() * (winners - won));
        }
        return new Equilibrium(
                "ex post",
                Collections.nCopies(licence.firms(), licence::stake),
                Certificate.closedForm(EX_POST),
                predictions(stakes.revenue(), surplus, stakes.payments()));
    }

    private Predictions predictions(double revenue, List<Double> surplus, List<Double> payments) {
        double gains =
                revenue + surplus.stream().mapToDouble(Double::doubleValue).sum();
        return new Predictions(revenue, gains, licence.expectedBest(), 1, surplus, payments);
    }
}
