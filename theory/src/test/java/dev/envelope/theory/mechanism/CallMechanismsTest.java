package dev.envelope.theory.mechanism;

import dev.envelope.theory.callmarket.CallMechanism;
import dev.envelope.theory.callmarket.KDoubleAuction;
import dev.envelope.theory.callmarket.McAfeeAuction;
import dev.envelope.theory.callmarket.TradeReductionAuction;
import dev.envelope.theory.callmarket.VcgCallMarket;
import org.junit.jupiter.api.Nested;

/** Every call market keeps the contract. */
class CallMechanismsTest {

    @Nested
    class KDouble extends CallContract {
        @Override
        CallMechanism mechanism() {
            return KDoubleAuction.of(3, 2, 0.3);
        }
    }

    @Nested
    class BuyersBid extends CallContract {
        @Override
        CallMechanism mechanism() {
            return KDoubleAuction.buyersBid(2, 3);
        }
    }

    @Nested
    class SellersOffer extends CallContract {
        @Override
        CallMechanism mechanism() {
            return KDoubleAuction.sellersOffer(1, 1);
        }
    }

    @Nested
    class McAfee extends CallContract {
        @Override
        CallMechanism mechanism() {
            return McAfeeAuction.of(3, 3, -10, 100);
        }
    }

    @Nested
    class Vcg extends CallContract {
        @Override
        CallMechanism mechanism() {
            return VcgCallMarket.of(2, 4, -10, 100);
        }
    }

    @Nested
    class TradeReduction extends CallContract {
        @Override
        CallMechanism mechanism() {
            return TradeReductionAuction.of(4, 2);
        }
    }

    /** Messages between −10 and 100. */
    abstract static class CallContract extends MechanismContract {
        @Override
        abstract CallMechanism mechanism();

        @Override
        double message(int agent, double share) {
            return -10 + 110 * share;
        }

        @Override
        double[] tied() {
            return new double[0];
        }

        @Override
        int objects() {
            return mechanism().sellers();
        }
    }
}
