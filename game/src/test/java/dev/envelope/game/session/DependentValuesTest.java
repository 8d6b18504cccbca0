package dev.envelope.game.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.draw.SessionSeed;
import dev.envelope.game.headless.HeadlessRun;
import dev.envelope.game.headless.HeadlessSession;
import dev.envelope.game.message.Amount;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.file.PlanFiles;
import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.game.replay.Rederivation;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.view.RoundResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Values that are not drawn for each by itself, in live rounds. */
class DependentValuesTest {

    private static final SessionSeed SEED = SessionSeed.of(3);

    private static String text(String values, int rounds) {
        return "envelope: 1\nseats: 6\ntreatments:\n  main: {mechanism: second_price, bidders: 3, values: " + values
                + "}\nrounds: " + rounds + "\n";
    }

    private static HeadlessRun run(String text) {
        Plan plan = PlanReader.read(text).orElseThrow();
        return HeadlessSession.record(
                plan, SEED, seat -> (view, random) -> new Amount(Math.max(0, view.valueTicks())), 1);
    }

    private static List<Event.DealtMarket> markets(HeadlessRun run) {
        return run.events().stream()
                .filter(Event.RoundDealt.class::isInstance)
                .flatMap(event -> ((Event.RoundDealt) event).markets().stream())
                .toList();
    }

    private static boolean fits(List<Event> events) {
        Rederivation derived = Rederivation.of((Event.SessionOpened) events.get(0), SEED);
        return events.stream().skip(1).allMatch(event -> derived.next(event).isEmpty());
    }

    @Test
    void signalsAreNearTheValueThatIsPaidOut() {
        HeadlessRun run = run(text("{type: common_value, lo: 0, hi: 100, error: 20}", 50));

        double sum = 0;
        for (Event.DealtMarket market : markets(run)) {
            long value = market.commonTicks().orElseThrow();
            sum += value;
            assertThat(value).isBetween(0L, 10_000L);
            assertThat(market.seats())
                    .allSatisfy(seat -> assertThat(seat.valueTicks()).isBetween(value - 2_001, value + 2_001));
            assertThat(market.seats().stream().map(Event.DealtSeat::valueTicks)).doesNotHaveDuplicates();
        }
        // within five standard errors of 50 points for 100 draws of a uniform distribution
        assertThat(sum / markets(run).size()).isBetween(5_000 - 5 * 288.7, 5_000 + 5 * 288.7);
        assertThat(fits(run.events())).isTrue();
    }

    @Test
    void payoffsAreOfTheCommonValueAndItIsToldWithTheResult() {
        HeadlessRun run = run(text("{type: common_value, lo: 0, hi: 100, error: 20}", 1));

        Event.RoundDealt dealt = (Event.RoundDealt) run.events().stream()
                .filter(Event.RoundDealt.class::isInstance)
                .findFirst()
                .orElseThrow();
        int winners = 0;
        for (Event.DealtMarket market : dealt.markets()) {
            for (Event.DealtSeat seat : market.seats()) {
                RoundResult result = run.state().result(seat.seat()).orElseThrow();
                assertThat(result.commonTicks()).isEqualTo(market.commonTicks());
                assertThat(result.valueTicks()).isEqualTo(seat.valueTicks());
                long worth = market.commonTicks().orElseThrow();
                assertThat(result.payoffTicks()).isEqualTo(result.units() * worth - result.paymentTicks());
                assertThat(result.totalTicks()).isEqualTo(result.payoffTicks());
                winners += result.units();
            }
        }
        assertThat(winners).isEqualTo(2);
        assertThat(run.state().settled().orElseThrow().outcomes().get(0).tradedValueTicks())
                .isEqualTo(dealt.markets().get(0).commonTicks().orElseThrow());
    }

    @Test
    void aChangedCommonValueDoesNotFit() {
        List<Event> events = new ArrayList<>(
                run(text("{type: common_value, lo: 0, hi: 100, factor: 2}", 2)).events());
        assertThat(fits(events)).isTrue();
        int index = IntStream.range(0, events.size())
                .filter(i -> events.get(i) instanceof Event.RoundDealt)
                .findFirst()
                .orElseThrow();
        Event.RoundDealt dealt = (Event.RoundDealt) events.get(index);
        Event.DealtMarket first = dealt.markets().get(0);
        List<Event.DealtMarket> markets = new ArrayList<>(dealt.markets());
        markets.set(
                0,
                new Event.DealtMarket(
                        first.seats(), OptionalLong.of(first.commonTicks().orElseThrow() + 1)));
        events.set(index, new Event.RoundDealt(dealt.atMillis(), dealt.round(), markets));

        assertThat(fits(events)).isFalse();
    }

