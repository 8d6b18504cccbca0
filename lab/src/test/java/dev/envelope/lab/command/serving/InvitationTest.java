package dev.envelope.lab.command.serving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.file.PlanReader;
import org.junit.jupiter.api.Test;

class InvitationTest {
    private static final Invitation INVITATION = new Invitation("localhost:7777", "");

    @Test
    void sessionThatIsOpenToLinksOnlyIsEnteredByWayOfTheInstructor() {
        Plan plan = plan("{wanted: 8, entry: links}");

        assertThat(INVITATION.lines(plan, "CDFGH", "CDFGH", "secret"))
                .containsExactly("envelope instructor localhost:7777 CDFGH invite 8 --links links.txt --token secret");
        assertThat(INVITATION.again(plan, true, "CDFGH", "CDFGH"))
                .containsExactly("envelope instructor localhost:7777 CDFGH invite 8 --links links.txt --token TOKEN");
        assertThat(INVITATION.again(plan, false, "CDFGH", "CDFGH")).isEmpty();
    }

    @Test
    void otherSessionsAreJoinedByWhateverTheyAreCalled() {
        Plan plan = plan("8\nstart: instructor");

        assertThat(INVITATION.lines(plan, "econ", "CDFGH", "secret"))
                .containsExactly(
                        "envelope join localhost:7777 econ --name Ann",
                        "envelope bots localhost:7777 CDFGH --strategy equilibrium --count 7",
                        "envelope instructor localhost:7777 CDFGH start --token secret");
        assertThat(INVITATION.again(plan, true, "econ", "CDFGH"))
                .containsExactly(
                        "envelope join localhost:7777 econ --name Ann",
                        "envelope instructor localhost:7777 CDFGH start --token TOKEN");
        assertThat(INVITATION.again(plan, false, "econ", "CDFGH"))
                .containsExactly("envelope join localhost:7777 econ --name Ann");
    }

    private static Plan plan(String seats) {
        return PlanReader.read("""
                envelope: 1
                seats: %s
                rounds: 1
                treatments:
                  main: {mechanism: first_price, bidders: 4, values: [0, 100]}
                """.formatted(seats)).orElseThrow();
    }
}
