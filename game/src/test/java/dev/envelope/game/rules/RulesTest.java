package dev.envelope.game.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
import dev.envelope.theory.mechanism.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RulesTest {

    @Test
    void aReserveIsNamedWithWhatHappensBelowIt() {
        Treatment treatment = treatment(MechanismSpec.of(MechanismType.SECOND_PRICE, Map.of("reserve", 10.0)), 0);

        assertThat(Rules.sentence(treatment, Language.ENGLISH))
                .isEqualTo(
                        "Each of 4 bidders may send one sealed bid from 0 to 1000 points in steps of 0.01; the highest"
                                + " bid of at least 10 wins and pays the second-highest bid or 10, whichever is more, the others"
                                + " pay nothing, a lottery decides between equal highest bids, and without a bid of at least 10"
                                + " nothing is sold.");
    }

    @Test
    void theSharesOfADoubleAuctionAreNamed() {
        Treatment treatment = treatment(MechanismSpec.of(MechanismType.K_DOUBLE_AUCTION, Map.of("k", 0.3)), 0);

        assertThat(Rules.sentence(treatment, Language.ENGLISH)).contains("0.3 times the bid plus 0.7 times the ask");
        assertThat(Rules.sentence(treatment, Language.CHINESE)).contains("出价的 0.3 倍加要价的 0.7 倍");
    }

    @Test
    void efficientSalesBelowZeroAreRuledOutWhereValuesMayBeNegative() {
        MechanismSpec vcg = MechanismSpec.of(MechanismType.VCG, Map.of());

        assertThat(Rules.sentence(treatment(vcg, -5), Language.ENGLISH)).contains("at least 0");
        assertThat(Rules.sentence(treatment(vcg, 0), Language.ENGLISH)).doesNotContain("at least 0");
    }

    @Test
    void aBuyerAndASellerHaveSentencesOfTheirOwn() {
        for (MechanismType type : List.of(MechanismType.VCG, MechanismType.AGV, MechanismType.BALANCED)) {
            Treatment auction = treatment(MechanismSpec.of(type, Map.of()), 0);
            Treatment trade = new Treatment(
                    auction.id(),
                    auction.mechanism(),
                    List.of(
                            new RoleSpec("buyer", Side.BUYER, 1, DistributionSpec.uniform(60, 100)),
                            new RoleSpec("seller", Side.SELLER, 1, DistributionSpec.uniform(0, 50))),
                    auction.ticks(),
                    auction.matching(),
                    auction.timing(),
                    auction.reveal(),
                    auction.absent());

            assertThat(Rules.sentence(trade, Language.ENGLISH)).contains("the seller a cost", "steps of 0.01 points");
            assertThat(Rules.sentence(trade, Language.CHINESE)).contains("卖方申报成本", "以 0.01 点为一档");
            assertThat(Rules.sentence(auction, Language.ENGLISH)).doesNotContain("seller");
            assertThat(Rules.sentence(treatment(auction.mechanism(), -5), Language.ENGLISH))
                    .contains("at least 0");
        }
    }

    @Test
    void thatNobodyCanAbstainIsSaid() {
        Treatment agv = treatment(MechanismSpec.of(MechanismType.AGV, Map.of()), 0);
        Treatment balanced = treatment(MechanismSpec.of(MechanismType.BALANCED, Map.of()), 0);

        assertThat(Rules.sentence(agv, Language.ENGLISH)).contains("nobody can abstain", "the payments add up to 0");
        assertThat(Rules.sentence(agv, Language.CHINESE)).contains("不可弃权", "所有付款之和为 0");
        assertThat(Rules.sentence(balanced, Language.ENGLISH)).doesNotContain("nobody can abstain");
    }

    @ParameterizedTest
    @EnumSource(MechanismType.class)
    void everyPlayedMechanismHasASentenceInEveryLanguageWithoutGaps(MechanismType type) {
        for (Language language : Language.values()) {
            for (Map<String, Double> parameters :
                    List.of(Map.<String, Double>of(), Map.of("reserve", 5.0), Map.of("k", 0.0), Map.of("k", 1.0))) {
                Treatment treatment = treatment(MechanismSpec.of(type, parameters), 0);
                if (type.isPlayable()) {
                    assertThat(Rules.sentence(treatment, language))
                            .endsWith(language == Language.ENGLISH ? "." : "。")
                            .contains("0.01")
                            .doesNotContain("{", "}", "''");
                } else {
                    assertThatIllegalArgumentException().isThrownBy(() -> Rules.sentence(treatment, language));
                }
            }
        }
    }

    @Test
    void aSellerHasACostAndAsks() {
        assertThat(Rules.typeWord(Side.SELLER, Language.ENGLISH)).isEqualTo("cost");
        assertThat(Rules.typeWord(Side.BUYER, Language.CHINESE)).isEqualTo("估值");
        assertThat(Rules.messageWord(MechanismType.K_DOUBLE_AUCTION, Side.SELLER, Language.ENGLISH))
                .isEqualTo("ask");
        assertThat(Rules.messageWord(MechanismType.VCG, Side.BIDDER, Language.ENGLISH))
                .isEqualTo("reported value");
    }

    private static Treatment treatment(MechanismSpec mechanism, long minimum) {
        return new Treatment(
                "main",
                mechanism,
                List.of(new RoleSpec("bidder", Side.BIDDER, 4, DistributionSpec.uniform(0, 1000))),
                new Ticks(new BigDecimal("0.01"), minimum, 100_000),
                Matching.RANDOM_STRANGERS,
                Timing.DEFAULT,
                Reveal.DEFAULT,
                AbsentRule.ABSTAIN);
    }
}