    @Test
    void walletsAddUp() {
        HeadlessRun run = run(text("{type: wallet, values: [0, 10]}", 5));

        assertThat(markets(run))
                .hasSize(10)
                .allSatisfy(market -> assertThat(market.commonTicks())
                        .hasValue(market.seats().stream()
                                .mapToLong(Event.DealtSeat::valueTicks)
                                .sum()));
        assertThat(PlanReader.read(text("{type: wallet, values: [0, 10]}", 5))
                        .orElseThrow()
                        .treatments()
                        .get(0)
                        .ticks()
                        .maximum())
                .isEqualTo(3_000);
    }

    /** With a common part as large as the private one half of the variance is the market's: the correlation is 1/2. */
    @Test
    void correlatedValuesShareAPart() {
        HeadlessRun run = run(text("{type: correlated, common: [0, 100], private: [0, 100]}", 400));

        double within = 0;
        double all = 0;
        for (Event.DealtMarket market : markets(run)) {
            assertThat(market.commonTicks()).isEmpty();
            double one = market.seats().get(0).valueTicks() - 10_000.0;
            double other = market.seats().get(1).valueTicks() - 10_000.0;
            within += one * other;
            all += (one * one + other * other) / 2;
        }
        // the standard error of a correlation of 1/2 from 800 pairs is 0.027
        assertThat(within / all).isBetween(0.5 - 5 * 0.027, 0.5 + 5 * 0.027);
        assertThat(fits(run.events())).isTrue();
    }

    @Test
    void listedValuesAreThoseOfTheListForEveryHolderOrForAll() {
        HeadlessRun run = run(text("{type: list, values: [[10, 20, 30], 40]}", 2));

        List<Event.DealtMarket> markets = markets(run);
        assertThat(markets.subList(0, 2))
                .allSatisfy(market -> assertThat(market.seats().stream().map(Event.DealtSeat::valueTicks))
                        .containsExactly(1_000L, 2_000L, 3_000L));
        assertThat(markets.subList(2, 4))
                .allSatisfy(market -> assertThat(market.seats().stream().map(Event.DealtSeat::valueTicks))
                        .containsExactly(4_000L, 4_000L, 4_000L));
        assertThat(fits(run.events())).isTrue();
    }

    @Test
    void listedValuesMayBeTheSeatsOwnFromAFile() {
        StringBuilder csv = new StringBuilder("round,seat,value\n");
        for (int round = 1; round <= 3; round++) {
            for (int seat = 0; seat < 6; seat++) {
                csv.append(round)
                        .append(',')
                        .append(seat)
                        .append(',')
                        .append(10 * round + seat)
                        .append(".25\n");
            }
        }
        String plan = PlanFiles.with(text("{type: list, file: values.csv}", 3), Map.of("values.csv", csv.toString()));

        HeadlessRun run = run(plan);

        for (Event event : run.events()) {
            if (event instanceof Event.RoundDealt dealt) {
                dealt.markets()
                        .forEach(market -> market.seats()
                                .forEach(seat -> assertThat(seat.valueTicks())
                                        .isEqualTo(1_000L * dealt.round() + 100L * seat.seat() + 25)));
            }
        }
        assertThat(fits(run.events())).isTrue();
        assertThat(PlanReader.read(plan.replace("1,5,15.25", "1,5,15.255"))
                        .problems()
                        .get(0)
                        .toString())
                .contains("values.csv line 7: value 15.255 (expected: a whole number of ticks of 0.01)");
        assertThat(PlanReader.read(plan.replace("seats: 6", "seats: 7"))
                        .problems()
                        .get(0)
                        .toString())
                .contains("6 values of bidder in round 1 for 7 seats");
    }

    @Test
    void theRulesOfSomeMechanismsNeedADistribution() {
        String optimal = text("{type: list, values: [10]}", 1).replace("second_price", "optimal");
        assertThat(PlanReader.read(optimal).problems().get(0).toString())
                .contains(
                        "list values in optimal (expected: first_price, second_price, all_pay, k_double_auction or vcg");
        String direct = text("{type: wallet, values: [0, 1]}", 1).replace("second_price", "vcg");
        assertThat(PlanReader.read(direct).problems().get(0).toString())
                .contains(
                        "wallet values in vcg (expected: first_price, second_price or all_pay among bidders of one role");
        String reports = text("{type: list, values: [[10, 20, 30]]}", 1).replace("second_price", "vcg");
        assertThat(PlanReader.read(reports).problems()).isEmpty();
    }
}
