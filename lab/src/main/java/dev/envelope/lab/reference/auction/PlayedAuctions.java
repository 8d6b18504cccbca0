package dev.envelope.lab.reference.auction;

import dev.envelope.theory.asymmetric.AsymmetricFirstPrice;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.envelope.HighestValueWins;
import dev.envelope.theory.envelope.HighestVirtualValueWins;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.Solution;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.OptimalAuction;
import dev.envelope.theory.mechanism.SecondPriceAuction;
import dev.envelope.theory.mechanism.ThirdPriceAuction;
import dev.envelope.theory.solver.Equilibria;
import dev.envelope.theory.symmetric.SymmetricAuction;
import dev.envelope.theory.unlike.RiskAverseUnlike;
import dev.envelope.theory.unlike.UnlikeAllPay;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The equilibria of auctions, each found once. */
public final class PlayedAuctions {

    private final Map<AuctionSetting, PlayedAuction> known = new ConcurrentHashMap<>();

    /**
     * The auction that {@code setting} describes, once for each of its formats that differ.
     *
     * @throws IllegalArgumentException when a format is not known, or its equilibrium is not
     */
    public List<PlayedAuction> of(AuctionSetting setting) {
        return setting.formats().stream()
                .map(text -> setting.with(text, setting.reserve()))
                .map(one -> known.computeIfAbsent(one, PlayedAuctions::play))
                .distinct()
                .toList();
    }

    private static PlayedAuction play(AuctionSetting setting) {
        return switch (Format.parse(setting.formats().get(0))) {
            case FIRST_PRICE -> firstPrice(setting);
            case SECOND_PRICE -> secondPrice(setting);
            case THIRD_PRICE -> thirdPrice(setting);
            case ALL_PAY -> allPay(setting);
            case OPTIMAL -> optimal(setting);
        };
    }

    private static PlayedAuction firstPrice(AuctionSetting setting) {
        if (!setting.isSymmetric()) {
            refuse(setting.entryFee() != 0, "entry_fee", setting.entryFee(), "none where bidders differ");
            if (!setting.isRiskNeutral()) {
                return riskAverseUnlike(setting);
            }
            Equilibrium checked =
                    equilibrium(FirstPriceAuction.of(setting.types().size(), setting.reserve()), setting);
            AsymmetricFirstPrice solution = AsymmetricFirstPrice.of(setting.types(), setting.reserve());
            return new AsymmetricPlay(solution, checked.predictions());
        }
        refuse(
                setting.types().size() == 1 && setting.reserve().isEmpty(),
                "reserve",
                "missing",
                "a reserve, for a sole bidder has no best bid without one");
        SymmetricAuction auction = priced(setting);
        return setting.isRiskNeutral()
                ? new SymmetricPlay(auction, auction::firstPriceBid)
                : RiskAversePlay.of(auction, setting.utility());
    }

    /** Checked as the risk-neutral auction with the same bids, or with what these compound to. */
    private static PlayedAuction riskAverseUnlike(AuctionSetting setting) {
        List<ValueDistribution> neutral = RiskAverseUnlike.neutralTypes(setting.types(), setting.utility());
        Mechanism rules = FirstPriceAuction.of(
                neutral.size(), RiskAverseUnlike.neutralReserve(setting.reserve(), setting.utility()));
        if (Equilibria.of(new BayesianGame(rules, neutral)) instanceof NoEquilibrium none) {
            throw new IllegalArgumentException(none.reason());
        }
        return new RiskAverseUnlikePlay(RiskAverseUnlike.of(setting.types(), setting.reserve(), setting.utility()));
    }

    private static PlayedAuction secondPrice(AuctionSetting setting) {
        if (setting.isSymmetric() && setting.isRiskNeutral()) {
            return new SymmetricPlay(priced(setting), x -> x);
        }
        refuse(
                setting.entryFee() != 0,
                "entry_fee",
                setting.entryFee(),
                "none where bidders differ or are risk averse");
        double lowest = setting.types().stream()
                .mapToDouble(ValueDistribution::lower)
                .min()
                .orElseThrow();
        HighestValueWins allocation = new HighestValueWins(
                setting.types(), setting.reserve().orElse(setting.types().size() == 1 ? 0 : lowest));
        Mechanism rules = SecondPriceAuction.of(setting.types().size(), setting.reserve());
        EnvelopePlay play =
                new EnvelopePlay(allocation, equilibrium(rules, setting).predictions());
        return setting.isRiskNeutral() ? play : new MoneyOnly(play);
    }

