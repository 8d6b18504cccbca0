package dev.envelope.theory.solver;

import dev.envelope.theory.bayes.NumericEquilibrium;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Certificate;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.equilibrium.Solution;
import dev.envelope.theory.mechanism.AllPayAuction;
import dev.envelope.theory.mechanism.EntryFeeAuction;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.SecondPriceAuction;
import dev.envelope.theory.mechanism.ThirdPriceAuction;
import dev.envelope.theory.symmetric.SymmetricAuction;
import dev.envelope.theory.symmetric.ThirdPriceBid;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The symmetric equilibria of the all-pay auction, of the third-price auction and of auctions with an entry fee (Krishna, ch.
 * 2.5 and 3.2), by payoff equivalence; types below the cut-off abstain. Checked by {@code SymmetricSolverTest} against
 * best-response search and by {@code ReferenceCasesTest}.
 */
final class SymmetricSolver implements Solver {

    private static final String SOURCE = "Krishna, Auction Theory, ch. 2.5 and 3.2";

    @Override
    public Optional<Solution> solve(BayesianGame game) {
        Mechanism mechanism = game.mechanism();
        double fee = mechanism instanceof EntryFeeAuction entry ? entry.fee() : 0;
        Mechanism rules = mechanism instanceof EntryFeeAuction entry ? entry.auction() : mechanism;
        boolean isOwn = mechanism instanceof EntryFeeAuction
                || rules instanceof AllPayAuction
                || rules instanceof ThirdPriceAuction;
        Optional<NoEquilibrium> refusal = refusal(game);
        boolean isUnlikeThird = rules instanceof ThirdPriceAuction
                && rules.equals(mechanism)
                && game.isRiskNeutral()
                && NumericEquilibrium.obstacle(game).isEmpty();
        if (!isOwn || (refusal.isPresent() && (isUnlikeThird || isForTheGeneralSolver(rules)))) {
            return Optional.empty();
        }
        return Optional.of(refusal.<Solution>map(none -> none).orElseGet(() -> solution(rules, fee, game)));
    }

    /** Whether unlike or risk-averse bidders are left to {@link NumericSolver}. */
    private static boolean isForTheGeneralSolver(Mechanism rules) {
        return rules.agents() > 1
                && (rules instanceof AllPayAuction
                        || (rules instanceof FirstPriceAuction first
                                && first.reserve().isPresent()));
    }

    private static Optional<NoEquilibrium> refusal(BayesianGame game) {
        List<ValueDistribution> types = game.types();
        if (!types.stream().allMatch(types.get(0)::equals)) {
            return Optional.of(new NoEquilibrium("the equilibrium of " + game.mechanism()
                    + " is known where all bidders' values have the same distribution; these differ: " + types));
        }
        return game.isRiskNeutral()
                ? Optional.empty()
                : Optional.of(new NoEquilibrium("the equilibrium of " + game.mechanism()
                        + " is known for risk-neutral bidders; the utility is " + game.utility()));
    }

    private static Solution solution(Mechanism rules, double fee, BayesianGame game) {
        ValueDistribution type = game.types().get(0);
        int n = game.types().size();
        if (rules instanceof AllPayAuction allPay) {
            double minimum = allPay.minimumBid();
            SymmetricAuction auction = new SymmetricAuction(type, n, 0, minimum + fee);
            return equilibrium(auction, x -> auction.allPayBid(x, minimum));
        }
        if (rules instanceof FirstPriceAuction first) {
            if (first.reserve().isEmpty()) {
                return new NoEquilibrium(
                        "with an entry fee and without a reserve a first-price auction has no best bid of"
                                + " the least type that enters: it may be alone (expected: a reserve, such as 0)");
            }
            SymmetricAuction auction =
                    new SymmetricAuction(type, n, first.reserve().getAsDouble(), fee);
            return equilibrium(auction, auction::firstPriceBid);
        }
        if (rules instanceof SecondPriceAuction second) {
            return equilibrium(new SymmetricAuction(type, n, second.reserve().orElse(0), fee), x -> x);
        }
        if (rules instanceof ThirdPriceAuction && fee == 0) {
            return thirdPrice(new ThirdPriceBid(type, n));
        }
        return new NoEquilibrium("with an entry fee the equilibrium is known of first-price, second-price and all-pay"
                + " auctions, not of " + rules);
    }

    private static Solution thirdPrice(ThirdPriceBid formula) {
        if (!formula.isIncreasing()) {
            return new NoEquilibrium("the third-price auction has an increasing equilibrium where x + F(x)/((n-2)·f(x))"
                    + " rises, as it does where F is log-concave; here it falls somewhere: " + formula.type());
        }
        return equilibrium(
                SymmetricAuction.of(
                        formula.type(), formula.bidders(), formula.type().lower()),
                formula::at);
    }

    private static Equilibrium equilibrium(SymmetricAuction auction, BidFunction bid) {
        int n = auction.bidders();
        double cutOff = auction.cutOff();
        BidFunction strategy = x -> x >= cutOff ? bid.message(x) : Mechanism.ABSTAIN;
        double threshold = Math.min(cutOff, auction.type().upper());
        List<ValueDistribution> types = Collections.nCopies(n, auction.type());
        Predictions predictions = EfficientAuctionPredictions.of(types, threshold, Collections.nCopies(n, threshold));
        return new Equilibrium(
                "symmetric", Collections.nCopies(n, strategy), Certificate.closedForm(SOURCE), predictions);
    }
}
