package dev.envelope.bots;

import dev.envelope.game.plan.AbsentRule;
import dev.envelope.game.plan.MechanismSpec;
import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.Reveal;
import dev.envelope.game.plan.Ticks;
import dev.envelope.game.plan.Timing;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.groups.Matching;
import dev.envelope.game.plan.roles.DistributionSpec;
import dev.envelope.game.plan.roles.RoleSpec;
import dev.envelope.game.view.Phase;
import dev.envelope.game.view.View;
import dev.envelope.theory.mechanism.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Treatments to play: every mechanism, with coarse and fine ticks, reserves, and bounds narrower than the values. */
final class Treatments {

    private static final DistributionSpec U = DistributionSpec.uniform(0, 100);

    private Treatments() {}

    static Stream<Treatment> playable() {
        return Stream.of(
                firstPrice(),
                of("coarse", MechanismType.FIRST_PRICE, Map.of(), "1", 0, 100, bidders(2, U)),
                of("reserve", MechanismType.FIRST_PRICE, Map.of("reserve", 50.0), "0.01", 0, 10_000, bidders(4, U)),
                of("narrow", MechanismType.FIRST_PRICE, Map.of(), "0.01", 2_000, 4_000, bidders(4, U)),
                of("second", MechanismType.SECOND_PRICE, Map.of(), "0.01", 0, 10_000, bidders(4, U)),
                of("all-pay", MechanismType.ALL_PAY, Map.of("minimum_bid", 5.0), "0.01", 0, 10_000, bidders(3, U)),
                of("third", MechanismType.THIRD_PRICE, Map.of(), "0.01", 0, 20_000, bidders(3, U)),
                doubleAuction(),
                trade("vcg trade", MechanismType.VCG, U, U),
                trade("agv trade", MechanismType.AGV, U, U),
                trade(
                        "fixed trade",
                        MechanismType.BALANCED,
                        DistributionSpec.uniform(50, 100),
                        DistributionSpec.uniform(0, 50)),
                of("agv", MechanismType.AGV, Map.of(), "0.01", 0, 10_000, bidders(3, U)),
                of("balanced", MechanismType.BALANCED, Map.of(), "0.01", 0, 10_000, bidders(3, U)),
                of("vcg", MechanismType.VCG, Map.of(), "0.01", 0, 10_000, bidders(3, U)),
                of("proxy", MechanismType.FIRST_PRICE_PROXY, Map.of(), "0.01", 0, 10_000, bidders(3, U)),
                of(
                        "optimal",
                        MechanismType.OPTIMAL,
                        Map.of(),
                        "0.01",
                        0,
                        15_000,
                        new RoleSpec("strong", Side.BIDDER, 1, DistributionSpec.uniform(0, 150)),
                        new RoleSpec("weak", Side.BIDDER, 1, DistributionSpec.uniform(0, 50))));
    }

    static Treatment firstPrice() {
        return of("first", MechanismType.FIRST_PRICE, Map.of(), "0.01", 0, 10_000, bidders(4, U));
    }

    static Treatment doubleAuction() {
        return trade("trade", MechanismType.K_DOUBLE_AUCTION, U, U);
    }

    private static Treatment trade(String id, MechanismType type, DistributionSpec values, DistributionSpec costs) {
        return of(
                id,
                type,
                Map.of(),
                "0.01",
                0,
                10_000,
                new RoleSpec("buyer", Side.BUYER, 1, values),
                new RoleSpec("seller", Side.SELLER, 1, costs));
    }

    static Treatment of(
            String id,
            MechanismType type,
            Map<String, Double> parameters,
            String tick,
            long minimum,
            long maximum,
            RoleSpec... roles) {
        return new Treatment(
                id,
                MechanismSpec.of(type, parameters),
                List.of(roles),
                new Ticks(new BigDecimal(tick), minimum, maximum),
                Matching.RANDOM_STRANGERS,
                Timing.DEFAULT,
                Reveal.DEFAULT,
                type.mayAbstain() ? AbsentRule.ABSTAIN : AbsentRule.LEAST_INTEREST);
    }

    static RoleSpec bidders(int count, DistributionSpec values) {
        return new RoleSpec("bidder", Side.BIDDER, count, values);
    }

    static View view(Treatment treatment, int role, long valueTicks, int round) {
        return new View(
                0, round, 1_000, Phase.OPEN, treatment, role, valueTicks, Optional.empty(), OptionalLong.empty(), 0);
    }
}
