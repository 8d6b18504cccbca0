package dev.envelope.lab.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.file.GameReader;
import dev.envelope.theory.audit.Property;
import dev.envelope.theory.audit.Ruling;
import dev.envelope.theory.audit.Verdict;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is known to fail is found in game files, with a witness. */
class KnownFailuresTest {

    private static final String TRADERS = ", buyer: [0, 1], seller: [0, 1]}";

    @Test
    void truthDoesNotPayInAFirstPriceAuction() {
        AuditedGame audited =
                AuditedGame.ofTruth(game("{mechanism: first_price, bidders: 2, values: [0, 1]}"), new Random(1));
        Verdict truthful = fails(audited, Property.TRUTHFUL, 0.25);
        assertThat(truthful.witness().type()).hasValue(1);
        assertThat(truthful.witness().message().orElseThrow()).isCloseTo(0.5, within(0.02));
    }

    @Test
    void balanceCostsTheParticipationOfLowBuyers() {
        AuditedGame audited = AuditedGame.ofEquilibrium(game("{mechanism: agv" + TRADERS), new Random(1));
        Verdict loss = fails(audited, Property.INTERIM_RATIONALITY, 1 / 3.0);
        assertThat(loss.witness().agent()).hasValue(0);
        assertThat(loss.witness().type()).hasValue(0);
        // U(v) = v²/2 − 1/3 is below 0 up to √(2/3).
        audited.report()
                .agents()
                .get(0)
                .curve()
                .forEach(point ->
                        assertThat(point.payoff()).isCloseTo(point.type() * point.type() / 2 - 1 / 3.0, within(1e-8)));
        assertThat(audited.report().verdict(Property.BUDGET_BALANCE).ruling()).isEqualTo(Ruling.HOLDS);
    }

    @Test
    void truthCostsTheHouseMoneyInTrade() {
        AuditedGame audited = AuditedGame.ofEquilibrium(game("{mechanism: vcg" + TRADERS), new Random(1));
        Verdict deficit = fails(audited, Property.NO_DEFICIT, 1);
        assertThat(deficit.witness().profile()).containsExactly(1.0, 0.0);
        assertThat(audited.report().revenue()).isCloseTo(-1 / 6.0, within(1e-8));
        assertThat(audited.report().verdict(Property.DOMINANT_STRATEGIES).ruling())
                .isEqualTo(Ruling.HOLDS);
    }

    @Test
    void theOptimalAuctionWastes() {
        AuditedGame audited = AuditedGame.ofEquilibrium(
                game("{mechanism: optimal, bidders: [{values: [0, 150]}, {values: [0, 50]}]}"), new Random(1));
        Verdict waste = audited.report().verdict(Property.EFFICIENCY);
        assertThat(waste.ruling()).isEqualTo(Ruling.FAILS);
        // The strong bidder is just below its reserve of 75, the weak one has nothing to offer.
        assertThat(waste.amount()).isCloseTo(75, within(5.0));
        assertThat(waste.witness().profile().get(0)).isBetween(70.0, 75.0);
    }

    @Test
    void aUniformPriceInvitesDemandReduction() {
        AuditedGame audited = AuditedGame.ofTruth(
                game("{mechanism: {type: uniform_price, units: 2, wanted: 2}, bidders: 2, values: [0, 1]}"),
                new Random(1));
        Verdict truthful = audited.report().verdict(Property.TRUTHFUL);
        assertThat(truthful.ruling()).isEqualTo(Ruling.FAILS);
        assertThat(truthful.witness().types()).hasSize(2);
        assertThat(AuditedGame.json(List.of(audited))).contains("\"messages\":[");
    }

    @Test
    void winnersOfATractThatBidTheirEstimatesAreCursed() {
        AuditedGame audited = AuditedGame.ofTruth(
                game("{mechanism: first_price, bidders: 3, values: {type: common_value, lo: 0, hi: 100, error: 5}}"),
                new Random(1));
        assertThat(audited.report().verdict(Property.INTERIM_RATIONALITY).ruling())
                .isEqualTo(Ruling.FAILS);
    }

