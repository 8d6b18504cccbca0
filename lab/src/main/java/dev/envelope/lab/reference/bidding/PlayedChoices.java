package dev.envelope.lab.reference.bidding;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.licence.LicenceBidding;
import dev.envelope.theory.licence.LicenceBidding.Pricing;
import dev.envelope.theory.licence.Loss;
import dev.envelope.theory.partnership.PartnershipAuction;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Bids in equilibrium, each found once. */
public final class PlayedChoices {

    private final Map<List<Object>, PlayedChoice> known = new ConcurrentHashMap<>();

    /**
     * Firms that bid for a licence.
     *
     * @param isRivalLicensed whether a rival gets the licence where a firm stays away; else nobody does
     * @throws IllegalArgumentException where no equilibrium is known
     */
    public PlayedChoice of(LicenceBidding bidding, boolean isRivalLicensed) {
        return known.computeIfAbsent(
                List.of(bidding, isRivalLicensed),
                key -> bidding.licence()
                        .amongAlike()
                        .<PlayedChoice>map(alike -> new AlikeFirmsPlay(alike, bidding, isRivalLicensed))
                        .orElseGet(() -> unlike(bidding, isRivalLicensed)));
    }

    private static PlayedChoice unlike(LicenceBidding bidding, boolean isRivalLicensed) {
        Equilibrium equilibrium = Solved.of(new BayesianGame(bidding, bidding.types()));
        boolean isInterdependent = bidding.licence().loss() == Loss.WINNERS_VALUE
                && bidding.licence().alpha() != 0
                && bidding.pricing() != Pricing.SECOND_PRICE;
        return isInterdependent
                ? new InterdependentFirmsPlay(equilibrium, bidding, isRivalLicensed)
                : new UnlikeFirmsPlay(equilibrium, bidding, isRivalLicensed);
    }

    /**
     * Partners of equal shares.
     *
     * @throws IllegalArgumentException where no equilibrium is known
     */
    public PlayedChoice of(List<ValueDistribution> partners, boolean isWinnersBidPaid) {
        PartnershipAuction auction = new PartnershipAuction(partners, isWinnersBidPaid);
        boolean areAlike = partners.stream().allMatch(partners.get(0)::equals);
        return known.computeIfAbsent(
                List.of(auction), key -> areAlike ? new AlikePartnersPlay(auction) : new UnlikePartnersPlay(auction));
    }
}
