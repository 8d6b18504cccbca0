package dev.envelope.game.asked;

import dev.envelope.game.asked.offer.Offer;
import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.roles.CommonValue;
import dev.envelope.game.plan.roles.DistributionSpec;
import dev.envelope.game.plan.roles.RoleSpec;
import dev.envelope.theory.audit.played.CommonValueBidding;
import dev.envelope.theory.audit.played.PlayedGame;
import dev.envelope.theory.commonvalue.CommonPricing;
import dev.envelope.theory.commonvalue.MineralRights;
import dev.envelope.theory.commonvalue.WalletGame;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.Solution;
import dev.envelope.theory.numeric.PlainNumber;
import dev.envelope.theory.preference.RiskNeutral;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An object worth the same to all bidders, of which each knows a signal, sold at the first or the second price. */
final class CommonValueGame extends NotAudited {

    private final Treatment treatment;
    private final CommonPricing pricing;

    private CommonValueGame(Treatment treatment, CommonPricing pricing) {
        this.treatment = treatment;
        this.pricing = pricing;
    }

    /** Whether a role of {@code treatment} has a signal rather than a value. */
    static boolean isOne(Treatment treatment) {
        return treatment.roles().stream().anyMatch(role -> CommonValue.isOne(role.values()));
    }

    static CommonValueGame of(Treatment treatment) {
        MechanismType type = treatment.mechanism().type();
        if (type != MechanismType.FIRST_PRICE && type != MechanismType.SECOND_PRICE) {
            throw new IllegalArgumentException(
                    "mechanism: " + type.planName() + " (expected: first_price or second_price for a common value)");
        }
        if (treatment.roles().size() > 1) {
            throw new IllegalArgumentException(
                    "roles: " + treatment.roles().size() + " (expected: one role of bidders, whose signals are alike)");
        }
        return new CommonValueGame(
                treatment, type == MechanismType.FIRST_PRICE ? CommonPricing.FIRST_PRICE : CommonPricing.SECOND_PRICE);
    }

    @Override
    public Treatment treatment() {
        return treatment;
    }

    @Override
    String reason() {
        return "here it is a signal of a common value, audited without a reserve or a fee and for risk-neutral bidders";
    }

    @Override
    public Solution freeSolution() {
        if (!treatment.mechanism().parameters().isEmpty() || !(treatment.utility() instanceof RiskNeutral)) {
            return new NoEquilibrium(
                    "with a common value the equilibrium is known without a reserve or an entry fee and for"
                            + " risk-neutral bidders; the rules have "
                            + rules()
                            + ", the utility is " + treatment.utility());
        }
        return wallets()
                .map(game -> (Solution) game.equilibrium(pricing))
                .orElseGet(() -> mineralRights().equilibrium(pricing));
    }

    /** What the winner would gain where all bid what they estimate, forgetting what winning says. */
    @Override
    public List<Fact> facts() {
        double naive = wallets()
                .map(game -> game.naiveProfit(pricing))
                .orElseGet(() -> mineralRights().curse().naiveProfit(pricing));
        return List.of(Fact.of("winners_gain_if_all_bid_estimates", naive));
    }

    @Override
    public Optional<PlayedGame> played(Equilibrium equilibrium) {
        return playedTruth().isPresent() ? Optional.of(bidding()) : Optional.empty();
    }

    @Override
    public Optional<PlayedGame> playedTruth() {
        boolean isKnown = treatment.mechanism().parameters().isEmpty() && treatment.utility() instanceof RiskNeutral;
        return isKnown ? Optional.of(bidding().truthful()) : Optional.empty();
    }

    private PlayedGame bidding() {
        return wallets()
                .map(game -> CommonValueBidding.of(game, pricing))
                .orElseGet(() -> CommonValueBidding.of(mineralRights(), pricing));
    }

    /** Such as {@code reserve 0.5}. */
    private String rules() {
        Map<String, Double> numbers = new TreeMap<>(treatment.mechanism().parameters());
        return numbers.isEmpty()
                ? "none"
                : numbers.entrySet().stream()
                        .map(number -> number.getKey() + " " + PlainNumber.of(number.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private Optional<WalletGame> wallets() {
        return CommonValue.wallet(values()).map(wallet -> new WalletGame(wallet, treatment.marketSize()));
    }

    private MineralRights mineralRights() {
        return new MineralRights(CommonValue.signals(values()), treatment.marketSize());
    }

    private DistributionSpec values() {
        return treatment.roles().get(0).values();
    }

    /** As with private values: the rules do not know what bids are made of. */
    @Override
    public Cleared outcome(List<Offer> offers) {
        RoleSpec role = treatment.roles().get(0);
        RoleSpec plain = role.withValues(DistributionSpec.uniform(0, 1));
        return MarketGame.of(treatment.withRoles(List.of(plain))).outcome(offers);
    }
}
