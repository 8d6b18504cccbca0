package dev.envelope.theory.partnership.unlike;

import dev.envelope.theory.asymmetric.AsymmetricFirstPrice;
import dev.envelope.theory.certificate.GainBound;
import dev.envelope.theory.certificate.GainBound.Effort;
import dev.envelope.theory.deviation.BidLoss;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.distribution.composite.MirroredDistribution;
import dev.envelope.theory.distribution.composite.PoweredDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Certificate;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.PiecewiseCubicBid;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.equilibrium.Solution;
import dev.envelope.theory.partnership.PartnershipAuction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The equilibria of {@link PartnershipAuction} among n partners whose values have different distributions F_j.
 *
 * <p>Where the winner pays its own bid to each of the others, a bid b of value x against rivals whose highest bid Y has the
 * distribution W earns x·W − (n−1)·b·W + E[Y; Y &gt; b] = (x − nb)·W(b) + ∫^b W + E[Y]. So W'·(x − nb) = (n−1)·W, which, of nb, is the
 * first-order condition of the first-price auction among bidders with the distributions F_j^(n/(n−1)): partners bid the n-th part of what these
 * do, and who cannot win bids x/n, above which bids are dominated. Only the condition is the same: where two lowest bids meet it, that auction may
 * have the other one, and what deviations then gain is why nothing is said.
 *
 * <p>Between two, where the winner pays the other's bid, the loser is paid what it bids: with −x and −b for values and bids who loses is
 * who wins above, and each earns x more. With three or more, what second-highest bids are paid makes that another problem. Checked by
 * {@code UnlikePartnersTest}.
 */
public final class UnlikePartners {

    /** The gain, in units of the range of values, up to which bids are given. */
    private static final double NEGLIGIBLE = 1e-8;

    private static final double UNSOLVED = 1e-9;
    private static final double ACCURACY = 1e-11;
    private static final Effort EFFORT = new Effort(1e-8, 1 << 17);
    private static final String SOURCE =
            "first-order conditions (Krishna, ch. 4.3; Cramton, Gibbons and Klemperer 1987) as a boundary-value problem";

    private UnlikePartners() {}

    /** The answer for a game of unlike partners; empty for any other game. */
    public static Optional<Solution> of(BayesianGame game) {
        boolean isOwn = game.mechanism() instanceof PartnershipAuction auction
                && auction.types().equals(game.types())
                && game.isRiskNeutral()
                && !game.types().stream().allMatch(game.types().get(0)::equals);
        return isOwn ? Optional.of(solution((PartnershipAuction) game.mechanism())) : Optional.empty();
    }

    private static Solution solution(PartnershipAuction auction) {
        if (auction.isWinnersBidPaid()) {
            return whereWinnersBidIsPaid(auction);
        }
        if (auction.agents() > 2) {
            return new NoEquilibrium(
                    "bids of more than two partners, where the winner pays the highest losing bid to each of the others,"
                            + " are known where all have the same distribution; these differ: " + auction.types());
        }
        Solution seen = whereWinnersBidIsPaid(new PartnershipAuction(mirrored(auction.types()), true));
        return seen instanceof Equilibrium found
                ? mirrored(found, auction)
                : new NoEquilibrium(
                        "the first-order conditions of the partners' bids could not be solved, or not well enough,"
                                + " for the values " + auction.types());
    }

    private static List<ValueDistribution> mirrored(List<ValueDistribution> types) {
        return types.stream().<ValueDistribution>map(MirroredDistribution::new).toList();
    }

    /** The equilibrium of the negated game, whose values and bids have the other sign. */
    private static Equilibrium mirrored(Equilibrium found, PartnershipAuction auction) {
        List<BidFunction> bids = found.strategies().stream()
                .<BidFunction>map(bid -> ((PiecewiseCubicBid) bid).mirrored())
                .toList();
        List<Double> surplus = IntStream.range(0, bids.size())
                .mapToObj(i -> found.predictions().surplus().get(i)
                        + auction.types().get(i).mean())
                .toList();
        return equilibrium(
                auction,
                bids,
                found.certificate().largestGain().orElseThrow(),
                surplus,
                found.predictions().payments());
    }

    private static Solution whereWinnersBidIsPaid(PartnershipAuction auction) {
        int n = auction.agents();
        List<ValueDistribution> powered = auction.types().stream()
                .<ValueDistribution>map(type -> new PoweredDistribution(type, n / (n - 1.0)))
                .toList();
        AsymmetricFirstPrice bidding = AsymmetricFirstPrice.of(powered, OptionalDouble.empty());
        if (!(bidding.unsolvedShare() <= UNSOLVED)) {
            return new NoEquilibrium(
                    "the first-order conditions of the partners' bids could not be solved for the values "
                            + auction.types());
        }
        List<BidFunction> bids = bids(auction, bidding);
        List<BidLoss> losses = losses(auction, bids);
        double gain = losses.stream().mapToDouble(BidLoss::largestGain).max().orElseThrow();
        if (!(gain <= NEGLIGIBLE * bidding.range())) {
            return new NoEquilibrium("the first-order conditions of the partners' bids could not be solved well enough:"
                    + " a deviation gains " + gain + "; the values are " + auction.types());
        }
        List<Double> surplus = new ArrayList<>();
        List<Double> payments = new ArrayList<>();
        for (BidLoss loss : losses) {
            surplus.add(loss.expectedPayoff() + loss.expectedHighestRival());
            payments.add(loss.expectedWon() - surplus.get(surplus.size() - 1));
        }
        return equilibrium(auction, bids, gain, surplus, payments);
    }

    /** One bid function per partner, the same object for partners that are alike. */
    private static List<BidFunction> bids(PartnershipAuction auction, AsymmetricFirstPrice bidding) {
        List<BidFunction> bids = new ArrayList<>();
        int n = auction.agents();
        for (int i = 0; i < n; i++) {
            int partner = i;
            int first = auction.types().indexOf(auction.types().get(i));
            bids.add(
                    first < i
                            ? bids.get(first)
                            : PiecewiseCubicBid.through(
                                    value -> bidding.bid(partner, value) / n,
                                    ACCURACY * bidding.range(),
                                    bidding.knots(i)));
        }
        return bids;
    }

    private static List<BidLoss> losses(PartnershipAuction auction, List<BidFunction> bids) {
        BayesianGame game = new BayesianGame(auction, auction.types());
        List<BidLoss> losses = new ArrayList<>();
        for (int i = 0; i < bids.size(); i++) {
            int first = auction.types().indexOf(auction.types().get(i));
            losses.add(first < i ? losses.get(first) : BidLoss.of(game, bids, i));
        }
        return losses;
    }

    private static Equilibrium equilibrium(
            PartnershipAuction auction,
            List<BidFunction> bids,
            double gain,
            List<Double> surplus,
            List<Double> payments) {
        BayesianGame game = new BayesianGame(auction, auction.types());
        double gains = surplus.stream().mapToDouble(Double::doubleValue).sum();
        return new Equilibrium(
                "asymmetric",
                bids,
                Certificate.numeric(
                        SOURCE,
                        gain,
                        () -> OptionalDouble.of(GainBound.of(game, bids, EFFORT).bound())),
                new Predictions(0, gains, auction.choice().expectedWelfare(), 1, surplus, payments));
    }
}
