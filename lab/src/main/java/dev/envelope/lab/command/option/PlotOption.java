package dev.envelope.lab.command.option;

import dev.envelope.lab.plot.Sheet;
import dev.envelope.lab.plot.draw.PlotFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code --plot}, for the commands that have something to draw. */
public final class PlotOption {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private Optional<PlotFile> file = Optional.empty();

    @Option(
            names = "--plot",
            paramLabel = "FILE",
            description = "Draw into this file, which ends in .svg or .png; one that is there is replaced.")
    void plot(Path path) {
        file = Optional.of(PlotFile.at(path)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "--plot: " + path + " (expected: a name that ends in .svg or .png)")));
    }

    /** Refuses a choice of pictures where none is to be drawn. */
    public void checkNeeded(Collection<?> pictures) {
        if (!pictures.isEmpty() && file.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "--picture: " + pictures + " (expected: together with --plot FILE)");
        }
    }

    /** Whether something is to be drawn. */
    public boolean isGiven() {
        return file.isPresent();
    }

    /**
     * Draws {@code sheet}.
     *
     * @param nothing what to say where there is nothing on it
     */
    public void draw(Sheet sheet, String nothing) {
        PlotFile plot = file.orElseThrow();
        if (sheet.isEmpty()) {
            throw Failure.afterAnswer(nothing);
        }
        try {
            plot.write(sheet);
        } catch (IOException failed) {
            throw Failure.afterAnswer("--plot: cannot write " + plot.path() + ": " + reason(failed));
        }
    }

    private static @Nullable String reason(IOException failed) {
        if (failed instanceof NoSuchFileException) {
            return "no such folder";
        }
        if (failed instanceof AccessDeniedException) {
            return "permission denied";
        }
        return failed instanceof FileSystemException refused && refused.getReason() != null
                ? refused.getReason()
                : failed.getMessage();
    }
}
