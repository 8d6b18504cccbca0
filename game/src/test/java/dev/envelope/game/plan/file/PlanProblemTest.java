package dev.envelope.game.plan.file;

import static dev.envelope.game.plan.file.WrongPlans.GOOD;
import static dev.envelope.game.plan.file.WrongPlans.messages;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One mistake at a time. */
class PlanProblemTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tick: 0.01 | tick: 0 | line 2, column 7: tick: 0 (expected: a number from 0.000001 to 1000000)
            tick: 0.01 | tick: .inf | line 2, column 7: tick: .inf is not a finite number (expected: a number from 0.000001 to 1000000)
            tick: 0.01 | tick: "0.01" | line 2, column 7: tick: "0.01" (expected: a number from 0.000001 to 1000000)
            tick: 0.01 | tick: | line 2, column 6: tick: nothing (expected: a number from 0.000001 to 1000000)
            tick: 0.01 | tick: 0.03 | line 6, column 45: treatments.main.mechanism.reserve: 10 (expected: a whole number of ticks of 0.03)
            seats: 8 | seats: 3 | line 3, column 8: seats: 3 (expected: at least 4, the size of the largest market)
            seats: 8 | seats: 1e9 | line 3, column 8: seats: 1e9 (expected: a whole number from 1 to 10000)
            seats: 8 | seats: 4.5 | line 3, column 8: seats: 4.5 (expected: a whole number from 1 to 10000)
            seats: 8 | seats: [8] | line 3, column 8: seats: a list (expected: a whole number from 1 to 10000)
            seats: 8 | seats: {wanted: 8, minimum: 3} | line 3, column 29: seats.minimum: 3 (expected: at least 4, the size of the largest market)
            seats: 8 | seats: {wanted: 8, minimum: 9} | line 3, column 29: seats.minimum: 9 (expected: a whole number from 1 to 8)
            seats: 8 | matching: fixed_list | line 3, column 11: matching: fixed_list without a list (expected: {type: fixed_list, groups: …} or {type: fixed_list, file: groups.csv})
            seats: 8 | matching: partner | line 3, column 11: matching: partner, did you mean partners? (expected: one of random_strangers, partners, perfect_strangers, fixed_list)
            seats: 8 | matching: {type: partners, groups: [[[0, 1, 2, 3]]]} | line 3, column 36: matching.groups: given beside another type (expected: type fixed_list)
            seats: 8 | matching: {type: perfect_strangers, roles: fixed} | line 3, column 44: matching.roles: fixed (expected: random, for who meets whom leaves no choice)
            seats: 8 | matching: {type: fixed_list, groups: [[[0, 1, 2, 3], [4, 5, 6, 0]]]} | line 3, column 64: matching.groups[1][2][4]: seat 0 for the second time in the round (expected: every seat once at most)
            seats: 8 | matching: {type: fixed_list, groups: [[[0, 1, 2, 8]]]} | line 3, column 11: matching: seat 8 in the groups of main in round 1 (expected: seats from 0 to 3)
            seats: 8 | matching: {type: fixed_list, groups: [[[0, 1, 2, 3]], [[0, 1, 2, 4]]]} | line 3, column 11: matching: 5 rounds of main with groups for 2 (expected: groups for one round, which hold for all, or for 5)
            seats: 8 | matching: {type: fixed_list, groups: [[[0, 1, 2]]]} | treatments.main: a group of 3 seats in round 1 (expected: groups of 4, the seats of a market)
            seats: 8 | matching: {type: fixed_list, file: groups.csv} | line 3, column 36: matching.file: groups.csv (expected: a file beside the plan, or its text in the plan's files under this name)
            seats: 8 | timing: {type: soon} | line 3, column 16: timing.type: soon (expected: one of all_in_or_deadline, fixed, none, instructor)
            seats: 8 | timing: soon | line 3, column 9: timing: soon (expected: seconds, none, instructor, or {type: all_in_or_deadline, seconds: 60}, also of type fixed)
            seats: 8 | timing: {type: instructor, seconds: 9} | line 3, column 37: timing.seconds: given with type instructor (expected: no seconds, or type all_in_or_deadline or fixed)
            seats: 8 | timing: {type: fixed, grace: 3} | line 3, column 30: timing.grace: given with type fixed (expected: no grace, or type all_in_or_deadline or none)
            seats: 8 | timing: {seconds: 0} | line 3, column 19: timing.seconds: 0 (expected: a number from 1 to 604800)
            seats: 8 | timing: {type: none, seconds: 9} | line 3, column 31: timing.seconds: given with type none (expected: no seconds, or type all_in_or_deadline or fixed)
            seats: 8 | reveal: al_messages | line 3, column 9: reveal: al_messages, did you mean all_messages? (expected: one of price, nothing, own_rank, all_messages)
            seats: 8 | reveal: {sealed_count: yes} | line 3, column 24: reveal.sealed_count: yes (expected: one of true, false)
            seats: 8 | absent: {strategy: clever} | line 3, column 20: absent.strategy: clever (expected: one of equilibrium, truthful, zero_intelligence, or shading:FRACTION such as shading:0.2)
            seats: 8 | absent: {} | line 3, column 9: absent.strategy: missing (expected: one of equilibrium, truthful, zero_intelligence, or shading:FRACTION such as shading:0.2)
            seats: 8 | absent: strategy | line 3, column 9: absent: strategy (expected: one of abstain, last_message, least_interest, or {strategy: equilibrium})
            seats: 8 | fill: clever | line 3, column 7: fill: clever (expected: one of none, equilibrium, truthful, zero_intelligence, or shading:FRACTION such as shading:0.2)
            seats: 8 | uneven: larger_groups | line 3, column 9: uneven: larger_groups, did you mean larger_group? (expected: one of sit_out, bot, larger_group)
            seats: 8 | drop_outs: {after: 0} | line 3, column 20: drop_outs.after: 0 (expected: a number from 1 to 604800)
            seats: 8 | drop_outs: {plays: shading:2} | line 3, column 20: drop_outs.plays: shading:2 (expected: one of none, equilibrium, truthful, zero_intelligence, or shading:FRACTION such as shading:0.2)
            seats: 8 | drop_outs: go | line 3, column 12: drop_outs: go (expected: wait, or {after: 60, missed: 2, plays: equilibrium})
            seats: 8 | drop_outs: [1, 2] | line 3, column 12: drop_outs: a list (expected: wait, or {after: 60, missed: 2, plays: equilibrium})
            seats: 8 | late_arrivals: soon | line 3, column 16: late_arrivals: soon (expected: never, always, or {until_round: 3})
            seats: 8 | late_arrivals: 3 | line 3, column 16: late_arrivals: 3 (expected: never, always, or {until_round: 3})
            seats: 8 | late_arrivals: {until_round: 0} | line 3, column 30: late_arrivals.until_round: 0 (expected: a whole number from 1 to 1000000)
            seats: 8 | late_arrivals: {} | line 3, column 16: late_arrivals.until_round: missing (expected: a round, from 1)
            seats: 8 | bankruptcy: sitout | line 3, column 13: bankruptcy: sitout, did you mean sit_out? (expected: one of continue, sit_out, stop)
            seats: 8 | bankruptcy: {sit_out: true} | line 3, column 13: bankruptcy: a mapping (expected: one of continue, sit_out, stop)
            seats: 8 | paid_rounds: {random: 6} | line 3, column 23: paid_rounds.random: 6 (expected: a whole number from 1 to 5)
            seats: 8 | paid_rounds: {last: 0} | line 3, column 21: paid_rounds.last: 0 (expected: a whole number from 1 to 5)
            seats: 8 | paid_rounds: {random: 2, last: 2} | line 3, column 32: paid_rounds.last: given beside random (expected: one of them)
            seats: 8 | paid_rounds: {} | line 3, column 14: paid_rounds: a mapping (expected: all, random, last, or a number of them such as {random: 3})
            seats: 8 | paid_rounds: [1, 2] | line 3, column 14: paid_rounds: a list (expected: all, random, last, or a number of them such as {random: 3})
            seats: 8 | paid_rounds: some | line 3, column 14: paid_rounds: some (expected: one of all, random, last)
            seats: 8 | paid_rounds: {first: 2} | line 3, column 15: paid_rounds.first: unknown key (expected: one of random, last)
            seats: 8 | limited_liability: perhaps | line 3, column 20: limited_liability: perhaps (expected: one of true, false)
            seats: 8 | show_up_fee: -1 | line 3, column 14: show_up_fee: -1 (expected: a number from 0 to 1000000000000)
            seats: 8 | exchange_rate: 0 | line 3, column 16: exchange_rate: 0 (expected: a number from 0.000001 to 1000000000000)
            seats: 8 | questionnaire: [] | line 3, column 16: questionnaire: a list of 0 (expected: a list of 1 to 100 questions)
            seats: 8 | start: now | line 3, column 8: start: now (expected: one of when_full, instructor)
            reserve: 10 | reserve: 101 | line 6, column 45: treatments.main.mechanism.reserve: 101 (expected: an amount that can be bid, from 0 to 100)
            reserve: 10 | reserve: ten | line 6, column 45: treatments.main.mechanism.reserve: ten (expected: a number from -1000000000000 to 1000000000000)
            {type: first_price, reserve: 10} | {type: k_double_auction, k: 2} | line 6, column 44: treatments.main.mechanism.k: 2 (expected: a number from 0 to 1)
            {type: first_price, reserve: 10} | {reserve: 10} | line 6, column 16: treatments.main.mechanism.type: missing (expected: one of first_price, second_price, all_pay, third_price, k_double_auction, vcg, optimal, first_price_proxy, agv, balanced)
            {type: first_price, reserve: 10} | mcafee | line 6, column 16: treatments.main.mechanism: mcafee is not played by this version (expected: one of first_price, second_price, all_pay, third_price, k_double_auction, vcg, optimal, first_price_proxy, agv, balanced)
            bidders: 4 | bidders: 1 | line 7, column 14: treatments.main.bidders: 1 bidder in first_price (expected: at least 2 bidders and nobody else)
            bidders: 4 | bidders: 1001 | line 7, column 14: treatments.main.bidders: 1001 (expected: a whole number from 1 to 1000)
            bidders: 4 | buyer: [0, 1] | line 6, column 5: treatments.main.seller: missing (expected: a distribution such as {type: uniform, lo: 0, hi: 100})
            bidders: 4 | roles: [{name: x}, {name: x}] | line 7, column 31: treatments.main.roles[2].name: a second role x (expected: a name of its own for every role)
            bidders: 4 | roles: [{side: seler}, {}] | line 7, column 20: treatments.main.roles[1].side: seler, did you mean seller? (expected: one of bidder, buyer, seller)
            lo: 0, | lo: 100, | line 8, column 42: treatments.main.values.hi: 100 (expected: a number above lo, 100)
            lo: 0, | lo: 0.005, | line 8, column 33: treatments.main.values.lo: 0.005 (expected: a whole number of ticks of 0.01)
            lo: 0, | a: 1, | line 8, column 29: treatments.main.values.a: unknown key (expected: one of type, lo, hi)
            hi: 100 | hi: -.INF | line 8, column 40: treatments.main.values.hi: -.INF is not a finite number (expected: a number from -1000000000000 to 1000000000000)
            hi: 100 | hi: 1e12 | line 8, column 40: treatments.main.values.hi: 1e12 (expected: at most 1000000000000 ticks of 0.01)
            type: uniform | type: affiliated | affiliated is not played by this version
            {type: uniform, lo: 0, hi: 100} | {type: common_value, lo: 0, hi: 100} | line 8, column 13: treatments.main.values.error: missing (expected: a number of common_value)
            {type: uniform, lo: 0, hi: 100} | {type: wallet, values: {type: wallet, values: [0, 1]}} | line 8, column 36: treatments.main.values.values: wallet (expected: values drawn by themselves)
            {type: uniform, lo: 0, hi: 100} | {type: correlated, common: [0, 50]} | line 8, column 13: treatments.main.values.private: missing (expected: a distribution such as {type: uniform, lo: 0, hi: 100})
            {type: uniform, lo: 0, hi: 100} | {type: list, values: [10, 20, 30]} | values of bidder for 3 rounds of 5 (expected: values for one round, which hold for all, or for each)
            {type: uniform, lo: 0, hi: 100} | {type: list, values: [[10, 20]]} | line 10, column 5: blocks[1]: 2 values of bidder in round 1 for 4 in a market (expected: values for one round, which hold for all, or for each)
            {type: uniform, lo: 0, hi: 100} | {type: list, values: [10.005]} | line 8, column 35: treatments.main.values.values[1]: 10.005 (expected: a whole number of ticks of 0.01)
            {type: uniform, lo: 0, hi: 100} | {type: list} | line 8, column 13: treatments.main.values: a mapping (expected: values such as [[10, 20], [30, 40]], or file: values.csv)
            rounds: 5 | rounds: 1000001 | line 10, column 31: blocks[1].rounds: 1000001 (expected: a whole number from 1 to 1000000)
            rounds: 5 | draws: a b | line 10, column 30: blocks[1].draws: a b (expected: a label of 1 to 40 letters, digits, - or _)
            treatment: main | treatment: mian | line 10, column 17: blocks[1].treatment: mian, did you mean main? (expected: main)
            envelope: 1 | title: x | line 1, column 1: envelope: missing (expected: 1, the version of this schema)
            """)
    void namesThePlaceWhatWasFoundAndWhatWasExpected(String good, String bad, String message) {
        String text = GOOD.replace(good, bad);

        assertThat(text).isNotEqualTo(GOOD);
        assertThat(messages(text)).contains(message);
    }

    /** Five seats are one too few for groups of three, and a bot makes the sixth. */
    @Test
    void whatIsWantedIsPlayedWithTheBotsThatMakeMarketsEven() {
        String text = """
                envelope: 1
                seats: 5
                treatments:
                  main: {mechanism: first_price, bidders: 3, values: [0, 100]}
                blocks:
                  - {treatment: main, rounds: 2}
                matching: perfect_strangers
                """;

        assertThat(messages(text)).isEmpty();
        assertThat(messages(text + "uneven: bot\n")).contains("2 rounds of main in which no two of 6 seats meet twice");
        assertThat(messages(
                        text.replace("bidders: 3, values: [0, 100]", "bidders: 2, values: {type: list, file: v.csv}")
                                        .replace("perfect_strangers", "random_strangers\nfill: truthful\nuneven: bot")
                                + "files: {v.csv: \"round,seat,value\\n1,0,1\\n1,1,2\\n1,2,3\\n1,3,4\\n1,4,5\\n\"}\n"))
                .contains("5 values of bidder in round 1 for 6 seats");
    }

    @Test
    void wrongValuesHideNoOtherProblem() {
        String text = """
                envelope: 1
                treatments:
                  main:
                    mechanism: k_double_auction
                    bidders: 1
                    values: [100, 0]
                    messages: {minimum: 9, maximum: 1}
                """;

        assertThat(messages(text).lines())
                .satisfiesExactlyInAnyOrder(
                        values -> assertThat(values).startsWith("line 6, column 19: treatments.main.values[2]: 0 "),
                        bounds -> assertThat(bounds)
                                .startsWith(
                                        "line 7, column 25: treatments.main.messages.minimum: 9 (expected: a minimum"),
                        who -> assertThat(who)
                                .startsWith(
                                        "line 5, column 14: treatments.main.bidders: 1 bidder in k_double_auction"));
    }

    @Test
    void aWrongTickIsTheOnlyProblemItMakes() {
        assertThat(messages(GOOD.replace("0.01", "fine")).lines()).hasSize(1);
    }

    @Test
    void whatTheoryRefusesIsAProblemAtTheMechanism() {
        String text = """
                envelope: 1
                treatments:
                  main:
                    mechanism: balanced
                    buyer: [0, 100]
                    seller: [0, 100]
                """;

        assertThat(messages(text))
                .startsWith("line 4, column 16: treatments.main.mechanism: expected surplus: -16.66")
                .contains("(expected: at least 0; ");
    }

    @Test
    void anOptimalAuctionOfIrregularValuesIsPlayed() {
        String text = GOOD.replace("{type: first_price, reserve: 10}", "optimal")
                .replace("{type: uniform, lo: 0, hi: 100}", "{type: beta, alpha: 0.3, beta: 0.3, lo: 0, hi: 100}");

        assertThat(PlanReader.read(text).problems()).isEmpty();
    }

    @Test
    void numbersThatAFamilyRefusesAreAProblemAtTheDistribution() {
        String text = GOOD.replace("{type: uniform, lo: 0, hi: 100}", "{type: power, a: -1, lo: 0, hi: 100}");

        assertThat(messages(text)).startsWith("line 8, column 13: treatments.main.values: power a: -1.0 (expected: ");
    }

    @Test
    void reportsHaveNoBoundsButTheSupports() {
        String text = GOOD.replace("{type: first_price, reserve: 10}", "vcg")
                .replace("bidders: 4", "bidders: 4\n    messages: {maximum: 50}");

        assertThat(messages(text))
                .isEqualTo("line 8, column 15: treatments.main.messages: bounds for reports of vcg"
                        + " (expected: none, reports are within the supports)");
    }

    @Test
    void roundsOfAllBlocksTogetherAreBounded() {
        String block = "  - {treatment: main, rounds: 600000}\n";

        assertThat(messages(GOOD + block + block))
                .isEqualTo("line 12, column 31: blocks[3].rounds: 1200005 rounds up to here"
                        + " (expected: at most 1000000 in all blocks)");
    }

    @Test
    void marketsMustComeOutEvenWithinASession() {
        String plan = """
                envelope: 1
                seats: 200
                uneven: bot
                rounds: 1
                treatments:
                  a: {mechanism: first_price, bidders: 97, values: [0, 100]}
                  b: {mechanism: first_price, bidders: 89, values: [0, 100]}
                  c: {mechanism: first_price, bidders: 101, values: [0, 100]}
                """;

        assertThat(PlanReader.read(plan).problems())
                .extracting(problem -> problem.in("plan"))
                .containsExactly("plan:3:9: uneven: markets of 97, 89, 101 seats"
                        + " (expected: sizes that come out even with at most 10000 seats)");
        assertThat(PlanReader.read(plan.replace("bidders: 89", "bidders: 97")).problems())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mechanism: k_double_auction, buyer: [0, 1], seller: [0, 1] | whose seats have several roles
            mechanism: vcg, roles: [{name: a, count: 2, values: [0, 1]}, {name: b, values: [0, 2]}] | whose seats have several roles
            mechanism: first_price, bidders: 3, values: [0, 1], matching: perfect_strangers | whose groups are those of perfect_strangers
            mechanism: first_price, bidders: 3, values: [0, 1], matching: {type: fixed_list, groups: [[[0, 1, 2]]]} | whose groups are those of fixed_list
            mechanism: first_price, bidders: 2, values: {type: wallet, values: [0, 1]} | where values are in two wallets
            mechanism: first_price, bidders: 2, values: {type: list, values: [[0.1, 0.2]]} | whose values are listed for the seats of a market
            mechanism: first_price, bidders: 501, values: [0, 1] | which can have groups of 1001 where at most 1000 are played
            """)
    void onlyBiddersWhoAreAllAlikeCanHaveLargerGroups(String treatment, String why) {
        String plan = "envelope: 1\nseats: 1500\nuneven: larger_group\ntreatments:\n  main: {" + treatment + "}\n";

        assertThat(messages(plan))
                .isEqualTo("line 3, column 9: uneven: larger_group with main, " + why + " (expected: sit_out or bot)");
        assertThat(messages(plan.replace("larger_group", "sit_out"))).isEmpty();
    }

    @Test
    void gamesOfLargerGroupsHaveNamesOfTheirOwn() {
        String plan = """
                envelope: 1
                seats: 7
                uneven: larger_group
                treatments:
                  a: {mechanism: first_price, bidders: 3, values: [0, 1]}
                  a-of-4: {mechanism: second_price, bidders: 2, values: [0, 1]}
                """;

        assertThat(messages(plan))
                .isEqualTo(
                        "line 3, column 9: uneven: two games with the name a-of-4 (expected: other names of treatments)");
        assertThat(PlanReader.read(plan.replace("a-of-4", "b")).orElseThrow().games())
                .extracting(game -> game.id() + " " + game.marketSize())
                .containsExactly("a 3", "a-of-4 4", "a-of-5 5", "b 2", "b-of-3 3");
    }
}
