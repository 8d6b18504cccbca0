package dev.envelope.theory.solver;

import dev.envelope.theory.bilateral.PostedTradePrice;
import dev.envelope.theory.bilateral.Traders;
import dev.envelope.theory.bilateral.strategy.LinearDoubleAuction;
import dev.envelope.theory.bilateral.strategy.OneSidedOffer;
import dev.envelope.theory.bilateral.strategy.SmoothDoubleAuction;
import dev.envelope.theory.bilateral.strategy.StepDoubleAuction;
import dev.envelope.theory.bilateral.strategy.TradeDeviations;
import dev.envelope.theory.bilateral.strategy.TradingStrategies;
import dev.envelope.theory.deviation.BestResponse;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Certificate;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.PiecewiseCubicBid;
import dev.envelope.theory.equilibrium.Solution;
import dev.envelope.theory.mechanism.BilateralDoubleAuction;
import dev.envelope.theory.numeric.PlainNumber;
import java.util.List;
import java.util.Optional;

/**
 * One of the continuum of equilibria of the bilateral k-double auction, named.
 *
 * <p>With uniform types the linear one, which textbooks select (Chatterjee &amp; Samuelson 1983); at k = 0 and k = 1 the offer of
 * the side that names the price; otherwise the smooth one that is also smooth at the ends of the range of trade, of which the
 * linear one is a case. Where every value exceeds every cost and these fail, trade at one price halfway between; elsewhere the smooth
 * one with the most gains of those found, and where none is found, as over some gaps without types, trade at the one price with the most
 * gains. What is not a theorem is measured by a best-response search and refused when the gain is not negligible. Checked by {@code
 * BilateralDoubleAuctionSolverTest}.
 */
final class BilateralDoubleAuctionSolver implements Solver {

    private static final String LINEAR = "Chatterjee and Samuelson (1983)";
    private static final String OFFER = "Chatterjee and Samuelson (1983); the other side's truth is weakly dominant";
    private static final String ONE_PRICE = "Leininger, Linhart and Radner (1989)";
    private static final String SMOOTH =
            "first-order conditions of Satterthwaite and Williams (1989), solved numerically";

    /** How many types of each agent are searched. */
    private static final int TYPES_SEARCHED = 17;

    /** The largest gain, relative to the range of types, that is taken for rounding. */
    private static final double NEGLIGIBLE = 1e-9;

    private static final double ACCURACY = 1e-11;

    @Override
    public Optional<Solution> solve(BayesianGame game) {
        return game.mechanism() instanceof BilateralDoubleAuction auction
                ? Optional.of(solution(auction.k(), game))
                : Optional.empty();
    }

    private static Solution solution(double k, BayesianGame game) {
        if (!game.isRiskNeutral()) {
            return new NoEquilibrium(
                    "an equilibrium of the double auction is known for risk-neutral agents; the utility is "
                            + game.utility());
        }
        Traders traders = new Traders(
                game.types().get(BilateralDoubleAuction.BUYER), game.types().get(BilateralDoubleAuction.SELLER));
        if (traders.values() instanceof UniformDistribution values
                && traders.costs() instanceof UniformDistribution costs) {
            LinearDoubleAuction linear = new LinearDoubleAuction(k, values, costs);
            if (linear.isUntruncated()) {
                return equilibrium("linear (Chatterjee–Samuelson)", linear, Certificate.closedForm(LINEAR));
            }
            if (linear.isTruncationPossible()) {
                double gain = BestResponse.largestGain(game, strategies(linear), TYPES_SEARCHED);
                return verified(game, "truncated linear (Chatterjee–Samuelson)", linear, LINEAR + ", truncated", gain);
            }
        }
        if (k == 0 || k == 1 || !traders.canGain()) {
            OneSidedOffer offer = k < 1 ? OneSidedOffer.sellers(traders) : OneSidedOffer.buyers(traders);
            String name = !traders.canGain() ? "no trade" : k == 1 ? "the buyer's offer" : "the seller's offer";
            return equilibrium(name, offer, Certificate.closedForm(OFFER));
        }
        return smooth(game, traders, k);
    }

    private static Solution smooth(BayesianGame game, Traders traders, double k) {
        Optional<Solution> selected = SmoothDoubleAuction.selected(traders, k)
                .map(found -> verified(game, "smooth at both ends of trade", found));
        if (selected.filter(Equilibrium.class::isInstance).isPresent()) {
            return selected.get();
        }
        if (traders.alwaysGain()) {
            return onePrice(
                    traders, k, (traders.costs().upper() + traders.values().lower()) / 2);
        }
        return SmoothDoubleAuction.byGains(traders, k).stream()
                .map(found -> verified(game, "smooth, with the most gains of those found", found))
                .filter(Equilibrium.class::isInstance)
                .findFirst()
                .orElseGet(() -> onePrice(
                        traders, k, PostedTradePrice.ofLargestGains(traders).price()));
    }

    private static Equilibrium onePrice(Traders traders, double k, double price) {
        return equilibrium(
                "one price, " + PlainNumber.of(price),
                StepDoubleAuction.onePrice(traders, k, price),
                Certificate.closedForm(ONE_PRICE));
    }

    private static Solution verified(BayesianGame game, String name, SmoothDoubleAuction found) {
        return verified(game, name, found, SMOOTH, TradeDeviations.largestGain(found, TYPES_SEARCHED));
    }

    private static Solution verified(
            BayesianGame game, String name, TradingStrategies strategies, String source, double gain) {
        if (!(gain <= NEGLIGIBLE * strategies.traders().range())) {
            return new NoEquilibrium("the " + name + " strategies of the double auction are no equilibrium here: a"
                    + " deviation gains " + gain);
        }
        List<BidFunction> played = pieces(strategies);
        Certificate certificate = Certificate.numeric(
                source + "; verified by best-response search over " + TYPES_SEARCHED + " types of each agent",
                gain,
                () -> Bounds.of(game, played));
        return new Equilibrium(name, played, certificate, strategies.figures().balanced());
    }

    /** The strategies to within {@value #ACCURACY} of the range, in a form whose losses can be bounded. */
    private static List<BidFunction> pieces(TradingStrategies strategies) {
        ValueDistribution values = strategies.traders().values();
        ValueDistribution costs = strategies.traders().costs();
        double accuracy = ACCURACY * strategies.traders().range();
        return List.of(
                PiecewiseCubicBid.through(strategies::bid, accuracy, values.lower(), values.upper()),
                PiecewiseCubicBid.through(strategies::ask, accuracy, costs.lower(), costs.upper()));
    }

    private static Equilibrium equilibrium(String name, TradingStrategies strategies, Certificate certificate) {
        return new Equilibrium(
                name, strategies(strategies), certificate, strategies.figures().balanced());
    }

    private static List<BidFunction> strategies(TradingStrategies strategies) {
        return List.of(strategies::bid, strategies::ask);
    }
}
