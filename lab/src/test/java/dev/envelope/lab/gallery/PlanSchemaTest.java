package dev.envelope.lab.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.plan.file.GameReader;
import dev.envelope.game.plan.file.PlanSchema;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The schema for editors takes what the reader takes, and refuses wrong keys and words. */
class PlanSchemaTest {

    /** The document itself, so that what editors load is what is tested. */
    private static final Map<?, ?> SCHEMA = (Map<?, ?>) load(PlanSchema.schema().json());

    private static final Map<?, ?> GAMES = (Map<?, ?>) load(PlanSchema.ofGames().json());

    private static Object load(String text) {
        return new Load(LoadSettings.builder().build()).loadFromString(text);
    }

    static Stream<Gallery.Entry> entries() {
        return Gallery.all().stream();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void everyPlanOfTheGalleryIsValid(Gallery.Entry entry) {
        assertThat(problems(entry.text())).isEmpty();
    }

    @Test
    void thePlansInTheDocumentAreValid() throws IOException {
        String document = Files.readString(Path.of("..", "docs", "plan.md"));
        List<String> plans = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(document)
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(plans)
                .isNotEmpty()
                .allSatisfy(plan -> assertThat(problems(plan)).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rounds: 8 | round: 8 | round
            rounds: 8 | start: now | start
            rounds: 8 | seats: many | seats
            rounds: 8 | paid_rounds: {first: 3} | paid_rounds
            rounds: 8 | matching: {type: fixed_list, group: []} | matching
            rounds: 8 | bankruptcy: go_on | bankruptcy
            rounds: 8 | fill: clever | fill
            rounds: 8 | fill: shading:2 | fill
            rounds: 8 | uneven: larger_groups | uneven
            rounds: 8 | drop_outs: {aftr: 3} | drop_outs
            rounds: 8 | drop_outs: {plays: bots} | drop_outs
            rounds: 8 | late_arrivals: {until_round: 0} | late_arrivals
            bidders: 2, | bidder: 2, | bidder
            values: [0, 100] | values: {type: unifrom, lo: 0, hi: 1} | values
            values: [0, 100] | values: {type: uniform, lo: 0, high: 1} | values
            mechanism: first_price, | mechanism: {type: first_price, k: 1}, | mechanism
            mechanism: first_price, | | mechanism
            """)
    void wrongKeysAndWordsAreRefused(String good, @Nullable String bad, String where) {
        String plan = """
                envelope: 1
                treatments:
                  main: {mechanism: first_price, bidders: 2, values: [0, 100]}
                rounds: 8
                """;
        assertThat(problems(plan)).isEmpty();
        String wrong = plan.replace(good, bad == null ? "" : bad);

        assertThat(wrong).isNotEqualTo(plan);
        assertThat(problems(wrong))
                .isNotEmpty()
                .anySatisfy(problem -> assertThat(problem).contains(where));
    }

    /** Made by {@code envelope plan schema > docs/plan.schema.json}. */
    @Test
    void thePublishedSchemaIsTheReaders() throws IOException {
        assertThat(Path.of("..", "docs", "plan.schema.json"))
                .content()
                .isEqualTo(PlanSchema.schema().json() + "\n");
    }

    /** Made by {@code envelope plan schema --games > docs/game.schema.json}. */
    @Test
    void thePublishedSchemaOfGamesIsTheReaders() throws IOException {
        assertThat(Path.of("..", "docs", "game.schema.json"))
                .content()
                .isEqualTo(PlanSchema.ofGames().json() + "\n");
    }

    @Test
    void theGamesInTheDocumentAreValid() throws IOException {
        List<String> games = Pattern.compile("```yaml file=\\S+\\n(mechanism:.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("..", "docs", "theory.md")))
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(games)
                .hasSizeGreaterThan(10)
                .allSatisfy(game -> assertThat(problems(GAMES, game)).isEmpty());
        assertThat(games).anySatisfy(game -> assertThat(problems(game)).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("entries")
    void everyPlanOfTheGalleryThatTheoryIsAskedAboutIsAValidGame(Gallery.Entry entry) {
        if (GameReader.read(entry.text()).problems().isEmpty()) {
            assertThat(problems(GAMES, entry.text())).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{mechanism: {type: call_market, k: 1}, roles: [{side: buyer, count: 2, values: [0, 1]}, {side: seller, values: [0, 1]}]}",
                "{mechanism: mcafee, buyer: [0, 1], seller: [0, 1], tick: 0.1}",
                "{mechanism: {type: public_project, cost: 1, payments: agv}, bidders: 2, values: [0, 1]}",
                "{mechanism: {type: partnership, payments: winners_bid}, bidders: 2, values: [0, 1]}",
                "{mechanism: {type: licence_with_externality, alpha: 0.5, loss: constant}, bidders: 2, values: [0, 1]}",
                "{mechanism: {type: uniform_price, units: 2, price: lowest_accepted}, bidders: 3, values: [0, 1]}",
                "{mechanism: {type: discriminatory, units: 2, reserve: 0.5}, bidders: 3, values: [0, 1]}",
                "{mechanism: {type: multi_unit_vickrey, units: 2, wanted: 2}, bidders: 2, values: [0, 1]}",
                "{mechanism: sequential_offers, bidders: 2, values: {type: discrete, values: [1, 2]}}",
                "{mechanism: first_price, bidders: 2, values: [0, 1], utility: {type: crra, alpha: 0.5}}",
                "{mechanism: first_price, bidders: 2, values: [0, 1], utility: risk_neutral, entry_fee: 0.1}"
            })
    void gamesThatAreNotPlayedAreValidGamesAndNoPlans(String game) {
        assertThat(GameReader.read(game).problems()).isEmpty();
        assertThat(problems(GAMES, game)).isEmpty();
        assertThat(problems(game)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{mechanism: {type: uniform_price, units: 0}, bidders: 3, values: [0, 1]}",
                "{mechanism: {type: partnership, payments: agvv}, bidders: 2, values: [0, 1]}",
                "{mechanism: first_price, bidders: 2, values: [0, 1], utility: {type: crra, lambda: 1}}",
                "{mechanism: first_price, bidders: 2, values: [0, 1], entry_feee: 1}"
            })
    void wrongGamesAreRefused(String game) {
        assertThat(problems(GAMES, game)).isNotEmpty();
    }

    private static List<String> problems(String plan) {
        return problems(SCHEMA, plan);
    }

    private static List<String> problems(Map<?, ?> schema, String text) {
        List<String> problems = new ArrayList<>();
        check(schema, schema, load(text), "", problems);
        return problems;
    }

    /** The members of JSON Schema that the document uses; any other is a problem. */
    private static void check(
            Map<?, ?> root, Map<?, ?> schema, @Nullable Object value, String path, List<String> problems) {
        for (Map.Entry<?, ?> member : schema.entrySet()) {
            Object argument = member.getValue();
            boolean holds = switch (String.valueOf(member.getKey())) {
                case "$schema", "title", "$defs" -> true;
                case "$ref" -> {
                    check(root, definition(root, String.valueOf(argument)), value, path, problems);
                    yield true;
                }
                case "const" -> argument.equals(value);
                case "enum" -> ((List<?>) argument).contains(value);
                case "anyOf" -> ((List<?>) argument).stream().anyMatch(one -> isValid(root, (Map<?, ?>) one, value));
                case "type" -> types(argument).stream().anyMatch(type -> isOf(type, value));
                case "minimum" -> !(value instanceof Number n) || number(n).compareTo(number(argument)) >= 0;
                case "maximum" -> !(value instanceof Number n) || number(n).compareTo(number(argument)) <= 0;
                case "maxLength" ->
                    !(value instanceof String s)
                            || s.length() <= number(argument).intValue();
                case "pattern" ->
                    !(value instanceof String s)
                            || Pattern.compile(String.valueOf(argument))
                                    .matcher(s)
                                    .find();
                case "minItems" ->
                    !(value instanceof List<?> l)
                            || l.size() >= number(argument).intValue();
                case "maxItems" ->
                    !(value instanceof List<?> l)
                            || l.size() <= number(argument).intValue();
                case "items" ->
                    !(value instanceof List<?> l)
                            || l.stream().allMatch(item -> isValid(root, (Map<?, ?>) argument, item));
                case "required" -> !(value instanceof Map<?, ?> m) || m.keySet().containsAll((List<?>) argument);
                case "properties", "additionalProperties" -> true;
                default -> false;
            };
            if (!holds) {
                problems.add(path + ": " + member.getKey() + " " + argument);
            }
        }
        if (value instanceof Map<?, ?> mapping) {
            mapping.forEach((key, inner) -> checkKey(root, schema, String.valueOf(key), inner, path, problems));
        }
    }

    private static void checkKey(
            Map<?, ?> root, Map<?, ?> schema, String key, @Nullable Object inner, String path, List<String> problems) {
        Object own = schema.get("properties") instanceof Map<?, ?> known ? known.get(key) : null;
        Object more = schema.get("additionalProperties");
        if (own instanceof Map<?, ?> of) {
            check(root, of, inner, path + "/" + key, problems);
        } else if (more instanceof Map<?, ?> of) {
            check(root, of, inner, path + "/" + key, problems);
        } else if (Boolean.FALSE.equals(more)) {
            problems.add(path + "/" + key + ": unknown key");
        }
    }

    private static boolean isValid(Map<?, ?> root, Map<?, ?> schema, @Nullable Object value) {
        List<String> problems = new ArrayList<>();
        check(root, schema, value, "", problems);
        return problems.isEmpty();
    }

    private static Map<?, ?> definition(Map<?, ?> root, String reference) {
        Map<?, ?> all = (Map<?, ?>) Objects.requireNonNull(root.get("$defs"));
        return (Map<?, ?>) Objects.requireNonNull(all.get(reference.substring("#/$defs/".length())));
    }

    private static List<?> types(Object argument) {
        return argument instanceof List<?> list ? list : List.of(argument);
    }

    private static boolean isOf(Object type, @Nullable Object value) {
        return switch (String.valueOf(type)) {
            case "object" -> value instanceof Map;
            case "array" -> value instanceof List;
            case "string" -> value instanceof String;
            case "boolean" -> value instanceof Boolean;
            case "integer" -> value instanceof Integer;
            case "number" -> value instanceof Number;
            default -> false;
        };
    }

    private static BigDecimal number(Object number) {
        return new BigDecimal(String.valueOf(number));
    }
}