    @Test
    void riskAverseBiddersAreAuditedInUtility() {
        AuditedGame audited = AuditedGame.ofEquilibrium(
                game("{mechanism: first_price, bidders: 2, values: [0, 1], utility: {type: crra, alpha: 0.5}}"),
                new Random(1));
        assertThat(audited.report().verdict(Property.BAYESIAN_INCENTIVES).ruling())
                .isNotEqualTo(Ruling.FAILS);
        assertThat(audited.lines()).anyMatch(line -> line.contains("truthful") && line.contains("fails"));
    }

    @Test
    void riskAverseBiddersForUnitsAreAuditedInUtility() {
        String bidders = ", bidders: 3, values: [0, 1], utility: {type: crra, alpha: 0.5}}";
        AuditedGame ownBid = AuditedGame.ofEquilibrium(
                game("{mechanism: {type: discriminatory, units: 2}" + bidders), new Random(1));
        AuditedGame rejected =
                AuditedGame.ofTruth(game("{mechanism: {type: uniform_price, units: 2}" + bidders), new Random(1));

        assertThat(ownBid.report().verdict(Property.BAYESIAN_INCENTIVES).ruling())
                .isEqualTo(Ruling.HOLDS);
        assertThat(ownBid.report().verdict(Property.TRUTHFUL).ruling()).isEqualTo(Ruling.FAILS);
        assertThat(rejected.report().verdict(Property.DOMINANT_STRATEGIES).ruling())
                .isEqualTo(Ruling.HOLDS);
    }

    @Test
    void riskAverseFirmsThatAreNotAuditedAreToldWhy() {
        String file = "{mechanism: {type: licence_with_externality, alpha: 0.5}, bidders: 2, values: [0, 1],"
                + " utility: {type: cara, lambda: 1}}";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> AuditedGame.ofTruth(game(file), new Random(1)))
                .withMessageContaining("utility: cara with lambda 1")
                .withMessageContaining("a unit of an object");
    }

    @Test
    void whereNobodyBidsNobodyGains() {
        for (String mechanism : List.of("{type: first_price, reserve: 2}", "{type: all_pay, minimum_bid: 1.5}")) {
            String file =
                    "{mechanism: " + mechanism + ", bidders: 2, values: [0, 1], messages: {minimum: 0, maximum: 3}}";
            SolvedGame solved = SolvedGame.of(game(file));
            assertThat(solved.gainOnTicks().orElseThrow()).isBetween(0.0, 1e-9);
            assertThat(SolutionText.lines(solved)).anyMatch(line -> line.contains("on ticks"));
            assertThat(AuditedGame.ofEquilibrium(game(file), new Random(1)).lines())
                    .anyMatch(line -> line.contains("on ticks"));
        }
    }

    @Test
    void whereThereIsNoBoundOnTicksTheReasonIsGiven() {
        for (String fee : List.of("0.1", "2")) {
            String file = "{mechanism: second_price, entry_fee: " + fee + ", bidders: 3, values: [0, 1]}";
            assertThat(SolutionText.lines(SolvedGame.of(game(file))))
                    .anyMatch(line -> line.contains("on ticks") && line.contains("none") && line.contains("reserve"));
            AuditedGame audited = AuditedGame.ofEquilibrium(game(file), new Random(1));
            assertThat(audited.lines())
                    .anyMatch(line -> line.contains("on ticks") && line.contains("none") && line.contains("reserve"));
            assertThat(AuditedGame.json(List.of(audited))).contains("\"gain_on_ticks\":null");
        }
    }

    @Test
    void anEntryFeeIsNoGainOnTicks() {
        String file = "{mechanism: {type: first_price, reserve: 0.2}, entry_fee: 0.1, bidders: 3, values: [0, 1]}";
        assertThat(SolvedGame.of(game(file)).gainOnTicks().orElseThrow()).isBetween(0.0, 0.005);
    }

    private static Verdict fails(AuditedGame audited, Property property, double amount) {
        Verdict verdict = audited.report().verdict(property);
        assertThat(verdict.ruling()).isEqualTo(Ruling.FAILS);
        assertThat(verdict.amount()).isCloseTo(amount, within(1e-6));
        return verdict;
    }

    private static Treatment game(String text) {
        return GameReader.read(text).orElseThrow().treatments().get(0);
    }
}
