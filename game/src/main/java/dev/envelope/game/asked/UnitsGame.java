package dev.envelope.game.asked;

import dev.envelope.game.asked.offer.MessageBounds;
import dev.envelope.game.asked.offer.Offer;
import dev.envelope.game.plan.MechanismSpec;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.roles.StatedValues;
import dev.envelope.theory.audit.played.MessageGame;
import dev.envelope.theory.audit.played.PlayedGame;
import dev.envelope.theory.audit.played.UnitsBidding;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.Solution;
import dev.envelope.theory.mechanism.TieOrder;
import dev.envelope.theory.solver.Equilibria;
import dev.envelope.theory.units.DemandBids;
import dev.envelope.theory.units.IndependentDraws;
import dev.envelope.theory.units.MultiUnitAuction;
import dev.envelope.theory.units.SeveralWanted;
import dev.envelope.theory.units.UnitDemandAuction;
import dev.envelope.theory.units.UnitPricing;
import dev.envelope.theory.units.UnitsOutcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Several identical units. Where bidders want more than one, each one's marginal values are independent draws in decreasing order.
 *
 * @param treatment the treatment
 * @param auction its rules
 * @param wanted how many units each bidder wants
 */
record UnitsGame(Treatment treatment, MultiUnitAuction auction, int wanted) implements AskedGame {

    static UnitsGame of(Treatment treatment) {
        MechanismSpec spec = treatment.mechanism();
        AskedGame.checkNoFee(spec);
        UnitPricing pricing = switch (spec.type()) {
            case DISCRIMINATORY -> UnitPricing.DISCRIMINATORY;
            case MULTI_UNIT_VICKREY -> UnitPricing.VICKREY;
            default ->
                spec.word("price", "highest_rejected").equals("lowest_accepted")
                        ? UnitPricing.LOWEST_ACCEPTED
                        : UnitPricing.HIGHEST_REJECTED;
        };
        return new UnitsGame(
                treatment,
                new MultiUnitAuction((int) spec.parameter("units", 1), pricing, spec.parameter("reserve", 0)),
                (int) spec.parameter("wanted", 1));
    }

    @Override
    public Optional<BayesianGame> bayesian() {
        return wanted == 1 ? Optional.of(game()) : Optional.empty();
    }

    @Override
    public Solution freeSolution() {
        if (wanted == 1) {
            return Equilibria.of(game());
        }
        if (treatment.roles().size() > 1) {
            return new NoEquilibrium(
                    "what is known of bidders that want several units is known where the values of all have"
                            + " one distribution; there are "
                            + treatment.roles().size() + " roles");
        }
        if (auction.reserve() > 0 || !game().isRiskNeutral()) {
            return new NoEquilibrium(
                    "what is known of bidders that want several units is known without a reserve and for"
                            + " risk-neutral bidders; the reserve is " + auction.reserve() + ", the utility "
                            + treatment.utility());
        }
        return several().solution();
    }

    @Override
    public Solution solution() {
        Solution solution = AskedGame.super.solution();
        return freeSolution() instanceof Equilibrium && solution instanceof NoEquilibrium none
                ? new NoEquilibrium(none.reason() + "; " + missing())
                : solution;
    }

    /** What is not known where bounds keep some type from its bid. */
    private String missing() {
        return switch (auction.pricing()) {
            case VICKREY, HIGHEST_REJECTED ->
                wanted == 1
                        ? "the value, or the highest bid admitted, is solved where the least value that takes part is admitted too"
                        : "what bids that tie at the highest one admitted come to is worked out for bidders that want one unit each";
            case LOWEST_ACCEPTED, DISCRIMINATORY ->
                "high types would all bid the highest one admitted, and from which type on they jump to it is not worked out";
        };
    }

    private SeveralWanted several() {
        ValueDistribution draw =
                StatedValues.distribution(treatment.roles().get(0).values());
        return new SeveralWanted(
                new IndependentDraws(draw, wanted, treatment.marketSize(), auction.units()), auction.pricing());
    }

    @Override
    public int unitsBidFor() {
        return wanted;
    }

    @Override
    public BidFunction bidForUnit(Equilibrium equilibrium, int agent, int unit) {
        return wanted == 1
                ? equilibrium.strategies().get(agent)
                : value ->
                        several().schedule(Collections.nCopies(wanted, value)).get(unit);
    }

    @Override
    public Optional<PlayedGame> played(Equilibrium equilibrium) {
        if (isOneNumberPlayed()) {
            return Optional.of(new MessageGame(game(), equilibrium.strategies()));
        }
        return isPlayed()
                ? Optional.of(new UnitsBidding(
                        several().draws(), auction, several()::schedule, auction.pricing() == UnitPricing.VICKREY))
                : Optional.empty();
    }

    @Override
    public Optional<PlayedGame> playedTruth() {
        if (isOneNumberPlayed()) {
            return Optional.of(MessageGame.ofTruth(game()));
        }
        return isPlayed() ? Optional.of(UnitsBidding.ofTruth(several().draws(), auction)) : Optional.empty();
    }

    /** Whether each of risk-averse bidders wants one unit. */
    private boolean isOneNumberPlayed() {
        return wanted == 1 && !game().isRiskNeutral();
    }

    private boolean isPlayed() {
        return wanted > 1 && treatment.roles().size() == 1 && game().isRiskNeutral();
    }

    @Override
    public Cleared outcome(List<Offer> offers) {
        List<List<Double>> schedules = new ArrayList<>();
        for (int i = 0; i < offers.size(); i++) {
            schedules.add(schedule(i, offers.get(i)));
        }
        UnitsOutcome outcome = auction.outcome(new DemandBids(schedules), TieOrder.byIndex(offers.size()));
        List<String> roles = AskedGame.roles(treatment);
        List<Cleared.Share> shares = new ArrayList<>();
        for (int i = 0; i < offers.size(); i++) {
            shares.add(new Cleared.Share(
                    roles.get(i),
                    offers.get(i),
                    outcome.units().get(i),
                    List.of(),
                    outcome.payments().get(i)));
        }
        return new Cleared(shares, outcome.price(), 0);
    }

    private static List<Double> schedule(int agent, Offer offer) {
        if (offer instanceof Offer.Schedule schedule) {
            return schedule.points();
        }
        if (offer instanceof Offer.Amount number) {
            return List.of(number.points());
        }
        if (offer instanceof Offer.None) {
            return List.of();
        }
        throw new IllegalArgumentException("messages[" + agent + "]: " + offer + " (expected: a list of bids)");
    }

    @Override
    public BayesianGame audited() {
        if (wanted > 1) {
            throw new IllegalArgumentException(
                    "an audit of bidders that want several units is of one role of risk-neutral bidders; there are "
                            + treatment.roles().size() + " roles, the utility is " + treatment.utility());
        }
        return game();
    }

    private BayesianGame game() {
        List<ValueDistribution> types = new ArrayList<>();
        treatment
                .roles()
                .forEach(role ->
                        types.addAll(Collections.nCopies(role.count(), StatedValues.distribution(role.values()))));
        return MessageBounds.of(treatment)
                .rules(new BayesianGame(new UnitDemandAuction(types.size(), auction), types, treatment.utility()));
    }
}
