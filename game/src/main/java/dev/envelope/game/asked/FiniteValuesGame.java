package dev.envelope.game.asked;

import dev.envelope.game.asked.finite.FiniteRules;
import dev.envelope.game.asked.finite.FiniteSolutions;
import dev.envelope.game.asked.finite.FiniteTreatment;
import dev.envelope.game.asked.offer.Offer;
import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.roles.DistributionSpec;
import dev.envelope.game.plan.roles.RoleSpec;
import dev.envelope.game.plan.roles.StatedValues;
import dev.envelope.game.plan.roles.Support;
import dev.envelope.theory.audit.AuditSettings;
import dev.envelope.theory.distribution.discrete.DiscreteDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.Solution;
import dev.envelope.theory.finite.FiniteGame;
import dev.envelope.theory.finite.demand.DemandGame;
import dev.envelope.theory.finite.demand.SeveralUnits;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.PricedOffers;
import java.util.List;
import java.util.Optional;

/**
 * A game in which somebody has finitely many values: equilibria are given where everybody has and truth is one, and audits go through all
 * profiles.
 */
final class FiniteValuesGame implements AskedGame {

    private final Treatment treatment;
    private Optional<FiniteRules> rules = Optional.empty();

    FiniteValuesGame(Treatment treatment) {
        this.treatment = treatment;
    }

    /** Whether a role of {@code treatment} has finitely many values. */
    static boolean isOne(Treatment treatment) {
        return treatment.roles().stream().anyMatch(role -> StatedValues.isFinite(role.values()));
    }

    @Override
    public Treatment treatment() {
        return treatment;
    }

    @Override
    public Solution freeSolution() {
        if (!areAllFinite()) {
            return new NoEquilibrium(
                    "some values have positive probability and others a density; equilibria are known where"
                            + " all have one or the other");
        }
        FiniteTreatment finite = FiniteTreatment.of(treatment);
        return FiniteSolutions.of(finite, rules(finite), this::whateverTheValues, () -> demand().orElseThrow());
    }

    private boolean areAllFinite() {
        return treatment.roles().stream().allMatch(role -> StatedValues.isFinite(role.values()));
    }

    @Override
    public List<Fact> facts() {
        return treatment.mechanism().type() == MechanismType.SEQUENTIAL_OFFERS
                        && rules(FiniteTreatment.of(treatment)).made().orElse(null) instanceof PricedOffers offers
                ? List.of(new Fact("prices", offers.prices()))
                : List.of();
    }

    /** The rules that are made of finitely many values. */
    private FiniteRules rules(FiniteTreatment finite) {
        if (rules.isEmpty()) {
            rules = Optional.of(FiniteRules.of(finite));
        }
        return rules.get();
    }

    private Mechanism whateverTheValues() {
        return spread().audited().mechanism();
    }

    /** The same game with values that are spread evenly between the lowest and the highest. */
    private AskedGame spread() {
        return AskedGame.of(treatment.withRoles(
                treatment.roles().stream().map(FiniteValuesGame::spread).toList()));
    }

    private static RoleSpec spread(RoleSpec role) {
        if (!StatedValues.isFinite(role.values())) {
            return role;
        }
        Support ends = StatedValues.support(role.values());
        double upper = ends.upper() > ends.lower() ? ends.upper() : ends.lower() + 1;
        return role.withValues(DistributionSpec.uniform(ends.lower(), upper));
    }

    @Override
    public Optional<FiniteGame> finite() {
        if (isOfSeveral()) {
            return Optional.empty();
        }
        FiniteTreatment finite = FiniteTreatment.of(treatment);
        return Optional.of(
                new FiniteGame(rules(finite).orElse(this::whateverTheValues), finite.types(), treatment.utility()));
    }

    /** Whether messages are lists of bids for several units each, or for packages. */
    private boolean isOfSeveral() {
        return treatment.mechanism().type() == MechanismType.PACKAGE_AUCTION || unitsBidFor() > 1;
    }

    @Override
    public int unitsBidFor() {
        return (int) treatment.mechanism().parameter("wanted", 1);
    }

    @Override
    public Optional<DemandGame> demand() {
        if (!isOfSeveral()) {
            return Optional.empty();
        }
        List<DiscreteDistribution> values = FiniteTreatment.of(treatment).types();
        AskedGame rules = spread();
        return Optional.of(
                rules instanceof UnitsGame units
                        ? SeveralUnits.of(units.auction(), units.wanted(), values)
                        : ((PackageGame) rules).ofFinite(values));
    }

    @Override
    public BayesianGame audited() {
        throw new IllegalArgumentException("values: finitely many (expected: a density)");
    }

    @Override
    public AuditSettings withOutsideOptions(AuditSettings settings) {
        return MarketGame.withOutsideOptions(FiniteTreatment.of(treatment).options(), settings);
    }

    /**
     * As with values spread evenly between the lowest and the highest where the rules are the same whatever the values.
     *
     * @throws IllegalArgumentException also where there are no rules of finitely many values
     */
    @Override
    public Cleared outcome(List<Offer> offers) {
        if (!areAllFinite()) {
            checkIndependent();
            return spread().outcome(offers);
        }
        return rules(FiniteTreatment.of(treatment))
                .checked()
                .map(rules -> MarketGame.outcome(treatment, rules, offers))
                .orElseGet(() -> spread().outcome(offers));
    }

    /** Refuses rules that depend on how likely values are, where only some are finitely many. */
    private void checkIndependent() {
        FiniteRules.obstacleAmongOthers(treatment.mechanism()).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
    }
}
