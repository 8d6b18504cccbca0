package dev.envelope.theory.efficient.solution;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.efficient.EfficientMechanism;
import dev.envelope.theory.efficient.ObjectAllocation;
import dev.envelope.theory.efficient.OneDimensionalChoice;
import dev.envelope.theory.efficient.PublicProject;
import dev.envelope.theory.efficient.VcgMechanism;
import dev.envelope.theory.efficient.market.EfficientMarket;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Certificate;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.equilibrium.Solution;
import dev.envelope.theory.licence.LicenceAuction;
import dev.envelope.theory.licence.LicenceBidding;
import dev.envelope.theory.licence.Loss;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.SequentialOffers;
import dev.envelope.theory.partnership.EqualPartners;
import dev.envelope.theory.partnership.PartnershipAuction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The equilibria of {@link EfficientMarket}, {@link SequentialOffers} and, among agents that are alike, {@link PartnershipAuction} and
 * {@link LicenceBidding}.
 * Predicted gains are what the outcome is worth to the agents, what it costs not deducted; a surplus is what an agent expects in
 * all, what it has outside not deducted. Checked by {@code ChoiceSolutionsTest} against audits and closed forms.
 */
public final class ChoiceSolutions {

    private static final String PARTNERS = "Cramton, Gibbons and Klemperer (1987)";
    private static final String KRISHNA = "Krishna, Auction Theory, ch. 5";

    private ChoiceSolutions() {}

    /** The answer for a game of these markets; empty for any other game. */
    public static Optional<Solution> of(BayesianGame game) {
        Mechanism mechanism = game.mechanism();
        if (mechanism instanceof EfficientMarket market) {
            return Optional.of(designedFor(market.choice().types(), game).orElseGet(() -> truth(market, game)));
        }
        if (mechanism instanceof PartnershipAuction partners) {
            return Optional.of(
                    designedFor(partners.types(), game).or(() -> neutral(game)).orElseGet(() -> partnership(partners)));
        }
        if (mechanism instanceof LicenceBidding bidding) {
            return Optional.of(
                    designedFor(bidding.types(), game).or(() -> neutral(game)).orElseGet(() -> licence(bidding)));
        }
        return mechanism instanceof SequentialOffers offers
                ? Optional.of(designedFor(offers.types(), game).orElseGet(() -> offers(offers)))
                : Optional.empty();
    }

    private static Optional<Solution> designedFor(List<ValueDistribution> types, BayesianGame game) {
        return types.equals(game.types())
                ? Optional.empty()
                : Optional.of(new NoEquilibrium(
                        "the mechanism was designed for the types " + types + "; the game has " + game.types()));
    }

    private static Optional<Solution> neutral(BayesianGame game) {
        return game.isRiskNeutral()
                ? Optional.empty()
                : Optional.of(new NoEquilibrium(
                        "an equilibrium is known for risk-neutral agents; the utility is " + game.utility()));
    }

    private static Solution truth(EfficientMarket market, BayesianGame game) {
        boolean isDominant = market.rules() instanceof VcgMechanism;
        Optional<Solution> refusal = isDominant ? Optional.empty() : neutral(game);
        return refusal.orElseGet(() -> new Equilibrium(
                isDominant ? "truthful (weakly dominant)" : "truthful (Bayesian)",
                Collections.nCopies(market.agents(), BidFunction.TRUTH),
                Certificate.closedForm("Krishna and Perry (2000)"),
                predictions(market)));
    }

    private static Predictions predictions(EfficientMarket market) {
        EfficientMechanism rules = market.rules();
        double gains = rules.choice().expectedWelfare() + rules.choice().expectedCost();
        List<Double> surplus = IntStream.range(0, market.agents())
                .mapToObj(rules::exAnteUtility)
                .toList();
        List<Double> payments = IntStream.range(0, market.agents())
                .mapToObj(rules::expectedPayment)
                .toList();
        return new Predictions(
                rules.expectedPayments(), gains, gains, changeProbability(market.choice()), surplus, payments);
    }

    /** P(something changes): that a project is built, that an object is given away. */
    private static double changeProbability(OneDimensionalChoice choice) {
        return choice instanceof PublicProject project ? project.buildProbability() : 1;
    }

    private static Equilibrium partnership(PartnershipAuction auction) {
        int n = auction.agents();
        EqualPartners partners = new EqualPartners(auction.types().get(0), n);
        BidFunction bid =
                auction.isWinnersBidPaid() ? partners::bidWhereWinnersBidIsPaid : partners::bidWhereLosersBidIsPaid;
        double gains = auction.choice().expectedWelfare();
        return new Equilibrium(
                "symmetric",
                Collections.nCopies(n, bid),
                Certificate.closedForm(PARTNERS),
                new Predictions(0, gains, gains, 1, Collections.nCopies(n, gains / n)).withEqualPayments());
    }

    private static Equilibrium licence(LicenceBidding bidding) {
        LicenceAuction auction = bidding.licence().amongAlike().orElseThrow();
        int n = bidding.agents();
        double alpha = auction.alpha();
        double highest = ObjectAllocation.always(bidding.types()).expectedWelfare();
        double losses = auction.loss() == Loss.CONSTANT
                ? (n - 1) * alpha
                : auction.loss() == Loss.WINNERS_VALUE
                        ? (n - 1) * alpha * highest
                        : alpha * (n * auction.type().mean() - highest);
        double gains = highest - losses;
        double revenue = auction.revenue();
        return new Equilibrium(
                "symmetric",
                Collections.nCopies(n, x -> auction.bid(bidding.pricing(), x)),
                Certificate.closedForm(KRISHNA),
                new Predictions(
                                revenue,
                                gains,
                                bidding.expectedFirstBest(),
                                1,
                                Collections.nCopies(n, (gains - revenue) / n))
                        .withEqualPayments());
    }

    private static Equilibrium offers(SequentialOffers offers) {
        List<BidFunction> answers = new ArrayList<>();
        List<Double> payments = new ArrayList<>();
        double revenue = 0;
        double gains = 0;
        double sold = 0;
        for (int i = 0; i < offers.agents(); i++) {
            double price = offers.prices().get(i);
            answers.add(value -> value >= price ? price : Mechanism.ABSTAIN);
            double made = offers.reach(i);
            payments.add(made * price * offers.acceptance(i));
            revenue += payments.get(i);
            gains += made * offers.acceptedValue(i);
            sold += made * offers.acceptance(i);
        }
        return new Equilibrium(
                "accepting what is worth its price (weakly dominant)",
                answers,
                Certificate.closedForm(KRISHNA),
                new Predictions(revenue, gains, firstBest(offers), sold, offers.surplus(), payments));
    }

    private static double firstBest(SequentialOffers offers) {
        return ObjectAllocation.auction(offers.types()).expectedWelfare();
    }
}
