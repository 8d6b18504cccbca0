package dev.envelope.theory.licence.interdependent;

import dev.envelope.theory.certificate.law.MessageLaw;
import dev.envelope.theory.certificate.law.Trader;
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
import dev.envelope.theory.licence.Licence;
import dev.envelope.theory.licence.LicenceBidding;
import dev.envelope.theory.licence.LicenceBidding.Pricing;
import dev.envelope.theory.licence.Loss;
import dev.envelope.theory.numeric.PlainNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/**
 * The equilibria of {@link LicenceBidding} between two firms whose values have different distributions and who lose, without the licence, α &gt; 0
 * times the value of the one that has it, where the winner pays its bid or both pay theirs.
 *
 * <p>What a firm loses depends on the other's bids only, so that payoffs are lines in its own value: by first-order conditions
 * ({@link BidPath}), with what no deviation gains by what they leave over ({@link ResidualBound}). Checked by {@code InterdependentFirmsTest}.
 */
public final class InterdependentFirms {

    /** The gain, in units of the range of values, up to which bids are given. */
    private static final double NEGLIGIBLE = 1e-7;

    /** How close the bound is meant to be, in the same unit. */
    private static final double CLOSE = 1e-8;

    private static final double ACCURACY = 1e-11;
    private static final String SOURCE =
            "first-order conditions with what is lost to the other's values, followed from the highest bid down";

    private final LicenceBidding bidding;
    private final Licence licence;
    private final double range;

    private InterdependentFirms(LicenceBidding bidding) {
        this.bidding = bidding;
        this.licence = bidding.licence();
        this.range = licence.types().stream()
                        .mapToDouble(ValueDistribution::upper)
                        .max()
                        .orElseThrow()
                - licence.types().stream()
                        .mapToDouble(ValueDistribution::lower)
                        .min()
                        .orElseThrow();
    }

    /** The answer for a game of such firms; empty for any other game. */
    public static Optional<Solution> of(BayesianGame game) {
        if (!(game.mechanism() instanceof LicenceBidding bidding)) {
            return Optional.empty();
        }
        boolean isOwn = bidding.types().equals(game.types())
                && game.isRiskNeutral()
                && bidding.licence().loss() == Loss.WINNERS_VALUE
                && bidding.licence().alpha() != 0
                && bidding.pricing() != Pricing.SECOND_PRICE
                && bidding.licence().amongAlike().isEmpty();
        return isOwn ? Optional.of(new InterdependentFirms(bidding).solution()) : Optional.empty();
    }

    private boolean isAllPay() {
        return bidding.pricing() == Pricing.ALL_PAY;
    }

    private Solution solution() {
        return obstacle()
                .<Solution>map(reason ->
                        new NoEquilibrium("where losers lose by the winner's value, firms' values are interdependent:"
                                + " bids with payments " + bidding.pricing() + " are known " + reason))
                .orElseGet(this::followed);
    }

    private Optional<String> obstacle() {
        List<ValueDistribution> types = licence.types();
        if (types.size() > 2) {
            return Optional.of(
                    "of two firms, or where all have the same distribution, for of more it is lost to whichever rival bids most;"
                            + " these are " + types.size() + " and differ: " + types);
        }
        if (licence.alpha() < 0) {
            return Optional.of("where alpha is above 0, not " + PlainNumber.of(licence.alpha()));
        }
        if (isAllPay() && types.stream().anyMatch(type -> type.lower() < 0)) {
            return Optional.of("of firms whose values are at least 0, not " + types);
        }
        if (!isAllPay() && licence.alpha() > 1) {
            return Optional.of("where alpha is at most 1, not " + PlainNumber.of(licence.alpha())
                    + ": above it the first-order conditions lead to no lowest bid that is the same for both");
        }
        boolean isOneLowest = types.get(0).lower() == types.get(1).lower();
        return isAllPay() || isOneLowest
                ? Optional.empty()
                : Optional.of(
                        "of two firms with one lowest value, for what the other bids that cannot win is part of the equilibrium"
                                + " otherwise; these have " + types.get(0).lower() + " and "
                                + types.get(1).lower());
    }

    private Solution followed() {
        Optional<? extends BidPath> path = isAllPay()
                ? Optional.of(new AllPayPath(licence.types(), licence.alpha())).filter(BidPath::isFollowed)
                : FirstPricePath.of(licence.types(), licence.alpha());
        if (path.isEmpty()) {
            return unsolved("");
        }
        List<Trader> firms = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            int firm = i;
            BidFunction bid = PiecewiseCubicBid.through(
                    value -> path.get().bid(firm, value),
                    ACCURACY * range,
                    path.get().knots(i));
            firms.add(new Trader(licence.types().get(i), bid, false));
        }
        double gain = Math.max(search(firms, 0).found(), search(firms, 1).found());
        return gain <= NEGLIGIBLE * range
                ? equilibrium(firms, gain)
                : unsolved(" well enough: a deviation gains " + gain);
    }

    private NoEquilibrium unsolved(String how) {
        return new NoEquilibrium("the first-order conditions of the firms' bids could not be solved" + how
                + "; the values are " + licence.types());
    }

    private DeviationSearch search(List<Trader> firms, int firm) {
        return new DeviationSearch(firms.get(firm), firms.get(1 - firm), licence.alpha(), isAllPay());
    }

    private double bound(List<Trader> firms) {
        double bound = 0;
        for (int i = 0; i < 2; i++) {
            ResidualBound ofFirm = new ResidualBound(firms.get(i), firms.get(1 - i), licence.alpha(), isAllPay());
            bound = Math.max(bound, ofFirm.within(CLOSE * range));
        }
        return bound;
    }

    private Equilibrium equilibrium(List<Trader> firms, double gain) {
        double[] won = new double[2];
        List<Double> payments = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Trader own = firms.get(i);
            MessageLaw rival = firms.get(1 - i).law();
            won[i] = mean(firms, i, x -> x * rival.atMost(own.message(x)));
            payments.add(mean(firms, i, x -> own.message(x) * (isAllPay() ? 1 : rival.atMost(own.message(x)))));
        }
        List<Double> surplus = List.of(
                won[0] - payments.get(0) - licence.alpha() * won[1],
                won[1] - payments.get(1) - licence.alpha() * won[0]);
        double revenue = payments.get(0) + payments.get(1);
        return new Equilibrium(
                "asymmetric",
                firms.stream().map(Trader::strategy).toList(),
                Certificate.numeric(SOURCE, gain, () -> OptionalDouble.of(bound(firms))),
                new Predictions(
                        revenue,
                        revenue + surplus.get(0) + surplus.get(1),
                        licence.expectedBest(),
                        1,
                        surplus,
                        payments));
    }

    /** E[f(X)] of the value of {@code firm}, which may not be smooth where the other's bids are not. */
    private double mean(List<Trader> firms, int firm, DoubleUnaryOperator f) {
        Trader own = firms.get(firm);
        MessageLaw mine = own.law();
        Trader rival = firms.get(1 - firm);
        List<Double> kinks = new ArrayList<>(List.of(mine.first(rival.message(rival.lower()))));
        rival.type().kinks().forEach(kink -> kinks.add(mine.first(rival.message(kink))));
        kinks.add(mine.first(Math.nextUp(mine.lowest())));
        return Expectation.of(
                own.type(),
                own.lower(),
                own.upper(),
                1e-11 * range,
                kinks,
                x -> f.applyAsDouble(Math.max(own.lower(), Math.min(own.upper(), x))));
    }
}
