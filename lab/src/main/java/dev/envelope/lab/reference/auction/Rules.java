package dev.envelope.lab.reference.auction;

import dev.envelope.theory.mechanism.AllPayAuction;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.OptimalAuction;
import dev.envelope.theory.mechanism.SecondPriceAuction;
import dev.envelope.theory.mechanism.ThirdPriceAuction;

/** The mechanism of a setting of one format. */
public final class Rules {

    private Rules() {}

    /**
     * The rules by which bids are played.
     *
     * @throws IllegalArgumentException for several formats, and for an entry fee
     */
    public static Mechanism of(AuctionSetting setting) {
        int n = setting.types().size();
        if (setting.formats().size() != 1 || setting.entryFee() != 0) {
            throw new IllegalArgumentException("setting.mechanism: " + String.join("|", setting.formats())
                    + ", entry_fee: " + setting.entryFee() + " (expected: one format without an entry fee)");
        }
        return switch (Format.parse(setting.formats().get(0))) {
            case FIRST_PRICE -> FirstPriceAuction.of(n, setting.reserve());
            case SECOND_PRICE -> SecondPriceAuction.of(n, setting.reserve());
            case ALL_PAY -> allPay(setting);
            case THIRD_PRICE -> thirdPrice(setting);
            case OPTIMAL ->
                setting.reserve().isPresent() && setting.isSymmetric() ? withBestReserve(setting) : optimal(setting);
        };
    }

    private static Mechanism thirdPrice(AuctionSetting setting) {
        refuseReserve(setting, "none with a third price");
        return ThirdPriceAuction.of(setting.types().size());
    }

    private static Mechanism withBestReserve(AuctionSetting setting) {
        setting.requireBestReserve();
        return SecondPriceAuction.of(setting.types().size(), setting.reserve());
    }

    private static Mechanism optimal(AuctionSetting setting) {
        refuseReserve(setting, "none, for the optimal auction has its own");
        return OptimalAuction.of(setting.types(), setting.sellerValue());
    }

    private static void refuseReserve(AuctionSetting setting, String expected) {
        if (setting.reserve().isPresent()) {
            throw new IllegalArgumentException(
                    "setting.reserve: " + setting.reserve().getAsDouble() + " (expected: " + expected + ")");
        }
    }

    private static Mechanism allPay(AuctionSetting setting) {
        refuseReserve(setting, "none, for an all-pay auction has a minimum bid");
        return new AllPayAuction(setting.types().size(), setting.minimumBid());
    }
}
