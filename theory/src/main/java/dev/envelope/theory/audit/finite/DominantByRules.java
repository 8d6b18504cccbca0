package dev.envelope.theory.audit.finite;

import dev.envelope.theory.finite.FiniteGame;
import dev.envelope.theory.finite.demand.DemandGame;
import dev.envelope.theory.finite.demand.SeveralUnits;
import dev.envelope.theory.finite.demand.WantedPackages;
import dev.envelope.theory.licence.LicenceBidding;
import dev.envelope.theory.licence.LicenceBidding.Pricing;
import dev.envelope.theory.licence.Loss;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.SecondPriceAuction;
import dev.envelope.theory.packages.PackagePricing;
import dev.envelope.theory.units.UnitDemandAuction;
import dev.envelope.theory.units.UnitPricing;
import java.util.OptionalDouble;

/**
 * Where the rules prove that what bidders send is dominant: where what one pays is set by the others' bids and the reserve alone, and one wins
 * where one's bid is above that (Vickrey 1961; Clarke 1971; Groves 1973). Checked by {@code DominanceSearchTest}.
 */
final class DominantByRules {

    /** What proves it. */
    static final String EVIDENCE = "what a bidder pays is set by bids of the others, whatever these are";

    private DominantByRules() {}

    /** Whether it is dominant to send what {@code play} has bidders of one object, or one unit, send. */
    static boolean proves(AuditedPlay play) {
        FiniteGame game = play.game();
        if (game.mechanism() instanceof LicenceBidding licence) {
            return isStakeBid(licence, play);
        }
        OptionalDouble least = leastPrice(game.mechanism(), play.bids());
        for (int i = 0; i < game.types().size() && least.isPresent(); i++) {
            for (double type : game.types().get(i).points()) {
                if (!isBest(play.sent(i, type), type, least.getAsDouble(), play.bids())) {
                    return false;
                }
            }
        }
        return least.isPresent();
    }

    /** Whether firms that lose nothing by the others' values bid what winning is worth to them rather than losing, at a second price. */
    private static boolean isStakeBid(LicenceBidding bidding, AuditedPlay play) {
        boolean isPrivate =
                bidding.pricing() == Pricing.SECOND_PRICE && bidding.licence().loss() != Loss.WINNERS_VALUE;
        for (int i = 0; i < play.game().types().size() && isPrivate; i++) {
            for (double type : play.game().types().get(i).points()) {
                isPrivate &= play.sent(i, type) == bidding.licence().stake(type);
            }
        }
        return isPrivate;
    }

    /** The least price of rules under which nobody's own bid sets what it pays; empty for others. */
    private static OptionalDouble leastPrice(Mechanism rules, AdmittedBids bids) {
        if (rules instanceof SecondPriceAuction auction) {
            // A sole bid below 0 is paid what it is below.
            return auction.reserve().isEmpty() && bids.lowest() >= 0 ? OptionalDouble.of(0) : auction.reserve();
        }
        return rules instanceof UnitDemandAuction auction
                        && isPaidByOthers(auction.auction().pricing(), 1)
                ? OptionalDouble.of(auction.auction().reserve())
                : OptionalDouble.empty();
    }

    /** The value, all that is admitted of it, or nothing where no price is below it. */
    private static boolean isBest(double sent, double type, double leastPrice, AdmittedBids bids) {
        return Double.isNaN(sent) ? type <= leastPrice : sent == type || (sent == bids.highest() && sent < type);
    }

    private static boolean isPaidByOthers(UnitPricing pricing, int wanted) {
        return pricing == UnitPricing.VICKREY || (pricing == UnitPricing.HIGHEST_REJECTED && wanted == 1);
    }

    /** Whether it is dominant to bid one's values. */
    static boolean provesTruth(DemandGame game) {
        if (game instanceof SeveralUnits units) {
            return isPaidByOthers(units.auction().pricing(), units.wanted());
        }
        return game instanceof WantedPackages packages && packages.auction().pricing() == PackagePricing.VCG;
    }
}
