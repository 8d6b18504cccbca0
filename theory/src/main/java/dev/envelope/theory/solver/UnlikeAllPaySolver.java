package dev.envelope.theory.solver;

import dev.envelope.theory.deviation.BidLoss;
import dev.envelope.theory.distribution.Expectation;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Certificate;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.PiecewiseCubicBid;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.equilibrium.Solution;
import dev.envelope.theory.mechanism.AllPayAuction;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.unlike.AsymmetricAllPay;
import dev.envelope.theory.unlike.UnlikeAllPay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The equilibrium of the all-pay auction among risk-neutral bidders whose values have different distributions: between two
 * without a minimum bid by the formula of {@link UnlikeAllPay}, otherwise by {@link AsymmetricAllPay}, or, where a deviation gains more than
 * {@value #NEGLIGIBLE} of the range of values, by {@link NumericSolver} with its own, wider limit, unless that has nothing better. Without a minimum bid some low values bid
 * 0; where one's do, the others' lowest bid what is just above. Checked by {@code UnlikeAllPaySolverTest}.
 */
final class UnlikeAllPaySolver implements Solver {

    /** In units of the highest value, or of the range of values. */
    private static final double ACCURACY = 1e-11;

    /** How far bids and chances may be off for the general solver not to be asked instead. */
    private static final double TOLERANCE = 1e-9;

    private static final double NEGLIGIBLE = 1e-8;

    /** The density at the highest value, in units of a uniform one's, up to which the formula is not used. */
    private static final double SPARSE = 1e-3;

    /** The width of a support, in units of its highest value, below which the formula is not used. */
    private static final double NARROW = 1e-2;

    /** A message that is no bid, whatever the minimum. */
    private static final double NO_BID = -1;

    private static final String SOURCE = "Amann and Leininger (1996)";
    private static final String CONDITIONS =
            "first-order conditions (Parreiras and Rubinchik 2010) from the highest bid down";

    @Override
    public Optional<Solution> solve(BayesianGame game) {
        List<ValueDistribution> types = game.types();
        boolean isOwn = game.isRiskNeutral()
                && game.mechanism() instanceof AllPayAuction
                && !types.stream().allMatch(types.get(0)::equals)
                && types.stream().allMatch(UnlikeAllPaySolver::isCovered);
        if (!isOwn) {
            return Optional.empty();
        }
        double minimumBid = ((AllPayAuction) game.mechanism()).minimumBid();
        Optional<Solution> formula =
                types.size() == 2 && minimumBid == 0 && types.stream().allMatch(UnlikeAllPaySolver::isPlain)
                        ? Optional.of(UnlikeAllPay.of(types))
                                .filter(UnlikeAllPaySolver::isSolved)
                                .map(UnlikeAllPaySolver::equilibrium)
                        : Optional.empty();
        return Optional.of(formula.orElseGet(() -> numeric(game, minimumBid)));
    }

    /** Whether integrals of the density over the value are quick to find and to invert. */
    private static boolean isPlain(ValueDistribution type) {
        double last = type.density(type.upper());
        double width = type.upper() - type.lower();
        return SPARSE < last * width && last < Double.POSITIVE_INFINITY && width >= NARROW * type.upper();
    }

    /** Whether the values are at least 0 and have a density wherever there are some below and some above. */
    private static boolean isCovered(ValueDistribution type) {
        double before = type.lower();
        for (double kink : type.kinks()) {
            if (type.cdf(kink) <= type.cdf(before)) {
                return false;
            }
            before = kink;
        }
        return type.lower() >= 0 && type.cdf(before) < 1;
    }

    private static Solution numeric(BayesianGame game, double minimumBid) {
        List<ValueDistribution> types = game.types();
        if (types.stream().filter(type -> type.upper() > minimumBid).count() < 2) {
            return unrivalled(types, minimumBid);
        }
        AsymmetricAllPay.Attempt attempt = AsymmetricAllPay.attempt(types, minimumBid);
        Optional<Equilibrium> found = attempt.auction().map(auction -> measured(game, auction));
        double gain = found.map(UnlikeAllPaySolver::gain).orElse(Double.POSITIVE_INFINITY);
        if (gain <= NEGLIGIBLE * range(types)) {
            return found.orElseThrow();
        }
        String obstacle = attempt.obstacle().orElseGet(() -> "what they lead to leaves a gain of " + gain);
        Solution general = Equilibria.fromScratch(game);
        if (general instanceof Equilibrium other) {
            return gain(other) <= gain ? other : found.orElse(other);
        }
        return found.isPresent() && gain <= NumericSolver.SMALL * range(types)
                ? found.get()
                : new NoEquilibrium("the first-order conditions of the all-pay auction, from the highest bid down: "
                        + obstacle + "; " + ((NoEquilibrium) general).reason());
    }

    private static double gain(Equilibrium equilibrium) {
        return equilibrium.certificate().largestGain().orElseThrow();
    }

    /** One at most has values above the minimum bid, and bids just that. */
    private static Equilibrium unrivalled(List<ValueDistribution> types, double minimumBid) {
        List<BidFunction> strategies = new ArrayList<>();
        List<Double> payments = new ArrayList<>();
        List<Double> surplus = new ArrayList<>();
        double sold = 0;
        double gains = 0;
        for (ValueDistribution type : types) {
            boolean isAble = type.upper() > minimumBid;
            double from = Math.max(type.lower(), minimumBid);
            double chance = isAble ? type.survival(from) : 0;
            double worth = isAble
                    ? Expectation.of(type, from, type.upper(), ACCURACY * type.upper(), type.kinks(), x -> x)
                    : 0;
            strategies.add(value -> isAble && value >= minimumBid ? minimumBid : Mechanism.ABSTAIN);
            payments.add(minimumBid * chance);
            surplus.add(worth - minimumBid * chance);
            sold += chance;
            gains += worth;
        }
        return new Equilibrium(
                "unrivalled",
                strategies,
                Certificate.closedForm("nobody else has a value above the minimum bid"),
                new Predictions(
                        minimumBid * sold,
                        gains,
                        EfficientAuctionPredictions.firstBest(types),
                        sold,
                        surplus,
                        payments));
    }

    private static Equilibrium measured(BayesianGame game, AsymmetricAllPay auction) {
        List<BidFunction> strategies = new ArrayList<>();
        double gain = 0;
        for (int i = 0; i < game.types().size(); i++) {
            int first = game.types().indexOf(game.types().get(i));
            strategies.add(first < i ? strategies.get(first) : strategy(game, auction, i));
        }
        List<BidFunction> counted =
                strategies.stream().map(UnlikeAllPaySolver::counted).toList();
        for (int i = 0; i < strategies.size(); i++) {
            if (game.types().indexOf(game.types().get(i)) == i) {
                gain = Math.max(gain, BidLoss.of(game, counted, i).largestGain());
            }
        }
        return new Equilibrium(
                "asymmetric",
                strategies,
                Certificate.numeric(CONDITIONS, gain, () -> Bounds.of(game, strategies)),
                predictions(game.types(), auction));
    }

    /** The same with a bid that does not count in place of none, so that it can be compared with others. */
    private static BidFunction counted(BidFunction strategy) {
        return value -> {
            double bid = strategy.message(value);
            return Double.isNaN(bid) ? NO_BID : bid;
        };
    }

    private static BidFunction strategy(BayesianGame game, AsymmetricAllPay auction, int bidder) {
        double[] knots = auction.knots(bidder);
        return knots.length < 2
                ? value -> Mechanism.ABSTAIN
                : PiecewiseCubicBid.through(value -> auction.bid(bidder, value), ACCURACY * range(game.types()), knots);
    }

    private static double range(List<ValueDistribution> types) {
        return types.stream().mapToDouble(ValueDistribution::upper).max().orElseThrow()
                - types.stream().mapToDouble(ValueDistribution::lower).min().orElseThrow();
    }

    private static Predictions predictions(List<ValueDistribution> types, AsymmetricAllPay auction) {
        List<Double> payments = new ArrayList<>();
        List<Double> surplus = new ArrayList<>();
        double gains = 0;
        double revenue = 0;
        for (int i = 0; i < types.size(); i++) {
            int first = types.indexOf(types.get(i));
            payments.add(first < i ? payments.get(first) : auction.payment(i));
            surplus.add(first < i ? surplus.get(first) : auction.gains(i) - auction.payment(i));
            revenue += payments.get(i);
            gains += payments.get(i) + surplus.get(i);
        }
        return new Predictions(
                revenue,
                gains,
                EfficientAuctionPredictions.firstBest(types),
                auction.saleProbability(),
                surplus,
                payments);
    }

    /** Whether both bid up to the same and one of them wins, as they do but for errors of quadrature. */
    private static boolean isSolved(UnlikeAllPay auction) {
        double one = auction.bid(0, auction.types().get(0).upper());
        double other = auction.bid(1, auction.types().get(1).upper());
        return Math.abs(one - other) <= TOLERANCE * Math.max(one, other)
                && Math.abs(auction.winProbability(0) + auction.winProbability(1) - 1) <= TOLERANCE;
    }

    private static Equilibrium equilibrium(UnlikeAllPay auction) {
        return new Equilibrium(
                "asymmetric",
                List.of(strategy(auction, 0), strategy(auction, 1)),
                Certificate.closedForm(SOURCE),
                predictions(auction));
    }

    private static BidFunction strategy(UnlikeAllPay auction, int bidder) {
        ValueDistribution own = auction.types().get(bidder);
        ValueDistribution rival = auction.types().get(1 - bidder);
        double highest = Math.max(own.upper(), rival.upper());
        double least = auction.leastBid(bidder);
        List<Double> kinks = new ArrayList<>(auction.kinks(bidder));
        kinks.add(auction.silentUpTo(bidder));
        return PiecewiseCubicBid.through(
                value -> Math.max(least, auction.bid(bidder, value)),
                ACCURACY * highest,
                Kinks.between(own.lower(), own.upper(), kinks));
    }

    private static Predictions predictions(UnlikeAllPay auction) {
        List<Double> payments = List.of(auction.payment(0), auction.payment(1));
        List<Double> gains = List.of(auction.gains(0), auction.gains(1));
        return new Predictions(
                payments.get(0) + payments.get(1),
                gains.get(0) + gains.get(1),
                EfficientAuctionPredictions.firstBest(auction.types()),
                1,
                List.of(gains.get(0) - payments.get(0), gains.get(1) - payments.get(1)),
                payments);
    }
}
