package dev.envelope.lab.command.option;

import dev.envelope.game.asked.offer.Offer;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.file.GameReader;
import dev.envelope.game.plan.file.OffersReader;
import dev.envelope.game.plan.file.OffersReading;
import dev.envelope.game.plan.file.PlanReading;
import dev.envelope.game.plan.syntax.PlanProblem;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Game files on disk: a plan, or a treatment by itself. What is wrong with one is a {@link Failure}. */
public final class GameFile {

    private GameFile() {}

    /** The games in {@code file}. */
    public static List<Treatment> treatments(Path file) {
        PlanReading reading = GameReader.read(PlanFile.withFiles(file, PlanFile.text(file, "a game")));
        return reading.plan()
                .orElseThrow(() -> new Failure(PlanFile.problems(reading, file.toString())))
                .treatments();
    }

    /** The one game in {@code file}. */
    public static Treatment treatment(Path file) {
        List<Treatment> all = treatments(file);
        if (all.size() != 1) {
            throw new Failure(file + ": " + all.size() + " treatments (expected: one)");
        }
        return all.get(0);
    }

    /** The messages in {@code file} for one market of {@code treatment}. */
    public static List<Offer> messages(Path file, Treatment treatment) {
        OffersReading reading = OffersReader.read(PlanFile.text(file, "messages"), treatment);
        if (!reading.problems().isEmpty()) {
            throw new Failure(reading.problems().stream()
                    .map((PlanProblem problem) -> problem.in(file.toString()))
                    .collect(Collectors.joining(System.lineSeparator())));
        }
        return reading.messages();
    }
}