    /**
     * With a reserve r types from r on bid as without: at x the winner pays r where it has one active rival, so r·F(r)^(n−2) +
     * ∫_r^x β·(n−2)·f·F^(n−3) = x·F(x)^(n−2), which holds at r and of which the slope is that without r.
     */
    private static PlayedAuction thirdPrice(AuctionSetting setting) {
        refuse(setting.entryFee() != 0, "entry_fee", setting.entryFee(), "none with a third price");
        Equilibrium bids = equilibrium(ThirdPriceAuction.of(setting.types().size()), setting);
        ValueDistribution type = setting.types().get(0);
        return new SymmetricPlay(
                SymmetricAuction.of(
                        type, setting.types().size(), setting.reserve().orElse(type.lower())),
                bids.strategies().get(0));
    }

    /** A reserve is the least value that takes part, a minimum bid the least that is paid. */
    private static PlayedAuction allPay(AuctionSetting setting) {
        boolean isPlain = setting.reserve().isEmpty() && setting.minimumBid() == 0 && setting.entryFee() == 0;
        if (!setting.isSymmetric() && setting.isRiskNeutral() && setting.types().size() == 2 && isPlain) {
            return new UnlikeAllPayPlay(UnlikeAllPay.of(setting.types()));
        }
        requireAlike(setting);
        ValueDistribution type = setting.types().get(0);
        int n = setting.types().size();
        double minimum = setting.minimumBid();
        if (setting.reserve().isPresent() && minimum == 0) {
            double cutOff = Math.max(setting.reserve().getAsDouble(), 0);
            minimum = cutOff * StrictMath.pow(type.cdf(cutOff), n - 1.0);
        } else {
            refuse(setting.reserve().isPresent(), "reserve", setting.reserve(), "a minimum bid or a reserve, not both");
        }
        double least = minimum;
        SymmetricAuction auction = new SymmetricAuction(type, n, 0, least + setting.entryFee());
        return new SymmetricPlay(auction, x -> auction.allPayBid(x, least));
    }

    /** With a common reserve stated it is the second-price auction with that reserve. */
    private static PlayedAuction optimal(AuctionSetting setting) {
        if (setting.reserve().isPresent()) {
            requireAlike(setting);
            setting.requireBestReserve();
            return secondPrice(setting);
        }
        refuse(setting.entryFee() != 0, "entry_fee", setting.entryFee(), "none in an optimal auction");
        OptimalAuction auction = OptimalAuction.of(setting.types(), setting.sellerValue());
        EnvelopePlay play = new EnvelopePlay(
                new HighestVirtualValueWins(auction),
                equilibrium(auction, setting).predictions());
        return setting.isRiskNeutral() ? play : new MoneyOnly(play);
    }

    /** A fee without a reserve leaves bids of at least 0. */
    private static SymmetricAuction priced(AuctionSetting setting) {
        ValueDistribution type = setting.types().get(0);
        double minimum = setting.minimumBid();
        refuse(
                minimum != 0 && setting.reserve().isPresent(),
                "minimum_bid",
                minimum,
                "a minimum bid or a reserve, not both");
        double without = minimum != 0
                ? minimum
                : setting.entryFee() > 0 || setting.types().size() == 1 ? 0 : type.lower();
        return new SymmetricAuction(
                type, setting.types().size(), setting.reserve().orElse(without), setting.entryFee());
    }

    private static void requireAlike(AuctionSetting setting) {
        refuse(!setting.isSymmetric(), "bidders", setting.types(), "the same distribution for all, in this format");
        refuse(!setting.isRiskNeutral(), "utility", setting.utility(), "risk-neutral bidders, in this format");
    }

    private static Equilibrium equilibrium(Mechanism rules, AuctionSetting setting) {
        Solution solution = Equilibria.of(new BayesianGame(rules, setting.types(), setting.utility()));
        if (solution instanceof NoEquilibrium none) {
            throw new IllegalArgumentException(none.reason());
        }
        return (Equilibrium) solution;
    }

    private static void refuse(boolean isWrong, String field, Object found, String expected) {
        if (isWrong) {
            throw new IllegalArgumentException("setting." + field + ": " + found + " (expected: " + expected + ")");
        }
    }
}
