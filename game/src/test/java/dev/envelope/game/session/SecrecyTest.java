package dev.envelope.game.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.message.Abstain;
import dev.envelope.game.message.Amount;
import dev.envelope.game.message.Message;
import dev.envelope.game.message.MessageKind;
import dev.envelope.game.message.Report;
import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.Reveal;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.session.command.Command;
import dev.envelope.game.view.RoundResult;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SecrecyTest {

    static Stream<MechanismType> playable() {
        return Stream.of(MechanismType.values()).filter(MechanismType::isPlayable);
    }

    private static Message message(MechanismType type, long ticks) {
        return type.messageKind() == MessageKind.REPORT ? Report.of(ticks) : new Amount(ticks);
    }

    /** All that seat 1 and a spectator can see while seat 0 does what it likes, at fixed times up to the close. */
    private static List<Object> seen(MechanismType type, List<Message> others) {
        Treatment treatment = TestPlans.treatment(type);
        int seats = treatment.marketSize();
        Play play = new Play(TestPlans.plan(seats, TestPlans.block(treatment, 2, "a"))).persons(seats);
        List<Object> seen = new ArrayList<>();
        long start = play.now;
        for (int step = 0; step < 4; step++) {
            play.now = start + step * 1_000L;
            if (step < others.size()) {
                play.say(0, others.get(step));
            }
            if (step == 1 || step == 3) {
                seen.add(play.send(new Command.Submit(play.now, 1, 9_000 + step, 1, message(type, 700 + step))));
            }
            seen.add(play.state.view(1, play.now).orElseThrow());
            seen.add(play.state.snapshot(OptionalInt.of(1), play.now));
            seen.add(play.state.snapshot(OptionalInt.empty(), play.now));
            seen.add(play.state.remainingMillis(play.now));
            seen.add(play.state.result(1));
            seen.add(play.state.phase());
        }
        return seen;
    }

    @ParameterizedTest
    @MethodSource("playable")
    void whatAnotherSeatDoesIsNotSeenBeforeTheClose(MechanismType type) {
        List<Object> quiet = seen(type, List.of());
        assertThat(seen(type, List.of(message(type, 9_999)))).isEqualTo(quiet);
        assertThat(seen(type, List.of(message(type, 0), message(type, 5), new Abstain(), message(type, 7))))
                .isEqualTo(quiet);
    }

    @ParameterizedTest
    @MethodSource("playable")
    void whenAnotherSeatSubmittedIsNotSeenAfterARestart(MechanismType type) {
        assertThat(remainingAfterRestart(type, 8_000)).isEqualTo(remainingAfterRestart(type, 0));
    }

    private static OptionalLong remainingAfterRestart(MechanismType type, long bidAfter) {
        Treatment treatment = TestPlans.treatment(type);
        int seats = treatment.marketSize();
        Play play = new Play(TestPlans.plan(seats, TestPlans.block(treatment, 2, "a"))).persons(seats);
        long start = play.now;
        if (bidAfter > 0) {
            play.now = start + bidAfter;
            play.say(0, message(type, 7));
        }
        play.now = start + 10_000;
        play.send(new Command.Recovered(play.now));
        return play.state.remainingMillis(play.now);
    }

    private static RoundResult loser(Reveal.After after, long... bids) {
        Treatment treatment = TestPlans.reveal(
                TestPlans.bidders(TestPlans.treatment(MechanismType.FIRST_PRICE), bids.length + 1), after);
        Play play = new Play(TestPlans.plan(bids.length + 1, TestPlans.block(treatment, 1, "a")));
        play.programs(bids.length + 1);
        for (int seat = 0; seat < bids.length; seat++) {
            play.bid(seat, bids[seat]);
        }
        play.say(bids.length, new Abstain());
        return play.state.result(0).orElseThrow();
    }

    @Test
    void aResultTellsWhatTheTreatmentRevealsAndNoMore() {
        RoundResult nothing = loser(Reveal.After.NOTHING, 10, 30, 20);
        assertThat(nothing.priceTicks()).isEmpty();
        assertThat(nothing.rank()).isEmpty();
        assertThat(nothing.revealed()).isEmpty();
        RoundResult price = loser(Reveal.After.PRICE, 10, 30, 20);
        assertThat(price.priceTicks()).hasValue(30);
        assertThat(price.rank()).isEmpty();
        assertThat(price.revealed()).isEmpty();
        RoundResult rank = loser(Reveal.After.OWN_RANK, 10, 30, 20);
        assertThat(rank.priceTicks()).hasValue(30);
        assertThat(rank.rank()).hasValue(3);
        assertThat(rank.revealed()).isEmpty();
        RoundResult all = loser(Reveal.After.ALL_MESSAGES, 10, 30, 20);
        assertThat(all.priceTicks()).hasValue(30);
        assertThat(all.rank()).isEmpty();
        assertThat(all.revealed()).containsExactly(new Amount(30), new Amount(20), new Amount(10), new Abstain());
    }

    @Test
    void revealedMessagesDoNotTellWhoSentThem() {
        assertThat(loser(Reveal.After.ALL_MESSAGES, 10, 30, 20).revealed())
                .isEqualTo(loser(Reveal.After.ALL_MESSAGES, 20, 10, 30).revealed());
    }

    @Test
    void equalMessagesShareARank() {
        assertThat(loser(Reveal.After.OWN_RANK, 20, 30, 20).rank()).hasValue(2);
    }

    @Test
    void aSellersRankCountsLowerAsks() {
        Treatment trade = TestPlans.reveal(TestPlans.treatment(MechanismType.K_DOUBLE_AUCTION), Reveal.After.OWN_RANK);
        Play play = new Play(TestPlans.plan(2, TestPlans.block(trade, 1, "a"))).programs(2);
        play.bid(0, 50);
        play.bid(1, 60);
        assertThat(play.state.result(0).orElseThrow().rank()).hasValue(1);
        assertThat(play.state.result(1).orElseThrow().rank()).hasValue(1);
    }

    @Test
    void aSeatSeesItsOwnValueOnly() {
        Play play = new Play(TestPlans.plan(2, TestPlans.block(TestPlans.treatment(MechanismType.FIRST_PRICE), 1, "a")))
                .programs(2);
        long first = play.state.view(0, play.now).orElseThrow().valueTicks();
        long second = play.state.view(1, play.now).orElseThrow().valueTicks();
        assertThat(first).isNotEqualTo(second);
        assertThat(play.state.snapshot(OptionalInt.of(0), play.now).toString()).doesNotContain("valueTicks=" + second);
        assertThat(play.state.toString() + play.seed).doesNotContain(play.seed.seedHex());
    }
}
