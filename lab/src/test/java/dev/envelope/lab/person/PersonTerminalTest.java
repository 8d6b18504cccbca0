package dev.envelope.lab.person;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.client.api.Rejected;
import dev.envelope.game.message.Abstain;
import dev.envelope.game.message.Amount;
import dev.envelope.game.session.command.Refusal;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.lab.person.text.Catalogue;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PersonTerminalTest extends PersonAtWork {

    @Test
    void personSeesTheRoundBidsRevisesAndSeesTheResult() throws IOException {
        play(Catalogue.Language.EN);
        seat.open(1);
        sees(
                "the highest bid wins and pays the second-highest",
                "worth 62.40 points to you",
                "face 3 others",
                "60 s left");

        type("40");
        sees("Your 40.00 stands");
        type(".5");
        sees("Your 0.50 stands");
        type("62.");
        sees("Your 62.00 stands");
        type("62.4");
        sees("Your 62.40 stands");
        assertThat(seat.submitted)
                .containsExactly(new Amount(4_000), new Amount(50), new Amount(6_200), new Amount(6_240));

        seat.won(1);
        sees(
                "You get the object, worth 62.40 to you, and pay 50.00. Payoff 12.40, total 12.40.",
                "price in your market");
        seat.finish();
        assertThat(end).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(Optional.empty());
        sees("The session is over. Your total is 24.80 points.");
    }

    @Test
    void wrongInputGetsItsReasonAndIsNotSent() throws IOException {
        play(Catalogue.Language.EN);
        type("12");
        sees("No round is open");
        seat.open(1);

        type("lots");
        sees("\"lots\" is no amount");
        type("1e5");
        sees("\"1e5\" is no amount");
        type("40.005");
        sees("40.005 is no multiple of 0.01 points");
        type("100.01");
        sees("100.01 is outside what is admitted: 0.00 to 100.00 points");
        type("-1");
        sees("-1 is outside");
        type("");
        sees("You have not sent anything");
        assertThat(seat.submitted).isEmpty();
    }

    @Test
    void serversRefusalIsShownWithItsReason() throws IOException {
        play(Catalogue.Language.EN);
        seat.open(1);
        seat.refuseNext(new Rejected(new Refusal(RefusalCode.LATE, "round 1 has closed")));

        type("pass");
        sees("Refused: round 1 has closed");
        type("pass");
        sees("You pass.");
        assertThat(seat.submitted).containsExactly(new Abstain());
    }

    @Test
    void cutConnectionIsSaidOnceAndTheSeatGoesOnWithWhatStood() throws IOException {
        play(Catalogue.Language.EN);
        seat.open(1);
        type("40");
        sees("Your 40.00 stands");
        shown.getBuffer().setLength(0);
        seat.cut(5, 1, new Amount(4_000));
        sees("The connection is cut (reset). Your seat is kept", "Connected again, in your seat 3.");
        sees("60 s left.", "Your 40.00 stands");
        assertThat(unbroken().split("The connection is cut", -1)).hasSize(2);
        type("41");
        sees("Your 41.00 stands");
        seat.cut(1, 1, new Amount(4_100));
        assertThat(unbroken().split("The connection is cut", -1)).hasSize(3);
    }

    @Test
    void whatIsTypedWhileTheConnectionIsCutIsSaidToWait() throws IOException {
        play(Catalogue.Language.EN);
        seat.open(1);
        seat.connected = false;
        type("40");
        sees("The connection is cut. Your 40.00 is sent as soon as it is back, if the round is still open then.");
        type("pass");
        sees("The connection is cut. Your pass is sent as soon as it is back");
    }

    @Test
    void whatIsTypedWhileTheConnectionIsCutIsSaidToWaitInChineseToo() throws IOException {
        play(Catalogue.Language.ZH);
        seat.open(1);
        seat.connected = false;
        type("40");
        sees("连接已中断。恢复后若本轮仍在进行，将立即发送您的 40.00。");
    }

    @Test
    void whoComesBackWhenItIsOverSeesTheLastResultOnceAndTheTotal() throws IOException {
        play(Catalogue.Language.EN);
        seat.open(1);
        seat.comesBackToTheEnd(1);
        assertThat(end).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(Optional.empty());
        String result = "You get the object, worth 62.40 to you";
        sees(result, "The session is over. Your total is 12.40 points.");
        assertThat(shown.toString().split(result, -1)).hasSize(2);
    }

    @Test
    void whoMakesWayForANewerConnectionIsToldSo() throws IOException {
        play(Catalogue.Language.EN);
        seat.open(1);
        seat.displaced();
        assertThat(end)
                .succeedsWithin(Duration.ofSeconds(5))
                .satisfies(cause -> assertThat(cause).isPresent());
        sees("Your seat is open in more places than it may be. It goes on in the newest ones and ends here.");
    }

    @Test
    void messageFromAnotherConnectionOfTheSeatIsShownOnce() throws IOException {
        play(Catalogue.Language.EN);
        seat.open(1);
        seat.stands(1, new Amount(3_000));
        seat.stands(1, new Amount(3_000));
        sees("Your 30.00 stands");
        type("40");
        sees("Your 40.00 stands");
        assertThat(shown.toString().split("Your 30.00 stands", -1)).hasSize(2);
    }

    @Test
    void whoComesBackBetweenRoundsIsToldWhereTheSessionStands() throws IOException {
        seat.comesBackAfter(1, true);
        play(Catalogue.Language.EN);
        sees("Round 1 of 2 has been played; your total is 12.40 points. Wait for the next round.", "Paused.");
    }

    @Test
    void lobbySaysWhetherTheInstructorBegins() throws IOException {
        seat.instructorStarts = true;
        play(Catalogue.Language.EN);
        sees("4 of 4 seats are taken. The instructor begins the first round.");
        seat.seatsTaken(3);
        sees("3 of 4 seats are taken. The instructor begins the first round.");
    }

    @Test
    void lobbyThatFillsSaysThatItBeginsByItself() throws IOException {
        play(Catalogue.Language.EN);
        seat.seatsTaken(3);
        sees("3 of 4 seats are taken. The first round begins when they are.");
    }

    @Test
    void lobbyIsSaidAgainOnlyWhenItHasChanged() throws IOException {
        play(Catalogue.Language.EN);
        seat.seatsTaken(3);
        seat.seatsTaken(3);
        seat.seatsTaken(2);
        sees("2 of 4 seats are taken. The first round begins when they are.");
        assertThat(unbroken()).containsOnlyOnce("3 of 4 seats are taken.");
    }

    @Test
    void whoIsStoppedIsToldThatTheSeatIsKept() throws IOException {
        play(Catalogue.Language.EN);
        seat.open(1);
        person.leave();
        assertThat(end).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(Optional.empty());
        sees("Your seat is kept");
        person.leave();
        assertThat(unbroken().split("Your seat is kept", -1)).hasSize(2);
    }

    @Test
    void quitLeavesAndTheSeatStays() throws IOException {
        play(Catalogue.Language.EN);
        seat.open(1);
        type("quit");
        assertThat(end).succeedsWithin(Duration.ofSeconds(5));
        sees("Your seat is kept");
    }

    @Test
    void chineseIsSpoken() throws IOException {
        play(Catalogue.Language.ZH);
        seat.open(1);
        sees("您的角色是竞买人。物品对您的价值是 62.40 点", "3 位竞买人");
        type("放弃");
        sees("您已放弃本轮");
    }
}
