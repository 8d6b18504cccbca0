package dev.envelope.lab.person.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.game.view.Phase;
import dev.envelope.game.view.View;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a person is asked for when a round opens. */
class RoundTextTest {

    @Test
    void aSellerReportsACost() {
        assertThat(question(Catalogue.Language.EN, "vcg", 1))
                .startsWith("Type the cost you report")
                .endsWith("or pass.");
        assertThat(question(Catalogue.Language.EN, "vcg", 0))
                .startsWith("Type the value you report")
                .endsWith("or pass.");
        assertThat(question(Catalogue.Language.EN, "k_double_auction", 1)).startsWith("Type an amount");
    }

    @ParameterizedTest
    @EnumSource(Catalogue.Language.class)
    void whereAllMustTakePartNobodyIsInvitedToPass(Catalogue.Language language) {
        for (int role = 0; role < 2; role++) {
            assertThat(question(language, "vcg", role)).contains("pass");
            assertThat(question(language, "agv", role)).doesNotContain("pass").contains("0.01");
        }
    }

    @Test
    void reportsAreAskedForWithinTheOwnValues() {
        assertThat(question(Catalogue.Language.EN, "vcg", 0)).contains("from 0.00 to 100.00");
        assertThat(question(Catalogue.Language.EN, "vcg", 1)).contains("from 20.00 to 60.00");
        assertThat(question(Catalogue.Language.EN, "k_double_auction", 1)).contains("from 0.00 to 100.00");
    }

    @Test
    void howGroupsAreMadeIsSaid() {
        assertThat(lines("matching: partners")).contains("In this part your group and your role stay the same.");
        assertThat(lines("matching: perfect_strangers")).contains("In this part you meet nobody twice.");
        assertThat(lines("matching: random_strangers")).contains("Groups and roles are drawn anew every round.");
    }

    @Test
    void whatCountsForWhoSaysNothingIsSaidWhereItIsMoreThanPassing() {
        assertThat(lines("absent: abstain")).noneMatch(line -> line.startsWith("If you send nothing"));
        assertThat(lines("absent: last_message"))
                .contains("If you send nothing, your message of the round before counts again, if you had one.");
        assertThat(lines("absent: {strategy: \"shading:0.2\"}"))
                .contains("If you send nothing, the program \"shading:0.2\" answers for you.");
    }

    private static List<String> lines(String matching) {
        Treatment treatment = PlanReader.read("""
                        envelope: 1
                        seats: 12
                        %s
                        treatments:
                          only: {mechanism: first_price, bidders: 2, values: [0, 100]}
                        """.formatted(matching))
                .orElseThrow()
                .treatments()
                .get(0);
        return new RoundText(Catalogue.of(Catalogue.Language.EN))
                .of(new View(0, 1, 10, Phase.OPEN, treatment, 0, 5_000, Optional.empty(), OptionalLong.empty(), 0));
    }

    private static String question(Catalogue.Language language, String mechanism, int role) {
        Treatment treatment = PlanReader.read("""
                        envelope: 1
                        treatments:
                          only: {mechanism: %s, buyer: [0, 100], seller: [20, 60]}
                        """.formatted(mechanism))
                .orElseThrow()
                .treatments()
                .get(0);
        View view =
                new View(role, 1, 10, Phase.OPEN, treatment, role, 5_000, Optional.empty(), OptionalLong.empty(), 0);
        var lines = new RoundText(Catalogue.of(language)).of(view);
        return lines.get(lines.size() - 1);
    }
}
