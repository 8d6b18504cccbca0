package dev.envelope.lab.command.option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The instructor's token: given, in a file, or in the environment, where no list of processes shows it. */
public final class TokenOption {
    private static final String VARIABLE = "ENVELOPE_TOKEN";

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description = "The instructor token that the server printed; other users of this machine may see it in "
                    + "the list of processes (the environment's " + VARIABLE + ").")
    private @Nullable String token;

    @Option(names = "--token-file", paramLabel = "FILE", description = "Read the token from FILE instead.")
    private @Nullable Path file;

    /** The token; wrong usage when none is given, or two. */
    public String token(Map<String, String> environment) {
        if (token != null && file != null) {
            throw usage("--token and --token-file exclude each other");
        }
        String given = token != null ? token : file != null ? read(file) : environment.get(VARIABLE);
        if (given == null || given.isBlank()) {
            throw usage(
                    "no instructor token (expected: --token, --token-file, or " + VARIABLE + " in the environment)");
        }
        return given.strip();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException missing) {
            throw new Failure(file + ": no such file (expected: the instructor token)");
        } catch (IOException unreadable) {
            throw new Failure(file + ": " + unreadable.getMessage() + " (expected: the instructor token)");
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
