package dev.envelope.lab.command.option;

import dev.envelope.bots.NoEquilibriumException;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.file.PlanFiles;
import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.game.plan.file.PlanReading;
import dev.envelope.game.plan.file.StandInPlaces;
import dev.envelope.game.plan.seating.StandIn;
import dev.envelope.server.live.StandIns;
import dev.envelope.server.settings.Limits;
import dev.envelope.server.wire.LongestWelcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Plan files on disk and those that the program brings along. */
public final class PlanFile {
    private static final Pattern ROUNDS = Pattern.compile("\\brounds: (\\d+)");

    private PlanFile() {}

    /** What is in {@code file}. */
    public static PlanReading reading(Path file) {
        return PlanReader.read(withFiles(file, text(file, "a plan")));
    }

    /** {@code text} with the files that it names and that are beside {@code plan}; of others the reader says that they are missing. */
    static String withFiles(Path plan, String text) {
        Map<String, String> files = new TreeMap<>();
        for (String name : PlanFiles.missing(text)) {
            Path beside = plan.resolveSibling(name);
            if (Files.isRegularFile(beside)) {
                files.put(name, text(beside, "a table in CSV"));
            }
        }
        return PlanFiles.with(text, files);
    }

    /** The plan in {@code file}; a {@link Failure} with everything that is wrong with it otherwise. */
    public static Plan plan(Path file) {
        PlanReading reading = reading(file);
        return reading.plan().orElseThrow(() -> new Failure(problems(reading, file.toString())));
    }

    /** What is in {@code file}, where {@code standIns} have to be able to play what the plan has them play. */
    public static PlanReading reading(Path file, StandIns standIns) {
        PlanReading reading = reading(file);
        return reading.plan()
                .map(plan -> StandInPlaces.check(plan, (standIn, games) -> faults(standIns, standIn, games)))
                .orElse(reading);
    }

    private static List<String> faults(StandIns standIns, StandIn standIn, List<Treatment> treatments) {
        List<String> faults = new ArrayList<>();
        for (Treatment treatment : treatments) {
            try {
                standIns.prepare(standIn, List.of(treatment));
            } catch (NoEquilibriumException none) {
                faults.add(String.valueOf(none.getMessage()));
            }
        }
        return faults;
    }

    /** The plan of {@code reading} from {@code file}, which a server can host; a {@link Failure} that says why not otherwise. */
    public static Plan hostable(PlanReading reading, Path file) {
        Plan plan = reading.plan().orElseThrow(() -> new Failure(problems(reading, file.toString())));
        try {
            LongestWelcome.require(plan, Limits.DEFAULT);
            return plan;
        } catch (IllegalArgumentException tooLong) {
            throw new Failure(file + ": " + tooLong.getMessage());
        }
    }

    /** Every problem on a line of its own, each with its place. */
    public static String problems(PlanReading reading, String file) {
        return reading.problems().stream()
                .map(problem -> problem.in(file))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    /** The plan {@code name} that the program brings along, with {@code roundsScale} times its rounds. */
    public static Plan builtIn(String name, double roundsScale) {
        String resource = "/dev/envelope/lab/plans/" + name + ".yaml";
        try (InputStream stream = PlanFile.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException(resource + ": missing from the program");
            }
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return PlanReader.read(scaled(text, roundsScale)).orElseThrow();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Scales the text, not the plan: the text is what a session's records keep. */
    private static String scaled(String text, double scale) {
        return ROUNDS.matcher(text)
                .replaceAll(rounds -> "rounds: " + Math.max(1, Math.round(scale * Integer.parseInt(rounds.group(1)))));
    }

    /** The text of {@code file}, which should hold {@code expected}. */
    static String text(Path file, String expected) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException missing) {
            throw new Failure(file + ": no such file (expected: " + expected + ")");
        } catch (CharacterCodingException binary) {
            throw new Failure(file + ": not a text in UTF-8 (expected: " + expected + ")");
        } catch (IOException unreadable) {
            throw new Failure(file + ": cannot be read: " + unreadable.getMessage());
        }
    }
}
