package dev.envelope.game.asked;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.file.GameReader;
import dev.envelope.game.plan.file.OffersReader;
import dev.envelope.game.plan.file.PlanReading;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people read of a game uses the words of files: no name of a class or constant, no place counted from 0. */
class WordsForPeopleTest {

    /** {@code RiskNeutral[}, {@code OWN_VALUE}, {@code NaN}, {@code messages[0]}, {@code Bid@1f2e3d}, {@code {reserve=0.5}}. */
    private static final Pattern JAVA = Pattern.compile(
            "\\b[A-Z][a-z]+[A-Za-z]*\\[|\\b[A-Z]+_[A-Z_]+\\b|\\bNaN\\b|\\b[a-z]+\\[\\d+]|@[0-9a-f]{5}|\\bCONSTANT\\b|\\{[a-z_]+=");

    private static final String ALIKE = "bidders: 3, values: [0, 1]";
    private static final String UNLIKE = "bidders: [{count: 2, values: [0, 1]}, {name: strong, values: [0, 2]}]";
    private static final String TRADERS = "roles: [{side: buyer, count: 2, values: [0, 1]}, {side: seller, count: 2,"
            + " values: {type: power, a: 2, lo: 0, hi: 1}}]";
    private static final String PAIR = "buyer: [0, 1], seller: [0, 1]";
    private static final String WALLETS = "bidders: 3, values: {type: wallet, values: [0, 1]}";
    private static final List<String> MORE = List.of(
            "",
            ", utility: {type: crra, alpha: 0.5}",
            ", utility: {type: cara, lambda: 1}",
            ", entry_fee: 0.1",
            ", messages: {minimum: 0, maximum: 0.25}");
    private static final List<String> MESSAGES = List.of(
            "abstain", "-7", "7", "accept", "[0.1, 0.2]", "[{items: [A], amount: 0.5}]", "[{items: [Z], amount: 1}]");

    private static final Map<MechanismType, String> KEYS = Map.of(
            MechanismType.UNIFORM_PRICE, ", units: 2, wanted: 2",
            MechanismType.DISCRIMINATORY, ", units: 2",
            MechanismType.MULTI_UNIT_VICKREY, ", units: 2, wanted: 2",
            MechanismType.PACKAGE_AUCTION, ", items: [A, B], payments: vcg",
            MechanismType.PUBLIC_PROJECT, ", cost: 1",
            MechanismType.LICENCE_WITH_EXTERNALITY, ", alpha: 0.5, loss: constant");

    @ParameterizedTest
    @EnumSource(MechanismType.class)
    void isThatOfFiles(MechanismType type) {
        List<String> said = new ArrayList<>();
        for (String more : MORE) {
            // Risk-averse bidders who all pay are solved, which takes its time and says nothing.
            if (type != MechanismType.ALL_PAY || !more.contains("utility")) {
                said.addAll(said(type, ALIKE + more));
            }
        }
        // So are these without a fee.
        for (String who : List.of(UNLIKE, TRADERS, PAIR, WALLETS)) {
            said.addAll(said(type, who + ", entry_fee: 0.1"));
        }
        assertThat(said).isNotEmpty().allSatisfy(text -> assertThat(text).doesNotContainPattern(JAVA));
    }

    private static List<String> said(MechanismType type, String rest) {
        return said("{mechanism: {type: " + type.planName() + KEYS.getOrDefault(type, "") + "}, " + rest + "}");
    }

    private static List<String> said(String text) {
        PlanReading reading = GameReader.read(text);
        List<String> said = new ArrayList<>(
                reading.problems().stream().map(Object::toString).toList());
        reading.plan().ifPresent(plan -> {
            Treatment treatment = plan.treatments().get(0);
            attempt(said, () -> {
                AskedGame game = AskedGame.of(treatment);
                attempt(said, () -> {
                    if (game.solution() instanceof NoEquilibrium none) {
                        said.add(none.reason());
                    }
                });
                attempt(said, game::audited);
                attempt(said, game::checkTruthIsAdmitted);
                MESSAGES.forEach(message -> clear(said, game, treatment, message));
            });
        });
        return said;
    }

    private static void clear(List<String> said, AskedGame game, Treatment treatment, String message) {
        String messages = "[" + String.join(", ", java.util.Collections.nCopies(treatment.marketSize(), message)) + "]";
        var reading = OffersReader.read(messages, treatment);
        reading.problems().forEach(problem -> said.add(problem.toString()));
        if (reading.problems().isEmpty()) {
            attempt(said, () -> game.clear(reading.messages()));
        }
    }

    private static void attempt(List<String> said, Runnable what) {
        try {
            what.run();
        } catch (IllegalArgumentException refused) {
            said.add(Optional.ofNullable(refused.getMessage()).orElse("NaN"));
        }
    }
}
